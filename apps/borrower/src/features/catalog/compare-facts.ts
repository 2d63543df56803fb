import {
  formatMoney,
  formatMoneyRange,
  formatRate,
  formatRateRange,
  formatRoundMoney,
  formatTerm,
} from "@daichao/ui/format";
import type { Locale } from "@daichao/ui/i18n";
import type { Compared_ProductFragment, Compared_QuoteFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import type { useT } from "../../lib/texts.ts";

graphql(`
  fragment Compared_product on Product {
    id
    slug
    name
    version
    isAvailable
    category
    amountMin
    amountMax
    termOptions
    repaymentMethods
    disbursementHours
    coolingOffDays
    requiredDocuments
    annualCost {
      min
      max
      method
    }
    contingentCosts {
      code
      name
      standard
    }
    eligibility {
      minAge
      maxAge
      minMonthlyIncome
      employments
      provinceNames
      minEmploymentMonths
    }
    institution {
      id
      name
      shortName
      licenceKind
      servicePhone
    }
    alternatives {
      id
      slug
      name
      version
    }
  }
`);

graphql(`
  fragment Compared_quote on Quote {
    amount
    termCount
    method
    annualRate
    netDisbursed
    firstPayment
    lastPayment
    highestPayment
    totalInterest
    totalFees
    totalPayment
    totalCost
    isAmountAdjusted
    annualCost {
      primary
      primaryMethod
      nominal
      effective
    }
    fees {
      code
      name
      payeeName
      standard
      total
    }
  }
`);

/** One product of the comparison; both are null for what was never published. */
export interface Column {
  readonly product: Compared_ProductFragment | null;
  readonly quote: Compared_QuoteFragment | null;
}

export interface FactCell {
  /** What is said; null where the institution has not stated it, undefined where there is nothing to state it of. */
  readonly lines: readonly string[] | null | undefined;
  /** What the cell is judged by; null where it is not to be judged. */
  readonly worth: number | null;
}

export interface FactRow {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly FactCell[];
  readonly differs: boolean;
  /** The columns that are best in this, where there is a best and not all are. */
  readonly best: ReadonlySet<number>;
}

export interface FactGroup {
  readonly key: "loan" | "fees" | "terms" | "conditions" | "breach" | "lender";
  readonly rows: readonly FactRow[];
}

export interface Wording {
  readonly t: ReturnType<typeof useT>;
  readonly locale: Locale;
  readonly speed: (hours: number) => string;
}

type Better = "less" | "more";
type Said = string | readonly string[] | null;

/** Amounts and shares over the wire are decimals with a fixed number of places: without the point they compare exactly. */
const worthOf = (decimal: string): number => Number(decimal.replace(".", ""));

/** Which cells are best: only loans that are really the one asked for are judged, and only where they are not all alike. */
function bestOf(cells: readonly FactCell[], better: Better | undefined): ReadonlySet<number> {
  const judged = cells.flatMap(({ worth }) => (worth === null ? [] : [worth]));
  if (better === undefined || judged.length < 2) return new Set();
  const best = better === "less" ? Math.min(...judged) : Math.max(...judged);
  if (judged.every((worth) => worth === best)) return new Set();
  return new Set(cells.flatMap(({ worth }, at) => (worth === best ? [at] : [])));
}

function rowOf(key: string, label: string, cells: readonly FactCell[], better?: Better): FactRow {
  const said = cells.flatMap(({ lines }) => (lines === undefined ? [] : [JSON.stringify(lines)]));
  return { key, label, cells, differs: new Set(said).size > 1, best: bestOf(cells, better) };
}

const linesOf = (said: Said): readonly string[] | null => (said === null || typeof said === "object" ? said : [said]);

/** Every fact of the products, one row each, grouped; nothing is worked out here but which cells differ and which is best. */
export function factsOf(columns: readonly Column[], wording: Wording): readonly FactGroup[] {
  const of = rowsFor(columns);
  return [
    { key: "loan", rows: loanRows(of, wording) },
    { key: "fees", rows: feeRows(columns, of, wording) },
    { key: "terms", rows: termRows(of, wording) },
    { key: "conditions", rows: conditionRows(of, wording) },
    { key: "breach", rows: breachRows(columns, wording) },
    { key: "lender", rows: lenderRows(of, wording) },
  ];
}

function rowsFor(columns: readonly Column[]) {
  type Product = Compared_ProductFragment;
  type Quote = Compared_QuoteFragment;
  return {
    product: (key: string, label: string, say: (p: Product) => Said, judge?: (p: Product) => number, better?: Better) =>
      rowOf(
        key,
        label,
        columns.map(({ product }) => ({
          lines: product === null ? undefined : linesOf(say(product)),
          worth: product?.isAvailable && judge !== undefined ? judge(product) : null,
        })),
        better,
      ),
    quote: (key: string, label: string, say: (q: Quote) => Said, judge?: (q: Quote) => number, better?: Better) =>
      rowOf(
        key,
        label,
        columns.map(({ product, quote }) => ({
          lines: product === null ? undefined : quote === null ? null : linesOf(say(quote)),
          worth:
            product?.isAvailable && quote !== null && judge !== undefined && !quote.isAmountAdjusted
              ? judge(quote)
              : null,
        })),
        better,
      ),
  };
}
type Rows = ReturnType<typeof rowsFor>;

function loanRows(of: Rows, { t, locale }: Wording): FactRow[] {
  const money = (key: string, label: string, read: (quote: Compared_QuoteFragment) => string, better?: Better) =>
    of.quote(
      key,
      label,
      (quote) => formatMoney(read(quote)),
      (quote) => worthOf(read(quote)),
      better,
    );
  return [
    of.quote("loan", t("compare.loan"), ({ amount, termCount, method }) => [
      `${formatRoundMoney(amount, locale)} · ${formatTerm(termCount, locale)}`,
      t(`repaymentMethod.${method}`),
    ]),
    of.quote(
      "annualCost",
      t("fact.annualCost"),
      ({ annualCost }) => `${formatRate(annualCost.primary)} ${t(`annualisation.${annualCost.primaryMethod}`)}`,
      ({ annualCost }) => worthOf(annualCost.primary),
      "less",
    ),
    of.quote(
      "effective",
      t("compare.effective"),
      ({ annualCost }) => `${formatRate(annualCost.effective)} ${t("annualisation.IRR_COMPOUND")}`,
      ({ annualCost }) => worthOf(annualCost.effective),
      "less",
    ),
    of.quote(
      "annualRate",
      t("fact.nominalRate"),
      ({ annualRate }) => formatRate(annualRate),
      ({ annualRate }) => worthOf(annualRate),
      "less",
    ),
    money("first", t("fact.firstMonth"), (quote) => quote.firstPayment, "less"),
    money("last", t("quote.lastPayment"), (quote) => quote.lastPayment),
    money("highest", t("compare.highest"), (quote) => quote.highestPayment, "less"),
    money("interest", t("compare.interest"), (quote) => quote.totalInterest, "less"),
    money("fees", t("compare.fees"), (quote) => quote.totalFees, "less"),
    money("total", t("compare.total"), (quote) => quote.totalCost, "less"),
    money("net", t("quote.netDisbursed"), (quote) => quote.netDisbursed, "more"),
    money("payment", t("quote.totalPayment"), (quote) => quote.totalPayment, "less"),
  ];
}

/** Each fee that any of them charges; who does not list it does not charge it, since every fee is listed. */
function feeRows(columns: readonly Column[], of: Rows, { t }: Wording): FactRow[] {
  const names = new Map(
    columns.flatMap(({ quote }) => (quote?.fees ?? []).map((fee) => [fee.code, fee.name] as const)),
  );
  return [...names].map(([code, name]) =>
    of.quote(
      `fee.${code}`,
      name,
      ({ fees }) => {
        const fee = fees.find((one) => one.code === code);
        return fee === undefined
          ? t("compare.noFee")
          : [formatMoney(fee.total), fee.standard, t("fee.payee", { payee: fee.payeeName })];
      },
      ({ fees }) => worthOf(fees.find((one) => one.code === code)?.total ?? "0.00"),
      "less",
    ),
  );
}

function termRows(of: Rows, { t, locale, speed }: Wording): FactRow[] {
  return [
    of.product("range", t("compare.range"), ({ annualCost }) => [
      formatRateRange(annualCost.min, annualCost.max),
      t(`annualisation.${annualCost.method}`),
    ]),
    of.product("category", t("filter.categories"), ({ category }) => t(`category.${category}`)),
    of.product("methods", t("fact.method"), ({ repaymentMethods }) =>
      repaymentMethods.map((method) => t(`repaymentMethod.${method}`)),
    ),
    of.product("amount", t("fact.amount"), ({ amountMin, amountMax }) =>
      formatMoneyRange(amountMin, amountMax, locale),
    ),
    of.product("terms", t("fact.term"), ({ termOptions }) => `${termOptions.join(" / ")} ${t("unit.month")}`),
    of.product(
      "speed",
      t("fact.speed"),
      ({ disbursementHours }) => speed(disbursementHours),
      ({ disbursementHours }) => disbursementHours,
      "less",
    ),
    of.product(
      "coolingOff",
      t("fact.coolingOff"),
      ({ coolingOffDays }) =>
        coolingOffDays === 0 ? t("fact.noCoolingOff") : t("speed.days", { count: coolingOffDays }),
      ({ coolingOffDays }) => coolingOffDays,
      "more",
    ),
  ];
}

function conditionRows(of: Rows, { t, locale }: Wording): FactRow[] {
  const anyOr = (list: readonly string[]): Said => (list.length === 0 ? t("compare.any") : list.join(t("list.comma")));
  return [
    of.product("age", t("compare.age"), ({ eligibility: { minAge, maxAge } }) =>
      t("compare.years", { from: minAge, to: maxAge }),
    ),
    of.product("income", t("compare.income"), ({ eligibility: { minMonthlyIncome: least } }) =>
      least === null ? t("compare.notAsked") : t("compare.atLeast", { value: formatRoundMoney(least, locale) }),
    ),
    of.product("tenure", t("compare.tenure"), ({ eligibility: { minEmploymentMonths: months } }) =>
      months === null ? t("compare.notAsked") : t("compare.atLeast", { value: formatTerm(months, locale) }),
    ),
    of.product("work", t("compare.work"), ({ eligibility }) =>
      anyOr(eligibility.employments.map((kind) => t(`employment.${kind}`))),
    ),
    of.product("region", t("compare.region"), ({ eligibility }) => anyOr(eligibility.provinceNames)),
    of.product("documents", t("conditions.documents"), ({ requiredDocuments }) =>
      requiredDocuments.length === 0
        ? t("conditions.noDocuments")
        : requiredDocuments.map((kind) => t(`documentKind.${kind}`)),
    ),
  ];
}

const breaches = ["EARLY_SETTLEMENT", "OVERDUE_INTEREST", "MISUSE_INTEREST"] as const;

function breachRows(columns: readonly Column[], { t }: Wording): FactRow[] {
  const stated = columns.flatMap(({ product }) => product?.contingentCosts ?? []);
  const others = stated.filter(({ code }) => !breaches.some((known) => known === code));
  const names = new Map<string, string>([
    ...breaches.map((code) => [code, t(`compare.breach.${code}`)] as const),
    ...others.map(({ code, name }) => [code, name] as const),
  ]);
  return [...names].map(([code, name]) =>
    rowOf(
      `breach.${code}`,
      name,
      columns.map(({ product }) => {
        const standard = product?.contingentCosts.find((cost) => cost.code === code)?.standard;
        return { lines: product === null ? undefined : linesOf(standard ?? null), worth: null };
      }),
    ),
  );
}

function lenderRows(of: Rows, { t }: Wording): FactRow[] {
  return [
    of.product("lender", t("institution.name"), ({ institution }) => institution.name),
    of.product("licence", t("institution.licence"), ({ institution }) => t(`licence.${institution.licenceKind}`)),
    of.product("phone", t("institution.phone"), ({ institution }) => institution.servicePhone || null),
  ];
}
