import { formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { NumberField, Segmented, Select } from "@daichao/ui/light";
import { useState } from "react";
import type { LoanPurpose, NeedStep_DraftFragment, RepaymentMethod } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { isHeldByField } from "../../lib/held-by-field.ts";
import { wholeYuan, yuan } from "../../lib/need.ts";
import { useT } from "../../lib/texts.ts";
import type { SaveState } from "../../lib/unsent/useAutosave.ts";
import { FormError } from "../../ui/FormError.tsx";
import { Section } from "../../ui/Section.tsx";
import { DraftItemChoice } from "./DraftItemChoice.tsx";
import type { DraftEdits } from "./useDraftAutosave.ts";
import { stepForm } from "./WizardFrame.tsx";
import styles from "./wizard.module.css";

graphql(`
  fragment NeedStep_draft on ApplicationDraft {
    id
    amount
    termCount
    purpose
    method
    items {
      isSelected
      product {
        id
        name
        amountMin
        amountMax
        termOptions
        repaymentMethods
      }
      ...DraftItemChoice_item @unmask
    }
  }
`);

const purposes: readonly LoanPurpose[] = [
  "DAILY_CONSUMPTION",
  "RENOVATION",
  "CAR",
  "EDUCATION",
  "MEDICAL",
  "TRAVEL",
  "WEDDING",
  "BUSINESS",
  "DEBT_CONSOLIDATION",
  "OTHER",
];
const anyMethod = "ANY";

export interface NeedStepProps {
  draft: NeedStep_DraftFragment;
  edits: DraftEdits;
  onEdit: (change: DraftEdits) => void;
  /** True while the figures still belong to an older wish. */
  /** Whether the figures are those of what stands in the boxes. */
  saving: SaveState;
  onNext: () => void;
}

/** Every value any of the products offers, in order; what was asked for stays in the list. */
function offered<Value>(lists: readonly (readonly Value[])[], asked: Value): Value[] {
  return [...new Set([...lists.flat(), asked])];
}

/** How much, how long, what for and how to repay; and what each institution would charge for it. */
export function NeedStep({ draft, edits, onEdit, saving, onNext }: NeedStepProps) {
  const t = useT();
  const { locale } = useLocale();
  const [error, setError] = useState<string | null>(null);
  const products = draft.items.map((item) => item.product);
  const min = Math.min(...products.map((product) => wholeYuan(product.amountMin)));
  const max = Math.max(...products.map((product) => wholeYuan(product.amountMax)));
  const term = edits.termCount ?? draft.termCount;
  const terms = offered(
    products.map((product) => product.termOptions),
    term,
  ).sort((a, b) => a - b);
  const method = edits.method === undefined ? draft.method : edits.method;
  const methods = offered<RepaymentMethod>(
    products.map((product) => product.repaymentMethods),
    method ?? products[0]?.repaymentMethods[0] ?? "EQUAL_INSTALMENT",
  );
  const chosen =
    edits.selectedProductIds ?? draft.items.filter((item) => item.isSelected).map(({ product }) => product.id);
  const choose = (id: string, isChosen: boolean) => {
    setError(null);
    const rest = chosen.filter((one) => one !== id);
    onEdit({ selectedProductIds: isChosen ? [...rest, id] : rest });
  };
  return (
    <form
      id={stepForm}
      noValidate
      className={styles.body}
      onKeyDown={(event) => {
        // Enter takes over a typed amount: its figures are to be seen before the form goes on.
        if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (isHeldByField(event.currentTarget)) return;
        if (chosen.length === 0) setError(t("apply.issue.nothing"));
        else onNext();
      }}
    >
      <FormError>{error}</FormError>
      <Section title={t("apply.needTitle")}>
        <div className={styles.form}>
          <NumberField
            label={t("need.amount")}
            suffix={t("unit.yuan")}
            slider
            value={wholeYuan(edits.amount ?? draft.amount)}
            min={min}
            max={max}
            step={min % 1_000 === 0 && max % 1_000 === 0 ? 1_000 : 100}
            ends={[min.toLocaleString("en-US"), max.toLocaleString("en-US")]}
            onValueChange={(amount) => onEdit({ amount: yuan(amount) })}
          />
          <Segmented
            legend={t("need.term")}
            value={String(term)}
            choices={terms.map((count) => ({ value: String(count), label: formatTerm(count, locale) }))}
            onValueChange={(count) => onEdit({ termCount: Number(count) })}
          />
          <div className={styles.pair}>
            <Select
              label={t("apply.purpose")}
              value={edits.purpose ?? draft.purpose}
              choices={purposes.map((value) => ({ value, label: t(`loanPurpose.${value}`) }))}
              onValueChange={(purpose) => onEdit({ purpose })}
            />
            <Select<RepaymentMethod | typeof anyMethod>
              label={t("fact.method")}
              value={method ?? anyMethod}
              choices={[
                { value: anyMethod, label: t("apply.methodAny") },
                ...methods.map((value) => ({ value, label: t(`repaymentMethod.${value}`) })),
              ]}
              onValueChange={(value) => onEdit({ method: value === anyMethod ? null : value })}
            />
          </div>
        </div>
      </Section>
      <Section title={t("apply.products")} hint={t("apply.productsHint")}>
        {(saving === "offline" || saving === "failed") && (
          <p className={styles.problem} role="note">
            {t("apply.notReckoned")}
          </p>
        )}
        <ul className={styles.items}>
          {draft.items.map((item) => (
            <DraftItemChoice
              key={item.product.id}
              item={item}
              isChosen={chosen.includes(item.product.id)}
              isStale={saving !== "saved"}
              onChoose={(isChosen) => choose(item.product.id, isChosen)}
            />
          ))}
        </ul>
      </Section>
    </form>
  );
}
