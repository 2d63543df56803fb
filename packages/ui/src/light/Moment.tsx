import { useEffect, useState } from "react";
import { formatDay, formatInstant, formatRelative } from "../format/time.ts";
import { useLocale } from "../i18n/locale.ts";
import { browserNow } from "./browser-clock.ts";

/** A calendar day: "2026-11-22", or short "11月22日". */
export function Day({ on, style = "full" }: { on: string; style?: "full" | "short" }) {
  const { locale } = useLocale();
  return <time dateTime={on}>{formatDay(on, locale, style)}</time>;
}

/** A moment in Beijing time. */
export function Instant({ at }: { at: string }) {
  const { locale } = useLocale();
  return <time dateTime={at}>{formatInstant(at, locale)}</time>;
}

const minute = 60_000;

function useNow(given: number | undefined): number {
  const [now, setNow] = useState(() => given ?? browserNow());
  useEffect(() => {
    if (given !== undefined) return;
    const timer = setInterval(() => setNow(browserNow()), minute);
    return () => clearInterval(timer);
  }, [given]);
  return given ?? now;
}

/** "3 小时前" within 24 hours, the moment itself beyond; the moment is always in the title. */
export function RelativeTime({ at, now }: { at: string; now?: number }) {
  const { locale } = useLocale();
  const present = useNow(now);
  return (
    <time dateTime={at} title={formatInstant(at, locale)}>
      {formatRelative(at, present, locale)}
    </time>
  );
}
