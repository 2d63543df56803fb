import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { VisuallyHidden } from "@daichao/ui";
import { Button, classNames, EmptyState, ErrorState, Segmented, Skeleton } from "@daichao/ui/light";
import type { ReactNode } from "react";
import { memo, Suspense, useDeferredValue, useMemo, useState } from "react";
import { CompareDock } from "../../features/catalog/CompareDock.tsx";
import { ProductFilters } from "../../features/catalog/ProductFilters.tsx";
import { ProductRow } from "../../features/catalog/ProductRow.tsx";
import type { ProductSearch } from "../../features/catalog/product-search.ts";
import { filterOf, isNarrowed, narrowing, sortOf, sorts } from "../../features/catalog/product-search.ts";
import { Relaxations } from "../../features/catalog/Relaxations.tsx";
import { RowSkeletons } from "../../features/catalog/RowSkeletons.tsx";
import { SearchBar } from "../../features/catalog/SearchBar.tsx";
import { SearchReading } from "../../features/catalog/SearchReading.tsx";
import type { ProductsPageQuery } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useChangedActivity } from "../../lib/activity.ts";
import { lazyExtra } from "../../lib/lazy-extra.ts";
import { lazyPart, partWithTexts } from "../../lib/lazy-part.ts";
import type { Need } from "../../lib/need.ts";
import { firstNeed, wholeYuan, yuan } from "../../lib/need.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { usePrecheckToken } from "../../lib/precheck.ts";
import { useSession } from "../../lib/session.tsx";
import { matchingTexts, noticeTexts, useT } from "../../lib/texts.ts";
import { useFresh } from "../../lib/use-fresh.ts";
import { useLater } from "../../lib/use-later.ts";
import type { MatchNotes } from "./ProductMatches.tsx";
import styles from "./ProductsPage.module.css";
import { useSearch } from "./useSearch.ts";

// Only a day without a network needs it; the worker keeps it ready.
const KeptProducts = lazyExtra(async () => (await import("../../features/catalog/KeptProducts.tsx")).KeptProducts);

const ProductsPageDocument = graphql(`
  query ProductsPage($filter: ProductFilter, $sort: ProductSort!, $after: String, $first: Int!) {
    products(filter: $filter, sort: $sort, first: $first, after: $after) {
      totalCount
      reading {
        ...SearchReading_reading @unmask
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      facets {
        ...ProductFilters_facets @unmask
      }
      edges {
        cursor
        node {
          id
          ...ProductRow_product @unmask
        }
        quote {
          ...ProductRow_quote @unmask
        }
      }
    }
  }
`);

// Saving belongs to a look at the list, not to its first load.
const SaveSearch = lazyPart(
  async () => (await import("../../features/activity/SaveSearch.tsx")).SaveSearch,
  noticeTexts,
);
// A star waits for the session: it comes with the room it takes, and moves nothing.
const loadStar = () =>
  partWithTexts(async () => (await import("../../features/activity/FavouriteButton.tsx")).FavouriteButton, noticeTexts);
const ProductsPlacements = lazyPart(
  async () => (await import("./ProductsPlacements.tsx")).ProductsPlacements,
  matchingTexts,
);
const ProductMatches = lazyPart(async () => (await import("./ProductMatches.tsx")).ProductMatches, matchingTexts);
const noNotes: MatchNotes = new Map();
// Whoever has asked for nothing yet gets a first look; whoever has, the answers.
const firstLook = 8;
const answersAtOnce = 12;

/** The loan a search is about: what is typed into the boxes, else what the words say. */
function needIn(search: ProductSearch, reading: Products["reading"] | undefined): Partial<Need> {
  const said = reading?.amount;
  return {
    amount: search.amount ?? (said ? wholeYuan(said) : undefined),
    term: search.term ?? reading?.termCount ?? undefined,
  };
}

