import { formatWorkingTime } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Instant } from "@daichao/ui/light";
import type { ForecastLine_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./applications.module.css";

graphql(`
  fragment ForecastLine_application on Application {
    id
    isClockPaused
    forecast {
      step
      caseCount
      elapsedMinutes
      medianMinutes
      ninetiethMinutes
      medianAt
      ninetiethAt
    }
  }
`);

type Told = Omit<ForecastLine_ApplicationFragment, " $fragmentName">;
type Forecast = NonNullable<ForecastLine_ApplicationFragment["forecast"]>;

/** When it may be decided, or paid out, from how long this institution really took; says so where it cannot tell. */
export function ForecastLine({ application }: { application: Told }) {
  const t = useT();
  const { forecast, isClockPaused } = application;
  if (forecast == null) return null;
  const { step, caseCount } = forecast;
  return (
    <p className={styles.quiet}>
      {isClockPaused ? <Paused forecast={forecast} /> : <Running forecast={forecast} />}
      {forecast.medianMinutes !== null && (
        <> {t(step === "PAYOUT" ? "forecast.basisPayout" : "forecast.basis", { count: caseCount })}</>
      )}
    </p>
  );
}

function Running({ forecast }: { forecast: Forecast }) {
  const t = useT();
  const { step, medianMinutes, medianAt, ninetiethAt } = forecast;
  if (medianMinutes === null) return t("forecast.unknown");
  if (ninetiethAt === null) return t("forecast.late");
  const latest = <Instant at={ninetiethAt} />;
  if (medianAt === null)
    return (
      <>
        {t(step === "PAYOUT" ? "forecast.latestPayout" : "forecast.latest")} {latest}
      </>
    );
  return (
    <>
      {t(step === "PAYOUT" ? "forecast.payout" : "forecast.median")} <Instant at={medianAt} />
      {t("forecast.and")}
      {t("forecast.ninetieth")} {latest}
    </>
  );
}

function Paused({ forecast }: { forecast: Forecast }) {
  const t = useT();
  const { locale } = useLocale();
  const { medianMinutes, elapsedMinutes } = forecast;
  if (medianMinutes === null) return t("forecast.unknown");
  return t("forecast.afterPause", { time: formatWorkingTime(Math.max(0, medianMinutes - elapsedMinutes), locale) });
}
