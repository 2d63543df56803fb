import { ClockIcon, PauseIcon, WarningIcon } from "@daichao/ui";
import { dayOfInstant, formatDay, formatInstant, formatRelative } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Tag } from "@daichao/ui/light";
import { useBusinessClock } from "../../lib/business-clock.tsx";
import { useT } from "../../lib/texts.ts";
import { urgencyOf } from "./due.ts";

const day = 86_400_000;

/** When a decision is due, by business time: overdue and near ones stand out by icon, word and colour. */
export function DueTag({ dueAt, isPaused }: { dueAt: string | null | undefined; isPaused: boolean }) {
  const t = useT();
  const { locale } = useLocale();
  const { now } = useBusinessClock();
  if (isPaused)
    return (
      <Tag icon={PauseIcon} family="neutral">
        {t("case.duePaused")}
      </Tag>
    );
  if (dueAt == null) return null;
  const urgency = urgencyOf(dueAt, now);
  const isFar = new Date(dueAt).getTime() - now >= day;
  const words = isFar ? formatDay(dayOfInstant(dueAt), locale, "short") : formatRelative(dueAt, now, locale);
  const title = formatInstant(dueAt, locale);
  if (urgency === "over")
    return (
      <span title={title}>
        <Tag family="error" icon={WarningIcon}>
          {t("case.overdue")}
        </Tag>
      </span>
    );
  return (
    <span title={title}>
      <Tag family={urgency === "near" ? "warning" : "neutral"} icon={ClockIcon}>
        {words}
      </Tag>
    </span>
  );
}
