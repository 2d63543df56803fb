import { formatWorkingTime } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import type { InstitutionFacts_InstitutionFragment } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";

/** How long this lender usually takes to decide, from its own recent cases. */
export function DecisionTime({ times }: { times: InstitutionFacts_InstitutionFragment["expectedTimes"] }) {
  const t = useT();
  const { locale } = useLocale();
  const known = times.find(({ step }) => step === "DECISION");
  if (known?.medianMinutes == null || known.ninetiethMinutes == null) return t("institution.timeUnknown");
  return t("institution.timeKnown", {
    half: formatWorkingTime(known.medianMinutes, locale),
    most: formatWorkingTime(known.ninetiethMinutes, locale),
    count: known.caseCount,
  });
}
