import { Anchor } from "@daichao/ui/light";
import type { CalculatorLink_ProductFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { calculatorMethods, percentOf, writeCalculator } from "./calculator-address.ts";
import type { Ask } from "./QuoteCalculator.tsx";

graphql(`
  fragment CalculatorLink_product on Product {
    id
    slug
    rateMax
    dayCount
    fees {
      code
      timing
      basis
      amount
      rate
      payment
    }
  }
`);

type PricedProduct = Pick<CalculatorLink_ProductFragment, "slug" | "rateMax" | "dayCount" | "fees">;

/** The calculator with this product's own terms, at the rate its quotes are made with: the highest. */
export function calculatorHref({ slug, rateMax, dayCount, fees }: PricedProduct, ask: Ask): string {
  const params = writeCalculator({
    amount: ask.amount,
    term: ask.term,
    otherTerm: null,
    rate: percentOf(rateMax),
    method: calculatorMethods.find((method) => method === ask.method) ?? "EQUAL_INSTALMENT",
    dayCount,
    monthEnd: "LAST_DAY",
    startOn: null,
    firstDueOn: null,
    fees: fees.map(({ amount, rate, ...fee }) => ({ ...fee, value: amount ?? percentOf(rate ?? "0") })),
    product: slug,
  });
  return `/calculator?${params}`;
}

export function CalculatorLink({ product, ask }: { product: CalculatorLink_ProductFragment; ask: Ask }) {
  const t = useT();
  return <Anchor href={calculatorHref(product, ask)}>{t("product.calculator")}</Anchor>;
}
