import { formatDay, formatMoney } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { useCallback } from "react";
import type { ProfileField } from "../../features/borrowers/profile-draft.ts";
import { isMoneyField } from "../../features/borrowers/profile-draft.ts";
import { useT } from "../../lib/texts.ts";
import type { Borrower } from "./ApplyWizard.tsx";

const chosen: ReadonlySet<ProfileField> = new Set(["employment", "education", "housing"]);

/** A known fact of the profile as it reads; a dash where there is none. */
export function useFactText(): (profile: Borrower["profile"], field: ProfileField) => string {
  const t = useT();
  const { locale } = useLocale();
  return useCallback(
    (profile, field) => {
      const value = field === "emergencyContactPhone" ? profile?.emergencyContactPhoneMasked : profile?.[field];
      if (value === null || value === undefined) return "—";
      if (isMoneyField(field)) return formatMoney(value);
      if (field === "employedSince") return formatDay(value, locale);
      return chosen.has(field) ? (t.find(`${field}.${value}`) ?? value) : value;
    },
    [t, locale],
  );
}
