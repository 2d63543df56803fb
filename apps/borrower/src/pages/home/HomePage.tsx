import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { RightIcon } from "@daichao/ui";
import { EmptyState, ErrorState, LinkButton, Money, Skeleton } from "@daichao/ui/light";
import { lazy, Suspense, useDeferredValue, useState } from "react";
import { useSearchParams } from "react-router";
import { CompareDock } from "../../features/catalog/CompareDock.tsx";
import { NeedForm } from "../../features/catalog/NeedForm.tsx";
import { ProductRow } from "../../features/catalog/ProductRow.tsx";
import { RowSkeletons } from "../../features/catalog/RowSkeletons.tsx";
import type { HomePageQuery } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { lazyPart } from "../../lib/lazy-part.ts";
import type { Need } from "../../lib/need.ts";
import { firstNeed, needLimits, termIn, wholeWithin, yuan } from "../../lib/need.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useSession } from "../../lib/session.tsx";
import { matchingTexts, useT } from "../../lib/texts.ts";
import { useDebouncedValue } from "../../lib/use-debounced-value.ts";
import { useFresh } from "../../lib/use-fresh.ts";
import { WhenSeen } from "../../ui/WhenSeen.tsx";
import styles from "./HomePage.module.css";

const PrecheckEntry = lazyPart(
  async () => (await import("../../features/recommendations/PrecheckEntry.tsx")).PrecheckEntry,
  matchingTexts,
);
const HomePlacements = lazyPart(async () => (await import("./HomePlacements.tsx")).HomePlacements, matchingTexts);
const Recommended = lazyPart(async () => (await import("./Recommended.tsx")).Recommended, matchingTexts);
const MyLoans = lazy(async () => ({ default: (await import("./MyLoans.tsx")).MyLoans }));

const HomePageDocument = graphql(`
  query HomePage($filter: ProductFilter!) {
    products(filter: $filter, sort: TOTAL_COST, first: 4) {
      totalCount
      edges {
        cursor
        node {
          id
          ...ProductRow_product @unmask
        }
        quote {
          totalCost
          highestPayment
          ...ProductRow_quote @unmask
        }
      }
    }
  }
`);

const shownFirst = 4;

function useNeed(): [Need, (need: Need) => void] {
  const [params, setParams] = useSearchParams();
  const inAddress: Need = {
    amount: wholeWithin(params.get("amount"), needLimits.min, needLimits.max) ?? firstNeed.amount,
    term: termIn(params) ?? firstNeed.term,
  };
  const [need, setNeed] = useState(inAddress);
  return [
    need,
    (next) => {
      setNeed(next);
      setParams({ amount: String(next.amount), term: String(next.term) }, { replace: true, preventScrollReset: true });
    },
  ];
}

export function HomePage() {
  const t = useT();
  usePageTitle(null);
  const { isSignedIn } = useSession();
  const [need, setNeed] = useNeed();
  const settled = useDebouncedValue(need, 250);
  const { data, previousData, error, refetch } = useQuery(HomePageDocument, {
    variables: { filter: { amount: yuan(settled.amount), termCount: settled.term } },
  });
  useFresh(refetch);
  const products = useDeferredValue((data ?? previousData)?.products);
  return (
    <div className={styles.page}>
      <section className={styles.hero} aria-labelledby="headline">
        {isSignedIn && (
          <div className={styles.mine}>
            <Suspense fallback={<Skeleton silent height={112} />}>
              <MyLoans />
            </Suspense>
          </div>
        )}
        <div className={styles.words}>
          <h1 id="headline" className={styles.headline}>
            {t("home.headline")}
          </h1>
          <p className={styles.lead}>{t("home.lead")}</p>
        </div>
        <div className={styles.card}>
          <NeedForm need={need} onNeed={setNeed} />
          <Matches products={products} need={need} />
        </div>
      </section>
      <Suspense fallback={<Skeleton silent height={84} />}>
        <PrecheckEntry need={settled} />
      </Suspense>
      <section className={styles.section} aria-labelledby="cheapest">
        <header className={styles.sectionHead}>
          <h2 id="cheapest" className={styles.sectionTitle}>
            {t("home.cheapest")}
          </h2>
          <p className={styles.quiet}>{t("home.cheapestHint")}</p>
        </header>
        {error !== undefined && products === undefined && (
          <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />
        )}
        {products === undefined && error === undefined && <RowSkeletons count={shownFirst} />}
        {products !== undefined && <Cheapest products={products} need={settled} />}
      </section>
      <WhenSeen height={720}>
        <Suspense fallback={<Skeleton silent height={720} />}>
          <HomePlacements need={settled} />
          <Recommended need={settled} />
        </Suspense>
      </WhenSeen>
      <Promises />
      <CompareDock amount={settled.amount} term={settled.term} />
    </div>
  );
}

type Products = HomePageQuery["products"];

function Cheapest({ products, need }: { products: Products; need: Need }) {
  const t = useT();
  if (products.edges.length === 0) {
    return (
      <EmptyState
        title={t("home.noMatch")}
        reason={t("home.noMatchReason")}
        action={<LinkButton href="/products">{t("home.all")}</LinkButton>}
      />
    );
  }
  return (
    <ul className={styles.list}>
      {products.edges.slice(0, shownFirst).map(({ node, quote }) => (
        <li key={node.id}>
          <ProductRow product={node} quote={quote} need={need} />
        </li>
      ))}
    </ul>
  );
}

/** How many products fit, live; and the least such a loan costs. */
function Matches({ products, need }: { products: Products | undefined; need: Need }) {
  const t = useT();
  const best = products?.edges[0]?.quote;
  return (
    <div className={styles.matches}>
      <p className={styles.found} role="status">
        <span className={styles.number}>{products?.totalCount ?? "–"}</span>
        <span>{t("home.matches", { count: products?.totalCount ?? 0 })}</span>
      </p>
      <p className={styles.best}>
        {best === undefined ? (
          t("home.noMatchReason")
        ) : (
          <>
            {t("home.least")} <Money amount={best.totalCost} /> · {t("home.month")}{" "}
            <Money amount={best.highestPayment} />
          </>
        )}
      </p>
      <LinkButton
        block
        size="large"
        variant="primary"
        icon={RightIcon}
        href={`/products?amount=${need.amount}&term=${need.term}`}
        className={styles.go}
      >
        {t("home.compare")}
      </LinkButton>
    </div>
  );
}

const promises = ["order", "cost", "consent"] as const;

function Promises() {
  const t = useT();
  return (
    <section className={styles.promises} aria-label={t("home.promises")}>
      {promises.map((promise) => (
        <div key={promise} className={styles.promise}>
          <h2 className={styles.promiseTitle}>{t(`home.promise.${promise}`)}</h2>
          <p className={styles.quiet}>{t(`home.promise.${promise}.text`)}</p>
        </div>
      ))}
    </section>
  );
}
