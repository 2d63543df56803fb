import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { formatRate } from "@daichao/ui/format";
import { Day, EmptyState, Tag } from "@daichao/ui/light";
import { useState } from "react";
import { ReliabilityChart } from "../../features/recommendations/ReliabilityChart.tsx";
import type { PromisesPageQuery } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { Panel } from "../../ui/Panel.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./PromisesPage.module.css";

const PromisesPageDocument = graphql(`
  query PromisesPage {
    currentOddsModel {
      id
      version
      trainedOn
      decisionCount
      holdoutCount
      auc
      brier
      calibrationError
      ranking {
        wishCount
        ndcg
        popularityNdcg
        cheapestNdcg
        topCost
        popularityTopCost
      }
      records {
        id
        source
        count
        brier
        calibrationError
        isTold
        institution {
          id
          shortName
        }
        ...ReliabilityChart_record @unmask
      }
    }
  }
`);

type Model = NonNullable<PromisesPageQuery["currentOddsModel"]>;

/** Were the odds we showed kept? Promise and outcome, all together and institution by institution, for everybody to see. */
export function PromisesPage() {
  const t = useT();
  usePageTitle(t("promises.title"));
  const { data, error, refetch } = useQuery(PromisesPageDocument);
  return (
    <div className={styles.page}>
      <header>
        <h1 className={styles.title}>{t("promises.title")}</h1>
        <p className={styles.quiet}>{t("promises.lead")}</p>
      </header>
      <Panel
        data={data}
        failure={error === undefined ? null : toFailure(error)}
        onRetry={() => void refetch()}
        height={480}
      >
        {({ currentOddsModel: model }) =>
          model === null ? (
            <EmptyState title={t("promises.none")} reason={t("promises.noneReason")} />
          ) : (
            <Kept model={model} />
          )
        }
      </Panel>
    </div>
  );
}

const three = (value: number | null): string => (value === null ? "–" : value.toFixed(3));

function Kept({ model }: { model: Model }) {
  const t = useT();
  const [chosen, setChosen] = useState<string | null>(null);
  const holdout = model.records.filter(({ source }) => source === "HOLDOUT");
  const shown = model.records.find(({ source, institution }) => source === "SHOWN" && institution === null);
  const record = holdout.find(({ institution }) => (institution?.id ?? null) === chosen);
  return (
    <>
      <Section title={t("promises.curve")} hint={t("promises.curveHint")}>
        <label className={styles.pick}>
          {t("promises.whose")}
          <select value={chosen ?? ""} onChange={(event) => setChosen(event.target.value || null)}>
            <option value="">{t("promises.all")}</option>
            {holdout.flatMap(({ institution }) =>
              institution === null
                ? []
                : [
                    <option key={institution.id} value={institution.id}>
                      {institution.shortName}
                    </option>,
                  ],
            )}
          </select>
        </label>
        {record !== undefined && <ReliabilityChart record={record} />}
        <p className={styles.quiet}>
          {t("promises.made", { version: model.version, count: model.decisionCount, held: model.holdoutCount ?? 0 })}{" "}
          <Day on={model.trainedOn} />
        </p>
        {shown !== undefined && (
          <p className={styles.quiet}>{t("promises.shown", { count: shown.count, brier: three(shown.brier) })}</p>
        )}
      </Section>
      <Section title={t("promises.institutions")} hint={t("promises.institutionsHint")}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached with the keyboard */}
        <section className={styles.scroll} tabIndex={0} aria-label={t("promises.institutions")}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t("promises.institution")}</th>
                <th scope="col">{t("promises.count")}</th>
                <th scope="col">{t("promises.brier")}</th>
                <th scope="col">{t("promises.error")}</th>
                <th scope="col">{t("promises.told")}</th>
              </tr>
            </thead>
            <tbody>
              {holdout.map(({ id, institution, count, brier, calibrationError, isTold }) => (
                <tr key={id}>
                  <th scope="row">{institution?.shortName ?? t("promises.all")}</th>
                  <td>{count}</td>
                  <td>{three(brier)}</td>
                  <td>{three(calibrationError)}</td>
                  <td>
                    {institution !== null && (
                      <Tag family={isTold ? "success" : "neutral"}>{t(isTold ? "promises.yes" : "promises.no")}</Tag>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Section>
      <Order model={model} />
    </>
  );
}

function Order({ model: { auc, ranking } }: { model: Model }) {
  const t = useT();
  if (ranking === null) return null;
  return (
    <Section title={t("promises.order")} hint={t("promises.orderHint", { count: ranking.wishCount })}>
      <dl className={styles.figures}>
        <div>
          <dt>{t("promises.ours")}</dt>
          <dd>{three(ranking.ndcg)}</dd>
        </div>
        <div>
          <dt>{t("promises.popular")}</dt>
          <dd>{three(ranking.popularityNdcg)}</dd>
        </div>
        <div>
          <dt>{t("promises.cheapest")}</dt>
          <dd>{three(ranking.cheapestNdcg)}</dd>
        </div>
        <div>
          <dt>{t("promises.topCost")}</dt>
          <dd>
            {formatRate(ranking.topCost)} / {formatRate(ranking.popularityTopCost)}
          </dd>
        </div>
        <div>
          <dt>{t("promises.auc")}</dt>
          <dd>{three(auc)}</dd>
        </div>
      </dl>
      <p className={styles.quiet}>{t("promises.notForSale")}</p>
    </Section>
  );
}
