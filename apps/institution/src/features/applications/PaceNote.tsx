import { formatTimeSpent, formatWorkingTime } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import type { CaseHead_ApplicationFragment } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";

/** What the borrower is told to expect, beside what this case has taken so far. */
export function PaceNote({ forecast }: { forecast: NonNullable<CaseHead_ApplicationFragment["forecast"]> }) {
  const t = useT();
  const { locale } = useLocale();
  const { elapsedMinutes, medianMinutes, ninetiethMinutes, caseCount } = forecast;
  const spent = t("case.pace.spent", { time: formatTimeSpent(elapsedMinutes, locale) });
  if (medianMinutes === null || ninetiethMinutes === null)
    return <span title={t("case.pace.unknownWhy", { count: caseCount })}>{t("case.pace.unknown", { spent })}</span>;
  const usual = { half: formatWorkingTime(medianMinutes, locale), most: formatWorkingTime(ninetiethMinutes, locale) };
  return <span title={t("case.pace.why", { count: caseCount })}>{t("case.pace.usual", { spent, ...usual })}</span>;
}
