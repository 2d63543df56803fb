import { Icon, InfoIcon, WarningIcon } from "@daichao/ui";
import { Anchor, Button } from "@daichao/ui/light";
import type { ProductBehind_ProductFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { calculatorHref } from "./CalculatorLink.tsx";
import type { CalculatorAsk } from "./calculator-address.ts";
import { readCalculator, writeCalculator } from "./calculator-address.ts";
import styles from "./ProductBehind.module.css";

graphql(`
  fragment ProductBehind_product on Product {
    id
    name
    isAvailable
    ...CalculatorLink_product @unmask
    alternatives {
      id
      slug
      name
    }
  }
`);

/** Whether the calculation still has the product's own rate, day count and fees. */
function hasTermsOf(product: ProductBehind_ProductFragment, ask: CalculatorAsk): boolean {
  const own = readCalculator(
    new URLSearchParams(calculatorHref(product, { ...ask, method: "EQUAL_INSTALMENT" }).split("?")[1]),
  );
  const compared = ({ rate, dayCount, fees }: CalculatorAsk) =>
    writeCalculator({ ...own, rate, dayCount, fees, startOn: null, firstDueOn: null }).toString();
  return compared(own) === compared(ask);
}

export interface ProductBehindProps {
  /** Null for a product that never was. */
  product: ProductBehind_ProductFragment | null;
  ask: CalculatorAsk;
  onForget: () => void;
}

/** Whose terms the calculation began with, and whether they still are that product's terms. */
export function ProductBehind({ product, ask, onForget }: ProductBehindProps) {
  const t = useT();
  const isOwn = product !== null && hasTermsOf(product, ask);
  const isGone = product === null || !product.isAvailable;
  return (
    <aside className={styles.behind} role="status">
      <Icon shape={isGone || !isOwn ? WarningIcon : InfoIcon} className={styles.icon} />
      <div className={styles.words}>
        <p>
          {product === null ? (
            t("calculator.noProduct")
          ) : (
            <>
              <Anchor href={`/products/${product.slug}`}>{product.name}</Anchor>{" "}
              {t(isGone ? "calculator.gone" : isOwn ? "calculator.own" : "calculator.differs")}
            </>
          )}
        </p>
        {product !== null && isGone && product.alternatives.length > 0 && (
          <p className={styles.others}>
            {t("product.alternatives")}
            {product.alternatives.map(({ id, slug, name }) => (
              <Anchor key={id} href={`/products/${slug}?amount=${ask.amount}&term=${ask.term}`}>
                {name}
              </Anchor>
            ))}
          </p>
        )}
      </div>
      <Button variant="quiet" size="small" onClick={onForget}>
        {t("calculator.forget")}
      </Button>
    </aside>
  );
}
