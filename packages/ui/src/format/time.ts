import type { Locale } from "../i18n/locale.ts";

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const englishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A calendar day. "full" is "2026-11-22" or "Nov 22, 2026"; "short" leaves the year out: "11月22日" or "Nov 22". */
export function formatDay(day: string, locale: Locale, style: "full" | "short" = "full"): string {
  const match = dayPattern.exec(day);
  if (match === null) return day;
  const [, year, month = "", date = ""] = match;
  if (locale === "zh-CN") return style === "full" ? day : `${Number(month)}月${Number(date)}日`;
  const english = `${englishMonths[Number(month) - 1] ?? month} ${Number(date)}`;
  return style === "full" ? `${english}, ${year}` : english;
}

const width = "2-digit";

// Made when the first moment is shown: reading the time zones costs a slow phone a fifth of a second.
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

// Business moments are Beijing moments wherever the browser stands.
const timeZone = "Asia/Shanghai";
const clocks: Readonly<Record<Locale, () => Intl.DateTimeFormat>> = {
  "zh-CN": once(
    () =>
      new Intl.DateTimeFormat("en-CA", {
        timeZone,
        year: "numeric",
        month: width,
        day: width,
        hour: width,
        minute: width,
        hourCycle: "h23",
      }),
  ),
  "en-US": once(() => new Intl.DateTimeFormat("en-US", { timeZone, dateStyle: "medium", timeStyle: "short" })),
};

function isMoment(time: number): boolean {
  return !Number.isNaN(time);
}

/** A moment in Beijing: "2026-11-22 14:05" or "Nov 22, 2026, 2:05 PM". */
export function formatInstant(instant: string, locale: Locale): string {
  const date = new Date(instant);
  if (!isMoment(date.getTime())) return instant;
  const text = clocks[locale]().format(date);
  return locale === "zh-CN" ? text.replace(",", "") : text.replaceAll("\u202f", " ");
}

/** The Beijing day of a moment: "2026-11-22". */
export function dayOfInstant(instant: string): string {
  return formatInstant(instant, "zh-CN").slice(0, 10);
}

const relative: Readonly<Record<Locale, () => Intl.RelativeTimeFormat>> = {
  "zh-CN": once(() => new Intl.RelativeTimeFormat("zh-CN", { numeric: "always" })),
  "en-US": once(() => new Intl.RelativeTimeFormat("en-US", { numeric: "always" })),
};

/** "3小时前" or "3 hours ago" within 24 hours of `now` (milliseconds); beyond that the moment itself. */
export function formatRelative(instant: string, now: number, locale: Locale): string {
  const seconds = Math.round((new Date(instant).getTime() - now) / 1000);
  const size = Math.abs(seconds);
  if (!isMoment(seconds) || size >= 86_400) return formatInstant(instant, locale);
  if (size < 60) return locale === "zh-CN" ? "刚刚" : "just now";
  const [amount, unit] = size < 3600 ? [60, "minute" as const] : [3600, "hour" as const];
  return relative[locale]().format(Math.trunc(seconds / amount), unit);
}

const leftWords: Record<Locale, Record<"day" | "hour" | "minute", readonly [one: string, many: string]>> = {
  "zh-CN": { day: ["天", "天"], hour: ["小时", "小时"], minute: ["分钟", "分钟"] },
  "en-US": { day: ["day", "days"], hour: ["hour", "hours"], minute: ["minute", "minutes"] },
};

/** What is left until a moment, in its two largest units: "2 天 3 小时", "5 小时 20 分钟"; "0 分钟" once it has passed. */
export function formatTimeLeft(until: string, now: number, locale: Locale): string {
  const minutes = Math.max(0, Math.ceil((new Date(until).getTime() - now) / 60_000));
  const tell = (count: number, unit: "day" | "hour" | "minute") =>
    `${count} ${leftWords[locale][unit][count === 1 ? 0 : 1]}`;
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60), minutes % 60];
  if (days > 0) return hours === 0 ? tell(days, "day") : `${tell(days, "day")} ${tell(hours, "hour")}`;
  if (hours > 0) return rest === 0 ? tell(hours, "hour") : `${tell(hours, "hour")} ${tell(rest, "minute")}`;
  return tell(rest, "minute");
}

/** Seconds as a clock for countdowns: 75 is "1:15". */
export function formatCountdown(seconds: number): string {
  const left = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
}
