import { ClockIcon, PauseIcon, WarningIcon } from "@daichao/ui";
import { dayOfInstant, formatDay, formatInstant } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Tag } from "@daichao/ui/light";
import { useBusinessClock } from "../../lib/business-clock.tsx";
import { useT } from "../../lib/texts.ts";
import { urgencyOf } from "./due.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

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
  const minutes = Math.max(0, Math.floor((new Date(dueAt).getTime() - now) / minute));
  const soon =
    minutes < 60 ? t("due.minutes", { count: minutes }) : t("due.hours", { count: Math.floor(minutes / 60) });
  const words = isFar ? formatDay(dayOfInstant(dueAt), locale, "short") : soon;
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
