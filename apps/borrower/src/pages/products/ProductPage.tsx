import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { classNames, ErrorState, fitToRange, LinkButton, Skeleton } from "@daichao/ui/light";
import { lazy, Suspense, useDeferredValue, useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { ApplyBar } from "../../features/catalog/ApplyBar.tsx";
import { CalculatorLink } from "../../features/catalog/CalculatorLink.tsx";
import { CompareButton } from "../../features/catalog/CompareButton.tsx";
import { CompareDock } from "../../features/catalog/CompareDock.tsx";
import { FeeList } from "../../features/catalog/FeeList.tsx";
import { InstitutionFacts } from "../../features/catalog/InstitutionFacts.tsx";
import { ProductConditions } from "../../features/catalog/ProductConditions.tsx";
import { ProductSummary } from "../../features/catalog/ProductSummary.tsx";
import { methods } from "../../features/catalog/product-search.ts";
import type { Ask } from "../../features/catalog/QuoteCalculator.tsx";
import { QuoteCalculator } from "../../features/catalog/QuoteCalculator.tsx";
import { QuotePlan, QuoteResult } from "../../features/catalog/QuoteResult.tsx";
import type { ProductPageQuery, ProductPageQueryVariables } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useChangedActivity, useProductActivity } from "../../lib/activity.ts";
import { lazyPart } from "../../lib/lazy-part.ts";
import { amountIn, termIn, wholeYuan, yuan } from "../../lib/need.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { matchingTexts, noticeTexts, useT } from "../../lib/texts.ts";
import { useDebouncedValue } from "../../lib/use-debounced-value.ts";
import { useFresh } from "../../lib/use-fresh.ts";
import { NothingHere } from "../../ui/NothingHere.tsx";
import { PageSkeleton } from "../../ui/PageSkeleton.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./ProductPage.module.css";

const ProductMatch = lazyPart(async () => (await import("./ProductMatch.tsx")).ProductMatch, matchingTexts);
// Only a product that is not offered any more needs others in its place.
const Alternatives = lazy(async () => ({
  default: (await import("../../features/catalog/Alternatives.tsx")).Alternatives,
}));

const ProductPageDocument = graphql(`
  query ProductPage($slug: String!, $amount: Money, $term: Int, $method: RepaymentMethod) {
    product(slug: $slug) {
      id
      name
      amountMin
      amountMax
      isAvailable
      ...ProductSummary_product @unmask
      ...QuoteCalculator_product @unmask
      ...FeeList_product @unmask
      ...ProductConditions_product @unmask
      institution {
        id
        ...InstitutionFacts_institution @unmask
      }
      quote(amount: $amount, termCount: $term, method: $method) {
        amount
        termCount
        method
        ...QuoteResult_quote @unmask
        ...FeeList_quote @unmask
        ...ApplyBar_quote @unmask
      }
      ...CalculatorLink_product @unmask
    }
  }
`);

// The star comes with its texts once the product stands.
const FavouriteButton = lazyPart(
  async () => (await import("../../features/activity/FavouriteButton.tsx")).FavouriteButton,
  noticeTexts,
);

type Product = NonNullable<ProductPageQuery["product"]>;
type Wish = Omit<ProductPageQueryVariables, "slug">;

function wishIn(params: URLSearchParams): Wish {
  const amount = amountIn(params);
  return {
    amount: amount === null ? undefined : yuan(amount),
    term: termIn(params) ?? undefined,
    method: methods.find((method) => method === params.get("method")),
  };
}

