import type { Locale } from "../i18n/locale.ts";

const HOUR = 60;
/** A working day has nine hours. */
const DAY = 9 * HOUR;

const words: Record<Locale, Record<"minute" | "hour" | "day", readonly [one: string, many: string]>> = {
  "zh-CN": { minute: ["分钟", "分钟"], hour: ["小时", "小时"], day: ["个工作日", "个工作日"] },
  "en-US": { minute: ["minute", "minutes"], hour: ["hour", "hours"], day: ["working day", "working days"] },
};

/** Rounded up, so that what is said is kept: to ten minutes, then to half hours, then to half days. */
const upTo = (value: number, step: number): number => Math.max(step, Math.ceil(value / step) * step);

/** Rounded down, so that no more is said than has passed: to a minute, then to half hours, then to half days. */
const downTo = (value: number, step: number): number => Math.floor(value / step) * step;

type Tell = (count: number, unit: "minute" | "hour" | "day") => string;

function teller(locale: Locale): Tell {
  return (count, unit) => {
    const [one, many] = words[locale][unit];
    return `${count} ${count === 1 ? one : many}`;
  };
}

/** Working minutes that have passed, as people say them: "0 分钟", "3 hours". */
export function formatTimeSpent(minutes: number, locale: Locale): string {
  const tell = teller(locale);
  if (minutes < HOUR) return tell(downTo(minutes, 1), "minute");
  return minutes < DAY ? tell(downTo(minutes, HOUR / 2) / HOUR, "hour") : tell(downTo(minutes, DAY / 2) / DAY, "day");
}

/** Working minutes as people say them: "10 分钟", "3.5 小时", "1.5 个工作日"; "3.5 hours", "1 working day". */
export function formatWorkingTime(minutes: number, locale: Locale): string {
  const tell = teller(locale);
  const tens = upTo(minutes, 10);
  if (tens < HOUR) return tell(tens, "minute");
  const hours = upTo(minutes, HOUR / 2);
  return hours < DAY ? tell(hours / HOUR, "hour") : tell(upTo(minutes, DAY / 2) / DAY, "day");
}
