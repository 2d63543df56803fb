import { formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { NumberField, Segmented } from "@daichao/ui/light";
import type { QuoteCalculator_ProductFragment, RepaymentMethod } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { wholeYuan } from "../../lib/need.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./QuoteCalculator.module.css";

graphql(`
  fragment QuoteCalculator_product on Product {
    id
    amountMin
    amountMax
    termOptions
    repaymentMethods
  }
`);

export interface Ask {
  readonly amount: number;
  readonly term: number;
  readonly method: RepaymentMethod;
}

export interface QuoteCalculatorProps {
  product: QuoteCalculator_ProductFragment;
  ask: Ask;
  onAsk: (ask: Ask) => void;
}

/** The loan one has in mind, within what the product offers; the figures come from the api, never from here. */
export function QuoteCalculator({ product, ask, onAsk }: QuoteCalculatorProps) {
  const t = useT();
  const { locale } = useLocale();
  const [min, max] = [wholeYuan(product.amountMin), wholeYuan(product.amountMax)];
  const step = min % 1_000 === 0 && max % 1_000 === 0 ? 1_000 : 100;
  return (
    <div className={styles.form}>
      <NumberField
        label={t("need.amount")}
        suffix={t("unit.yuan")}
        slider
        value={ask.amount}
        min={min}
        max={max}
        step={step}
        ends={[min.toLocaleString("en-US"), max.toLocaleString("en-US")]}
        onValueChange={(amount) => onAsk({ ...ask, amount })}
      />
      <Segmented
        legend={t("need.term")}
        value={String(ask.term)}
        choices={product.termOptions.map((term) => ({ value: String(term), label: formatTerm(term, locale) }))}
        onValueChange={(term) => onAsk({ ...ask, term: Number(term) })}
      />
      {product.repaymentMethods.length > 1 && (
        <Segmented
          legend={t("fact.method")}
          value={ask.method}
          choices={product.repaymentMethods.map((method) => ({ value: method, label: t(`repaymentMethod.${method}`) }))}
          onValueChange={(method) => onAsk({ ...ask, method })}
        />
      )}
    </div>
  );
}
