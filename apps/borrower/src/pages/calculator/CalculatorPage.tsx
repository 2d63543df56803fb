import { useQuery } from "@apollo/client/react";
import { CopyIcon, PrintIcon } from "@daichao/ui";
import { formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Button, LinkButton, ScheduleTable, Select, Skeleton, useToast } from "@daichao/ui/light";
import { useDeferredValue, useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { CalculationResult, TermsBeside } from "../../features/catalog/CalculationResult.tsx";
import { CalculatorForm } from "../../features/catalog/CalculatorForm.tsx";
import type { calculate as Calculate, Calculation, Refused } from "../../features/catalog/calculation.ts";
import type { CalculatorAsk } from "../../features/catalog/calculator-address.ts";
import { readCalculator, writeCalculator } from "../../features/catalog/calculator-address.ts";
import { InstalmentChart } from "../../features/catalog/InstalmentChart.tsx";
import { ProductBehind } from "../../features/catalog/ProductBehind.tsx";
import { graphql } from "../../gql/index.ts";
import { commonTerms, yuan } from "../../lib/need.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { useFresh } from "../../lib/use-fresh.ts";
import { Section } from "../../ui/Section.tsx";
import styles from "./CalculatorPage.module.css";

const CalculatorPageDocument = graphql(`
  query CalculatorPage($slug: String!, $hasProduct: Boolean!) {
    businessClock {
      today
    }
    product(slug: $slug) @include(if: $hasProduct) {
      id
      ...ProductBehind_product @unmask
    }
  }
`);

/** The arithmetic of contracts, fetched when the page is there: nobody else on the public pages needs it. */
function useArithmetic(): typeof Calculate | null {
  const [calculate, setCalculate] = useState<{ readonly run: typeof Calculate } | null>(null);
  useEffect(() => {
    let isHere = true;
    void import("../../features/catalog/calculation.ts").then((loaded) => {
      if (isHere) setCalculate({ run: loaded.calculate });
    });
    return () => {
      isHere = false;
    };
  }, []);
  return calculate?.run ?? null;
}

const browserDay = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

export function CalculatorPage() {
  const t = useT();
  usePageTitle(t("calculator.title"));
  const [params, setParams] = useSearchParams();
  const ask = readCalculator(params);
  const calculate = useArithmetic();
  const { data, refetch } = useQuery(CalculatorPageDocument, {
    variables: { slug: ask.product ?? "", hasProduct: ask.product !== null },
  });
  useFresh(refetch);
  // Reckoning needs no server; only the day the market lives in comes from there.
  const today = data?.businessClock.today ?? browserDay();
  const settled = useDeferredValue(params.toString());
  const reckoned = readCalculator(new URLSearchParams(settled));
  const result = calculate?.(reckoned, reckoned.term, today);
  const change = (next: CalculatorAsk) => setParams(writeCalculator(next), { replace: true, preventScrollReset: true });
  return (
    <div className={styles.page}>
      <header>
        <h1 className={styles.title}>{t("calculator.title")}</h1>
        <p className={styles.quiet}>{t("calculator.lead")}</p>
      </header>
      {ask.product !== null && data?.product !== undefined && (
        <ProductBehind product={data.product} ask={ask} onForget={() => change({ ...ask, product: null })} />
      )}
      <div className={styles.calculation}>
        <Section title={t("calculator.loan")}>
          <CalculatorForm ask={ask} onAsk={change} today={today} />
        </Section>
        <Section title={t("calculator.cost")} aside={<Share />}>
          <div aria-live="polite">
            {result === undefined && <Skeleton height={360} />}
            {result?.kind === "done" && (
              <CalculationResult result={result} amount={yuan(reckoned.amount)} method={reckoned.method} />
            )}
            {result?.kind === "refused" && <Refusal refused={result} />}
          </div>
          <LinkButton block href={`/products?amount=${ask.amount}&term=${ask.term}`}>
            {t("calculator.find")}
          </LinkButton>
        </Section>
      </div>
      {calculate !== null && result?.kind === "done" && (
        <>
          <Beside ask={ask} result={result} other={otherOf(calculate, reckoned, today)} onAsk={change} />
          <Section title={t("calculator.plan")} hint={t("calculator.planHint")}>
            <InstalmentChart
              bars={result.bars}
              described={t("calculator.chart", {
                count: result.rows.length,
                first: result.figures.firstPayment,
                last: result.figures.lastPayment,
              })}
            />
            <ScheduleTable
              hideCaption
              rows={result.rows}
              totals={{
                due: result.figures.totalPayment,
                principal: yuan(reckoned.amount),
                interest: result.figures.totalInterest,
                fees: result.figures.totalFees,
              }}
            />
          </Section>
        </>
      )}
    </div>
  );
}

const otherOf = (calculate: typeof Calculate, ask: CalculatorAsk, today: string) =>
  ask.otherTerm === null ? null : calculate(ask, ask.otherTerm, today);

function Share() {
  const t = useT();
  const toast = useToast();
  const share = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      toast({ message: t("calculator.copied"), family: "success" });
    } catch {
      toast({ message: window.location.href, seconds: 0 });
    }
  };
  return (
    <span className={styles.tools} data-print="no">
      <Button size="small" icon={CopyIcon} onClick={() => void share()}>
        {t("compare.share")}
      </Button>
      <Button size="small" icon={PrintIcon} onClick={() => window.print()}>
        {t("action.print")}
      </Button>
    </span>
  );
}

const toldApart = [
  "PRINCIPAL_OUT_OF_RANGE",
  "TERM_OUT_OF_RANGE",
  "RATE_OUT_OF_RANGE",
  "DUE_DAYS_INVALID",
  "DAY_INVALID",
  "DRIFT_TOO_LARGE",
  "COST_UNDEFINED",
  "INSTALMENT_BELOW_INTEREST",
] as const;

function Refusal({ refused }: { refused: Refused }) {
  const t = useT();
  const code = toldApart.find((known) => known === refused.code) ?? "OTHER";
  return (
    <p role="alert" className={styles.refused}>
      {t(`calculator.refused.${code}`)}
    </p>
  );
}

interface BesideProps {
  ask: CalculatorAsk;
  result: Calculation;
  other: Calculation | Refused | null;
  onAsk: (ask: CalculatorAsk) => void;
}

function Beside({ ask, result, other, onAsk }: BesideProps) {
  const t = useT();
  const { locale } = useLocale();
  const terms = [...new Set([1, ...commonTerms, 18, 48, 60, ask.otherTerm ?? 12])]
    .filter((term) => term !== ask.term)
    .sort((a, b) => a - b);
  return (
    <Section title={t("calculator.beside")} hint={t("calculator.besideHint")}>
      <Select
        label={t("calculator.otherTerm")}
        value={ask.otherTerm === null ? "none" : String(ask.otherTerm)}
        choices={[
          { value: "none", label: t("calculator.noOther") },
          ...terms.map((term) => ({ value: String(term), label: formatTerm(term, locale) })),
        ]}
        onValueChange={(value) => onAsk({ ...ask, otherTerm: value === "none" ? null : Number(value) })}
      />
      {other?.kind === "refused" && <Refusal refused={other} />}
      {other?.kind === "done" && ask.otherTerm !== null && (
        <TermsBeside
          results={[
            { term: ask.term, result },
            { term: ask.otherTerm, result: other },
          ]}
        />
      )}
    </Section>
  );
}
