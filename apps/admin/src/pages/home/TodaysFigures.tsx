import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { ErrorState, Skeleton } from "@daichao/ui/light";
import { useEffect } from "react";
import { FigureAge } from "../../features/analytics/FigureAge.tsx";
import { FigureTrend } from "../../features/analytics/FigureTrend.tsx";
import { LiveFigures } from "../../features/analytics/LiveFigures.tsx";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./TodaysFigures.module.css";

const TodaysFiguresDocument = graphql(`
  query TodaysFigures {
    platformFigures {
      countedAt
      ...LiveFigures_figures @unmask
      ...FigureTrend_figures @unmask
    }
  }
`);

const TodaysFiguresChangedDocument = graphql(`
  subscription TodaysFiguresChanged {
    platformFiguresChanged {
      countedAt
      ...LiveFigures_figures @unmask
      ...FigureTrend_figures @unmask
    }
  }
`);

/** Live figures: pushed when something happens, asked every ten seconds because nobody says when they leave. */
export function TodaysFigures() {
  const t = useT();
  const { data, error, refetch, subscribeToMore } = useQuery(TodaysFiguresDocument, { pollInterval: 10_000 });
  useEffect(
    () =>
      subscribeToMore({
        document: TodaysFiguresChangedDocument,
        updateQuery: (_, { subscriptionData }) => ({ platformFigures: subscriptionData.data.platformFiguresChanged }),
      }),
    [subscribeToMore],
  );
  if (data === undefined)
    return error === undefined ? (
      <>
        <Skeleton height={104} />
        <Skeleton silent height={250} />
      </>
    ) : (
      <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />
    );
  const { platformFigures } = data;
  return (
    <>
      <section className={styles.today} aria-labelledby="figures-today">
        <header className={styles.head}>
          <h2 id="figures-today" className={styles.title}>
            {t("figure.today")}
          </h2>
          <span className={styles.age}>
            <FigureAge countedAt={platformFigures.countedAt} />
          </span>
        </header>
        <LiveFigures figures={platformFigures} />
      </section>
      <FigureTrend figures={platformFigures} />
    </>
  );
}
