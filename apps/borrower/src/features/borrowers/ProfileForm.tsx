import { useMutation } from "@apollo/client/react";
import type { Choice } from "@daichao/ui/light";
import { Button, Select, Skeleton, TextField, useToast } from "@daichao/ui/light";
import type { ReactNode } from "react";
import { Suspense, useState } from "react";
import type { ProfileForm_BorrowerFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { lazyPart } from "../../lib/lazy-part.ts";
import { placeTexts, useT } from "../../lib/texts.ts";
import { useFocusInvalid } from "../../lib/use-focus-invalid.ts";
import { FormError } from "../../ui/FormError.tsx";
import { Section } from "../../ui/Section.tsx";
import { FactNote } from "./FactNote.tsx";
import styles from "./forms.module.css";
import type { ProfileDraft, ProfileField } from "./profile-draft.ts";
import { draftOf, isMoneyField, profileFields, saveOf, wrongFields } from "./profile-draft.ts";

const ProvinceSelect = lazyPart(async () => (await import("../../ui/ProvinceSelect.tsx")).ProvinceSelect, placeTexts);

graphql(`
  fragment ProfileForm_borrower on Borrower {
    id
    profile {
      version
      employment
      employer
      monthlyIncome
      monthlyDebtPayment
      employedSince
      education
      housing
      province
      city
      address
      emergencyContactName
      emergencyContactPhoneMasked
      updatedAt
      facts {
        field
        source
        recordedAt
        isStale
      }
    }
  }
`);

const SaveProfileDocument = graphql(`
  mutation SaveProfile($input: SaveProfileInput!) {
    saveProfile(input: $input) {
      id
      ...ProfileForm_borrower @unmask
    }
  }
`);

const choices = {
  employment: ["EMPLOYED", "SELF_EMPLOYED", "PUBLIC_SECTOR", "FREELANCE", "STUDENT", "RETIRED", "UNEMPLOYED"],
  education: ["BELOW_HIGH_SCHOOL", "HIGH_SCHOOL", "COLLEGE", "BACHELOR", "MASTER_OR_ABOVE"],
  housing: ["OWNED", "MORTGAGED", "RENTED", "FAMILY", "OTHER"],
} as const;

const groups: readonly (readonly ProfileField[])[] = [
  ["employment", "employer", "employedSince", "education"],
  ["monthlyIncome", "monthlyDebtPayment"],
  ["housing", "province", "city", "address"],
  ["emergencyContactName", "emergencyContactPhone"],
];

const lengths: Partial<Record<ProfileField, number>> = {
  employer: 60,
  city: 20,
  address: 120,
  emergencyContactName: 30,
  emergencyContactPhone: 11,
};

export interface ProfileFormProps {
  borrower: ProfileForm_BorrowerFragment;
  /** The profile was changed elsewhere: fetch it again. */
  onReload: () => void;
}

/** The facts lenders ask for; each says where it comes from and how old it is. */
export function ProfileForm({ borrower, onReload }: ProfileFormProps) {
  const t = useT();
  const toast = useToast();
  const { profile } = borrower;
  const [save, { loading }] = useMutation(SaveProfileDocument);
  const failures = useFormFailures(profileFields);
  const form = useFocusInvalid(failures.failure);
  const [draft, setDraft] = useState<ProfileDraft>(() => draftOf(profile));
  const [wrong, setWrong] = useState<readonly ProfileField[]>([]);
  const submit = async () => {
    failures.clear();
    const refused = wrongFields(draft);
    setWrong(refused);
    if (refused.length > 0) return;
    try {
      await save({ variables: { input: saveOf(draft, profile?.version ?? 0) } });
      toast({ message: t("profile.saved"), family: "success" });
    } catch (error) {
      failures.take(error);
    }
  };
  const wasChanged = failures.failure?.code === "BORROWER_PROFILE_CHANGED";
  return (
    <Section title={t("profile.title")} hint={t("profile.hint")}>
      <form
        ref={form}
        noValidate
        className={styles.grid}
        onSubmit={(event) => {
          event.preventDefault();
          if (!loading) void submit();
        }}
      >
        <div className={styles.whole}>
          <FormError>{failures.form}</FormError>
        </div>
        {groups.flatMap((fields, group) => [
          ...(group === 0 ? [] : [<hr key={`before-${fields[0]}`} className={styles.group} />]),
          ...fields.map((field) => (
            <ProfileBox
              key={field}
              field={field}
              value={draft[field]}
              onValue={(value) => setDraft({ ...draft, [field]: value })}
              error={failures.of(field) ?? (wrong.includes(field) ? t("profile.amountWrong") : undefined)}
              placeholder={field === "emergencyContactPhone" ? profile?.emergencyContactPhoneMasked : undefined}
              note={<FactNote fact={profile?.facts.find((fact) => fact.field === field)} />}
            />
          )),
        ])}
        <div className={styles.whole}>
          <div className={styles.actions}>
            <Button type="submit" variant="primary" loading={loading}>
              {t("profile.save")}
            </Button>
            {wasChanged && <Button onClick={onReload}>{t("profile.reload")}</Button>}
          </div>
        </div>
      </form>
    </Section>
  );
}

interface ProfileBoxProps {
  field: ProfileField;
  value: string;
  onValue: (value: string) => void;
  error?: string;
  placeholder?: string | null;
  note: ReactNode;
}

function ProfileBox({ field, value, onValue, error, placeholder, note }: ProfileBoxProps) {
  const t = useT();
  const words = { label: t(`profile.${field}`), hint: note, error };
  if (field === "employment" || field === "education" || field === "housing") {
    const options: readonly Choice[] = choices[field].map((one) => ({
      value: one,
      label: t.find(`${field}.${one}`) ?? one,
    }));
    return (
      <Select {...words} value={value} choices={options} placeholder={t("profile.choose")} onValueChange={onValue} />
    );
  }
  if (field === "province")
    return (
      <Suspense fallback={<Skeleton height={72} />}>
        <ProvinceSelect {...words} value={value} onValue={onValue} />
      </Suspense>
    );
  return (
    <TextField
      {...words}
      type={field === "employedSince" ? "date" : field === "emergencyContactPhone" ? "tel" : "text"}
      inputMode={isMoneyField(field) ? "decimal" : undefined}
      suffix={isMoneyField(field) ? t("unit.yuan") : undefined}
      maxLength={lengths[field]}
      placeholder={placeholder ?? undefined}
      value={value}
      onValueChange={onValue}
    />
  );
}
