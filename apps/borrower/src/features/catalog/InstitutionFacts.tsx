import { lazy, Suspense } from "react";
import type { InstitutionFacts_InstitutionFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Fact } from "../../ui/Fact.tsx";
import styles from "./InstitutionFacts.module.css";

graphql(`
  fragment InstitutionFacts_institution on Institution {
    id
    name
    licenceKind
    licenceNumber
    uscc
    province
    servicePhone
    expectedTimes {
      step
      caseCount
      medianMinutes
      ninetiethMinutes
    }
  }
`);

// Below the fold: its words and arithmetic come after the page.
const DecisionTime = lazy(async () => ({ default: (await import("./DecisionTime.tsx")).DecisionTime }));

/** Who lends, with the numbers under which the regulator knows them. */
export function InstitutionFacts({ institution }: { institution: InstitutionFacts_InstitutionFragment }) {
  const t = useT();
  return (
    <dl className={styles.facts}>
      <Fact label={t("institution.name")}>{institution.name}</Fact>
      <Fact label={t("institution.licence")}>{t(`licence.${institution.licenceKind}`)}</Fact>
      <Fact label={t("institution.licenceNumber")}>{institution.licenceNumber}</Fact>
      <Fact label={t("institution.uscc")}>{institution.uscc}</Fact>
      <Fact label={t("institution.time")}>
        <Suspense fallback="…">
          <DecisionTime times={institution.expectedTimes} />
        </Suspense>
      </Fact>
      <Fact label={t("institution.province")}>{institution.province}</Fact>
      <Fact label={t("institution.phone")}>
        <a href={`tel:${institution.servicePhone}`} className={styles.phone}>
          {institution.servicePhone}
        </a>
      </Fact>
    </dl>
  );
}
