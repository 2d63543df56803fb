import { Select, TextArea, TextField } from "@daichao/ui/light";
import type {
  DayCount,
  DocumentKind,
  DueShift,
  EmploymentKind,
  ProductCategory,
  RepaymentMethod,
} from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";
import { CheckGroup } from "../../ui/CheckGroup.tsx";
import { Section } from "../../ui/Section.tsx";
import { FeeFields } from "./FeeFields.tsx";
import styles from "./Product.module.css";
import type { TermsForm } from "./terms-form.ts";
import type { TermsEditing } from "./useTermsForm.ts";

const categories: readonly ProductCategory[] = [
  "CONSUMPTION",
  "RENOVATION",
  "CAR",
  "EDUCATION",
  "MEDICAL",
  "TRAVEL",
  "BUSINESS",
  "DEBT_CONSOLIDATION",
];
const methods: readonly RepaymentMethod[] = ["EQUAL_INSTALMENT", "EQUAL_PRINCIPAL", "INTEREST_ONLY_BULLET", "BULLET"];
const dayCounts: readonly DayCount[] = ["THIRTY_360", "ACT_365", "ACT_360", "ACT_ACT"];
const dueShifts: readonly DueShift[] = ["NONE", "NEXT_WORKING_DAY", "PREVIOUS_WORKING_DAY"];
const employments: readonly EmploymentKind[] = [
  "EMPLOYED",
  "PUBLIC_SECTOR",
  "SELF_EMPLOYED",
  "FREELANCE",
  "RETIRED",
  "STUDENT",
  "UNEMPLOYED",
];
const documents: readonly DocumentKind[] = [
  "IDENTITY_FRONT",
  "IDENTITY_BACK",
  "INCOME_PROOF",
  "BANK_STATEMENT",
  "WORK_PROOF",
  "RESIDENCE_PROOF",
  "OTHER",
];

type TextName = {
  [Name in keyof TermsForm]: TermsForm[Name] extends string ? (string extends TermsForm[Name] ? Name : never) : never;
}[keyof TermsForm];

interface LineProps {
  editing: TermsEditing;
  name: TextName;
  /** The field's path on the wire where it is another. */
  path?: string;
  suffix?: string;
  hint?: string;
  isText?: boolean;
  isOptional?: boolean;
}

function Line({ editing, name, path = name, suffix, hint, isText = false, isOptional = false }: LineProps) {
  const t = useT();
  return (
    <TextField
      label={t(`form.${name}`)}
      hint={hint}
      optional={isOptional}
      inputMode={isText ? "text" : "decimal"}
      autoComplete="off"
      suffix={suffix}
      value={editing.form[name]}
      error={editing.errorOf(path)}
      onValueChange={(value) => editing.set({ [name]: value })}
    />
  );
}