export function ProductsPage() {
  const t = useT();
  usePageTitle(t("products.title"));
  const [search, setSearch] = useSearch();
  const isNarrow = narrowing.some((by) => isNarrowed(search, by));
  const variables = { filter: filterOf(search), sort: sortOf(search), first: isNarrow ? answersAtOnce : firstLook };
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(ProductsPageDocument, {
    variables,
    notifyOnNetworkStatusChange: true,
  });
  useChangedActivity({
    kind: "SEARCHED",
    ...(search.amount !== null && { amount: yuan(search.amount) }),
    ...(search.term !== null && { termCount: search.term }),
    ...(search.categories[0] !== undefined && { category: search.categories[0] }),
  });
  useFresh(refetch);
  const latest = (data ?? previousData)?.products;
  // A long list is drawn in pieces: a slow phone answers a touch between them.
  const products = useDeferredValue(latest);
  const need = needIn(search, products?.reading);
  const count = products?.totalCount ?? 0;
  const isStale = (data === undefined && previousData !== undefined && loading) || products !== latest;
  const { amount = firstNeed.amount, term = firstNeed.term } = need;
  const asked = useMemo<Need>(() => ({ amount, term }), [amount, term]);
  const [notes, setNotes] = useState<MatchNotes>(noNotes);
  const { isSignedIn } = useSession();
  const isKnown = usePrecheckToken() !== null || isSignedIn;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t("products.title")}</h1>
        <p className={styles.quiet}>{t("products.order")}</p>
      </header>
      <section className={styles.tools} aria-label={t("products.narrow")}>
        <Bar search={search} onSearch={setSearch} />
        <Filters
          search={search}
          facets={products?.facets ?? null}
          count={isStale ? null : (products?.totalCount ?? null)}
          onSearch={setSearch}
        />
      </section>
      {products?.reading && <SearchReading reading={products.reading} search={search} isAnswered={count > 0} />}
      {products !== undefined && isKnown && (
        <Suspense fallback={<Skeleton silent height={240} />}>
          <ProductMatches ids={products.edges.map(({ node }) => node.id)} need={asked} onNotes={setNotes} />
        </Suspense>
      )}
      {count > 0 && <SortLine search={search} count={count} onSearch={setSearch} />}
      {error !== undefined && products === undefined && (
        <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />
      )}
      {error !== undefined && products === undefined && toFailure(error).kind === "network" && (
        <Suspense>
          <KeptProducts />
        </Suspense>
      )}
      {products === undefined && error === undefined && <RowSkeletons count={5} />}
      {products !== undefined && (
        <div className={classNames(isStale && styles.stale)} aria-busy={isStale}>
          <h2>
            <VisuallyHidden>{t("products.results")}</VisuallyHidden>
          </h2>
          <Results products={products} search={search} need={asked} notes={notes} />
        </div>
      )}
      {/* After the list: what is paid for comes later than the page, and may move nothing that is being read. */}
      {products !== undefined && (
        <Suspense>
          <ProductsPlacements need={asked} />
        </Suspense>
      )}
      {products?.pageInfo.hasNextPage && (
        <Button
          block
          loading={loading}
          onClick={() => void fetchMore({ variables: { after: products.pageInfo.endCursor } })}
        >
          {t("products.more", { left: count - products.edges.length })}
        </Button>
      )}
      <CompareDock
        amount={need.amount ?? null}
        term={need.term ?? null}
        method={search.methods.length === 1 ? search.methods[0] : undefined}
      />
    </div>
  );
}

type Products = ProductsPageQuery["products"];
// Drawn again only when what they show is another: answers arrive more often than that.
const Bar = memo(SearchBar);
const Filters = memo(ProductFilters);

interface PartProps {
  search: ProductSearch;
  onSearch: (search: ProductSearch) => void;
}

function SortLine({ search, count, onSearch }: PartProps & { count: number }) {
  const t = useT();
  return (
    <div className={styles.line}>
      <p className={styles.count} role="status">
        {t("products.count", { count })}
      </p>
      <Suspense>
        <SaveSearch filter={filterOf(search)} sort={sortOf(search)} />
      </Suspense>
      <div className={styles.sorts}>
        <Segmented
          legend={t("sort.legend")}
          hideLegend
          value={sortOf(search)}
          choices={[...(search.text === "" ? [] : (["RELEVANCE"] as const)), ...sorts].map((value) => ({
            value,
            label: t(`sort.${value}`),
          }))}
          onValueChange={(sort) => onSearch({ ...search, sort })}
        />
      </div>
      <div className={styles.view}>
        <Segmented
          look="joined"
          legend={t("view.legend")}
          hideLegend
          value={search.view ?? "list"}
          choices={[
            { value: "list", label: t("view.list") },
            { value: "cards", label: t("view.cards") },
          ]}
          onValueChange={(view) => onSearch({ ...search, view: view === "cards" ? view : null })}
        />
      </div>
    </div>
  );
}

function Star({ productId, name }: { productId: string; name: string }) {
  const FavouriteButton = useLater(loadStar);
  return (
    <span className={styles.star}>
      {FavouriteButton && <FavouriteButton productId={productId} name={name} isCompact />}
    </span>
  );
}

interface RowProps {
  product: Products["edges"][number]["node"];
  quote: Products["edges"][number]["quote"];
  need: Need;
  note: ReactNode;
}

/** Drawn again only when it is another product, price or note: what comes late to the page does not go through all rows. */
const Row = memo(({ product, quote, need, note }: RowProps) => (
  <li>
    <ProductRow
      product={product}
      quote={quote}
      need={need}
      star={<Star productId={product.id} name={product.name} />}
    />
    {note}
  </li>
));

interface ResultsProps {
  products: Products;
  search: ProductSearch;
  need: Need;
  notes: MatchNotes;
}

function Results({ products, search, need, notes }: ResultsProps) {
  const t = useT();
  if (products.edges.length === 0) {
    if (narrowing.some((by) => isNarrowed(search, by))) {
      return (
        <>
          <Relaxations search={search} unknown={products.reading?.ignored} />
          {/* What nobody offers yet is worth being told of once somebody does. */}
          <div className={styles.beside}>
            <Suspense>
              <SaveSearch filter={filterOf(search)} sort={sortOf(search)} />
            </Suspense>
          </div>
        </>
      );
    }
    return <EmptyState title={t("products.none")} reason={t("products.noneReason")} />;
  }
  return (
    <ul className={classNames(styles.list, search.view === "cards" && styles.cards)}>
      {products.edges.map(({ node, quote }) => (
        <Row key={node.id} product={node} quote={quote} need={need} note={notes.get(node.id)} />
      ))}
    </ul>
  );
}
