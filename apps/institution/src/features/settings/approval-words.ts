import { formatMoney, formatRate, formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { useT } from "../../lib/texts.ts";

const moneyFields: ReadonlySet<string> = new Set(["amount", "amountMin", "amountMax", "minMonthlyIncome"]);
const rateFields: ReadonlySet<string> = new Set(["annualRate", "rateMin", "rateMax", "rate"]);
const wordsOf: Readonly<Record<string, string>> = {
  verdict: "verdict",
  method: "repaymentMethod",
  repaymentMethods: "repaymentMethod",
  category: "category",
  dayCount: "dayCount",
  dueShift: "dueShift",
  requiredDocuments: "document",
  employments: "employment",
  timing: "feeTiming",
  basis: "feeBasis",
  payment: "feePayment",
  payee: "feePayee",
  state: "status.product",
};

// What an approval stores of a list or an object is JSON; anything else is plain text.
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Field names and values of a difference as people read them; a value we do not know is shown as it came. */
export function useDiffWords() {
  const t = useT();
  const { locale } = useLocale();
  const nameOf = (field: string): string =>
    t.find(`diff.${field}`) ?? t.find(`form.${field}`) ?? t.find(`fee.${field}`) ?? field;
  const plain = (field: string, value: string): string => {
    if (moneyFields.has(field)) return formatMoney(value);
    if (rateFields.has(field) && !value.includes("%")) return formatRate(value);
    if (field === "termCount") return formatTerm(Number(value), locale);
    const words = wordsOf[field];
    return (words === undefined ? null : t.find(`${words}.${value}`)) ?? value;
  };
  const told = (field: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((one) => told(field, one)).join(t("list.comma")) || t("diff.nothing");
    if (isRecord(value))
      return Object.entries(value)
        .filter(([, inner]) => inner !== null && inner !== undefined)
        .map(([name, inner]) => `${nameOf(name)} ${told(name, inner)}`)
        .join(t("list.semicolon"));
    return plain(field, String(value));
  };
  const wordsFor = (field: string, text: string | null): string | null =>
    text === null ? null : told(field, /^[[{]/.test(text) ? parsed(text) : text);
  return { nameOf, wordsFor };
}