function Basics({ editing }: { editing: TermsEditing }) {
  const t = useT();
  return (
    <Section title={t("form.basics")} isPaper>
      <div className={styles.grid}>
        <Line editing={editing} name="name" isText />
        <Select
          label={t("form.category")}
          value={editing.form.category}
          error={editing.errorOf("category")}
          choices={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
          onValueChange={(category) => editing.set({ category })}
        />
        <div className={styles.wide}>
          <Line editing={editing} name="tagline" hint={t("form.taglineHint")} isText />
        </div>
      </div>
    </Section>
  );
}

function Price({ editing }: { editing: TermsEditing }) {
  const t = useT();
  return (
    <Section title={t("form.price")} isPaper>
      <div className={styles.figures}>
        <Line editing={editing} name="amountMin" suffix={t("unit.yuan")} />
        <Line editing={editing} name="amountMax" suffix={t("unit.yuan")} />
        <Line editing={editing} name="rateMin" suffix={t("unit.percent")} />
        <Line editing={editing} name="rateMax" suffix={t("unit.percent")} />
      </div>
    </Section>
  );
}

function Repayment({ editing }: { editing: TermsEditing }) {
  const t = useT();
  const { form, set, errorOf } = editing;
  return (
    <Section title={t("form.repayment")} isPaper>
      <div className={styles.grid}>
        <div className={styles.wide}>
          <Line editing={editing} name="termOptions" hint={t("form.termOptionsHint")} isText />
        </div>
        <Select
          label={t("form.dayCount")}
          value={form.dayCount}
          error={errorOf("dayCount")}
          choices={dayCounts.map((value) => ({ value, label: t(`dayCount.${value}`) }))}
          onValueChange={(dayCount) => set({ dayCount })}
        />
        <Select
          label={t("form.dueShift")}
          value={form.dueShift}
          error={errorOf("dueShift")}
          choices={dueShifts.map((value) => ({ value, label: t(`dueShift.${value}`) }))}
          onValueChange={(dueShift) => set({ dueShift })}
        />
        <div className={styles.wide}>
          <CheckGroup
            legend={t("form.repaymentMethods")}
            error={errorOf("repaymentMethods")}
            choices={methods.map((value) => ({ value, label: t.find(`repaymentMethod.${value}`) ?? value }))}
            values={form.repaymentMethods}
            onValuesChange={(repaymentMethods) => set({ repaymentMethods })}
          />
        </div>
      </div>
    </Section>
  );
}

function EligibilityFields({ editing }: { editing: TermsEditing }) {
  const t = useT();
  const { form, set, errorOf } = editing;
  return (
    <Section title={t("form.eligibility")} isPaper>
      <div className={styles.grid}>
        <Line editing={editing} name="minAge" path="eligibility.minAge" />
        <Line editing={editing} name="maxAge" path="eligibility.maxAge" />
        <Line
          editing={editing}
          name="minMonthlyIncome"
          path="eligibility.minMonthlyIncome"
          suffix={t("unit.yuan")}
          isOptional
        />
        <Line editing={editing} name="minEmploymentMonths" path="eligibility.minEmploymentMonths" isOptional />
        <div className={styles.wide}>
          <CheckGroup
            legend={t("form.employments")}
            hint={t("form.employmentsHint")}
            error={errorOf("eligibility.employments")}
            choices={employments.map((value) => ({ value, label: t(`employment.${value}`) }))}
            values={form.employments}
            onValuesChange={(chosen) => set({ employments: chosen })}
          />
        </div>
        <div className={styles.wide}>
          <TextArea
            label={t("form.provinces")}
            hint={t("form.provincesHint")}
            optional
            rows={2}
            value={form.provinces}
            error={errorOf("eligibility.provinces")}
            onValueChange={(provinces) => set({ provinces })}
          />
        </div>
      </div>
    </Section>
  );
}

function Delivery({ editing }: { editing: TermsEditing }) {
  const t = useT();
  const { form, set, errorOf } = editing;
  return (
    <Section title={t("form.delivery")} isPaper>
      <div className={styles.grid}>
        <div className={styles.wide}>
          <CheckGroup
            legend={t("form.requiredDocuments")}
            error={errorOf("requiredDocuments")}
            choices={documents.map((value) => ({ value, label: t(`document.${value}`) }))}
            values={form.requiredDocuments}
            onValuesChange={(requiredDocuments) => set({ requiredDocuments })}
          />
        </div>
        <Line editing={editing} name="disbursementHours" />
        <Line editing={editing} name="coolingOffDays" />
      </div>
    </Section>
  );
}

/** Every parameter of a product; frozen while it is under review or for those who may only look. */
export function TermsFields({ editing, isFrozen }: { editing: TermsEditing; isFrozen: boolean }) {
  return (
    <fieldset className={styles.form} disabled={isFrozen}>
      <Basics editing={editing} />
      <Price editing={editing} />
      <Repayment editing={editing} />
      <FeeFields editing={editing} />
      <EligibilityFields editing={editing} />
      <Delivery editing={editing} />
    </fieldset>
  );
}
