import { Select, Skeleton, TextField } from "@daichao/ui/light";
import type { ReactNode } from "react";
import { Suspense } from "react";
import type { ProfileField } from "../../features/borrowers/profile-draft.ts";
import { isMoneyField } from "../../features/borrowers/profile-draft.ts";
import { lazyPart } from "../../lib/lazy-part.ts";
import { placeTexts, useT } from "../../lib/texts.ts";

const ProvinceSelect = lazyPart(async () => (await import("../../ui/ProvinceSelect.tsx")).ProvinceSelect, placeTexts);

const choices = {
  employment: ["EMPLOYED", "PUBLIC_SECTOR", "SELF_EMPLOYED", "FREELANCE", "STUDENT", "RETIRED", "UNEMPLOYED"],
  education: ["BELOW_HIGH_SCHOOL", "HIGH_SCHOOL", "COLLEGE", "BACHELOR", "MASTER_OR_ABOVE"],
  housing: ["OWNED", "MORTGAGED", "RENTED", "FAMILY", "OTHER"],
} as const;

const lengths: Partial<Record<ProfileField, number>> = {
  employer: 60,
  city: 20,
  address: 120,
  emergencyContactName: 30,
  emergencyContactPhone: 11,
};

const typeOf = (field: ProfileField): string =>
  field === "employedSince" ? "date" : field === "emergencyContactPhone" ? "tel" : "text";

export interface ProfileFactBoxProps {
  field: ProfileField;
  value: string;
  error: string | undefined;
  note: ReactNode;
  onValue: (value: string) => void;
}

/** The box for one fact about work and income. */
export function ProfileFactBox({ field, value, error, note, onValue }: ProfileFactBoxProps) {
  const t = useT();
  const words = { label: t(`profile.${field}`), hint: note, error, required: true };
  if (field === "employment" || field === "education" || field === "housing") {
    return (
      <Select
        {...words}
        value={value}
        choices={choices[field].map((one) => ({ value: one as string, label: t.find(`${field}.${one}`) ?? one }))}
        placeholder={t("profile.choose")}
        onValueChange={onValue}
      />
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
      type={typeOf(field)}
      inputMode={isMoneyField(field) ? "decimal" : undefined}
      suffix={isMoneyField(field) ? t("unit.yuan") : undefined}
      maxLength={lengths[field]}
      value={value}
      onValueChange={onValue}
    />
  );
}