export function ProductPage() {
  const t = useT();
  const { slug = "" } = useParams();
  const [params, setParams] = useSearchParams();
  const wish = useDebouncedValue(params.toString(), 250);
  const { data, previousData, error, loading, refetch } = useQuery(ProductPageDocument, {
    variables: { slug, ...wishIn(new URLSearchParams(wish)) },
  });
  useFresh(refetch);
  const latest = data === undefined ? previousData?.product : data.product;
  const product = useDeferredValue(latest);
  usePageTitle(product?.name);
  useProductActivity(product?.id);
  const asked = product?.quote;
  useChangedActivity(
    product && asked
      ? { kind: "CALCULATOR_USED", productId: product.id, amount: asked.amount, termCount: asked.termCount }
      : null,
  );
  if (product === undefined || (product === null && error !== undefined)) {
    if (error === undefined) return <PageSkeleton />;
    return <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />;
  }
  if (product === null) return <Gone />;
  const ask = (next: Ask) =>
    setParams(
      { amount: String(next.amount), term: String(next.term), method: next.method },
      { replace: true, preventScrollReset: true },
    );
  return (
    <div className={styles.page}>
      <ProductSummary
        product={product}
        star={
          <Suspense>
            <FavouriteButton productId={product.id} name={product.name} />
          </Suspense>
        }
      />
      {product.isAvailable ? (
        <Calculation key={product.id} product={product} isStale={loading || product !== latest} onAsk={ask} />
      ) : (
        <Suspense fallback={<Skeleton height={320} />}>
          <Alternatives slug={slug} amount={product.quote.amount} term={product.quote.termCount} />
        </Suspense>
      )}
      {product.isAvailable && product.quote !== null && (
        <Suspense fallback={<Skeleton silent height={84} />}>
          <ProductMatch
            productId={product.id}
            need={{ amount: wholeYuan(product.quote.amount), term: product.quote.termCount }}
          />
        </Suspense>
      )}
      <Section title={t("fee.title")} hint={t("fee.hint")}>
        <FeeList product={product} quote={product.quote} />
      </Section>
      <Section title={t("conditions.title")}>
        <ProductConditions product={product} />
      </Section>
      <Section title={t("institution.title")}>
        <InstitutionFacts institution={product.institution} />
      </Section>
      <CompareDock
        amount={wholeYuan(product.quote.amount)}
        term={product.quote.termCount}
        method={wishIn(params).method ?? undefined}
      >
        {product.isAvailable && (
          <ApplyBar productId={product.id} quote={product.quote}>
            <CompareButton product={product} />
          </ApplyBar>
        )}
      </CompareDock>
    </div>
  );
}

function Gone() {
  const t = useT();
  return (
    <NothingHere title={t("product.gone")} reason={t("product.goneReason")}>
      <LinkButton href="/products" variant="primary">
        {t("missing.action")}
      </LinkButton>
    </NothingHere>
  );
}

interface CalculationProps {
  product: Product;
  isStale: boolean;
  onAsk: (ask: Ask) => void;
}

/** The ask moves at once under the finger; its figures follow from the api. */
function Calculation({ product, isStale, onAsk }: CalculationProps) {
  const t = useT();
  const { quote } = product;
  const limits = { min: wholeYuan(product.amountMin), max: wholeYuan(product.amountMax) };
  const [ask, setAsk] = useState<Ask>({
    amount: fitToRange(quote === null ? limits.min : wholeYuan(quote.amount), limits),
    term: quote?.termCount ?? product.termOptions[0] ?? 12,
    method: quote?.method ?? product.repaymentMethods[0] ?? "EQUAL_INSTALMENT",
  });
  const change = (next: Ask) => {
    setAsk(next);
    onAsk(next);
  };
  return (
    <Section id="quote" title={t("quote.title")} hint={t("quote.hint")}>
      <div className={styles.calculation}>
        <QuoteCalculator product={product} ask={ask} onAsk={change} />
        <div className={classNames(isStale && styles.stale)} aria-live="polite" aria-busy={isStale}>
          {quote !== null && <QuoteResult quote={quote} />}
        </div>
      </div>
      {quote !== null && <QuotePlan quote={quote} />}
      <p>
        <CalculatorLink product={product} ask={ask} />
      </p>
    </Section>
  );
}
