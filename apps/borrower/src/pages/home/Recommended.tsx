import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { Button, EmptyState, ErrorState } from "@daichao/ui/light";
import { useDeferredValue, useState } from "react";
import { ProductRow } from "../../features/catalog/ProductRow.tsx";
import { RowSkeletons } from "../../features/catalog/RowSkeletons.tsx";
import { PersonalSwitch } from "../../features/recommendations/PersonalSwitch.tsx";
import { RankExplanation } from "../../features/recommendations/RankExplanation.tsx";
import { RankReasons } from "../../features/recommendations/RankReasons.tsx";
import { graphql } from "../../gql/index.ts";
import type { Need } from "../../lib/need.ts";
import { yuan } from "../../lib/need.ts";
import { useSession } from "../../lib/session.tsx";
import { useT } from "../../lib/texts.ts";
import { useFresh } from "../../lib/use-fresh.ts";
import styles from "./Recommended.module.css";

const RecommendedDocument = graphql(`
  query Recommended($need: NeedInput!) {
    recommendations(need: $need, first: 4) {
      id
      basis
      candidateCount
      items {
        product {
          id
          ...ProductRow_product @unmask
        }
        quote {
          ...ProductRow_quote @unmask
        }
        ...RankReasons_item @unmask
      }
      excluded {
        product {
          id
          name
        }
        failures {
          criterion
          text
        }
      }
    }
  }
`);

const shownExcluded = 5;

/** Products in the recommended order, each with why it stands there; the personal order is one tap away, on and off. */
export function Recommended({ need }: { need: Need }) {
  const t = useT();
  const { isSignedIn } = useSession();
  const { data, previousData, error, refetch } = useQuery(RecommendedDocument, {
    variables: { need: { amount: yuan(need.amount), termCount: need.term } },
    fetchPolicy: "cache-and-network",
  });
  useFresh(refetch);
  const [asked, setAsked] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const ranking = useDeferredValue((data ?? previousData)?.recommendations);
  const isPersonal = ranking?.basis === "PERSONAL";
  return (
    <section className={styles.section} aria-labelledby="recommended">
      <header className={styles.head}>
        <div>
          <h2 id="recommended" className={styles.title}>
            {t(isPersonal ? "rank.titlePersonal" : "rank.title")}
          </h2>
          <p className={styles.quiet}>{t(isPersonal ? "rank.hintPersonal" : "rank.hint")}</p>
        </div>
        {isSignedIn && ranking !== undefined && (
          <PersonalSwitch isPersonal={isPersonal} onChanged={() => void refetch()} />
        )}
      </header>
      {ranking === undefined && error === undefined && <RowSkeletons count={4} />}
      {ranking === undefined && error !== undefined && (
        <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />
      )}
      {ranking?.items.length === 0 && <EmptyState title={t("home.noMatch")} reason={t("home.noMatchReason")} />}
      <ol className={styles.list}>
        {ranking?.items.map((item) => (
          <li key={item.product.id} className={styles.item}>
            <ProductRow product={item.product} quote={item.quote} need={need} />
            <div className={styles.why}>
              <RankReasons item={item} isPersonal={isPersonal} />
              <Button
                size="small"
                variant="quiet"
                onClick={() => setAsked({ id: item.product.id, name: item.product.name })}
              >
                {t("why.open")}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {ranking !== undefined && ranking.excluded.length > 0 && (
        <details className={styles.excluded}>
          <summary>{t("rank.excluded", { count: ranking.excluded.length })}</summary>
          <ul>
            {ranking.excluded.slice(0, shownExcluded).map(({ product, failures }) => (
              <li key={product.id}>
                {product.name}：{failures.map(({ text }) => text).join(t("match.join"))}
              </li>
            ))}
          </ul>
        </details>
      )}
      {asked !== null && ranking !== undefined && (
        <RankExplanation rankingId={ranking.id} productId={asked.id} name={asked.name} onClose={() => setAsked(null)} />
      )}
    </section>
  );
}
