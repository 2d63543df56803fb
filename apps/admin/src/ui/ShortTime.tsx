import { Day, RelativeTime } from "@daichao/ui/antd";
import { dayOfInstant, formatInstant } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";

const fresh = 86_400_000;

export interface ShortTimeProps {
  at: string;
  /** The present of the clock it was noted by, in milliseconds: the browser's, unless it is business time. */
  now?: number;
}

/** A moment in a list: how long ago within a day, its day beyond; the moment itself is in the title. */
export function ShortTime({ at, now }: ShortTimeProps) {
  const { locale } = useLocale();
  if (Math.abs((now ?? Date.now()) - new Date(at).getTime()) < fresh) return <RelativeTime at={at} now={now} />;
  return (
    <span title={formatInstant(at, locale)}>
      <Day on={dayOfInstant(at)} />
    </span>
  );
}
