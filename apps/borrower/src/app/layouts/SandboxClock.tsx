import { useQuery } from "@apollo/client/react";
import { dayOfInstant, formatDay } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";

const SandboxClockDocument = graphql(`
  query SandboxClock {
    businessClock {
      realNow
      today
    }
  }
`);

/** Where the sandbox's business day is another than the calendar's: which of the two counts for what. */
export function SandboxClock() {
  const t = useT();
  const { locale } = useLocale();
  const { data } = useQuery(SandboxClockDocument);
  const clock = data?.businessClock;
  if (clock === undefined || clock.today === dayOfInstant(clock.realNow)) return null;
  return <p>{t("footer.sandboxClock", { day: formatDay(clock.today, locale) })}</p>;
}
