import { DescriptionsGrid, DiffView } from "@daichao/ui/antd";
import { useFieldWords } from "./use-field-words.tsx";

export interface WireDiffLine {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The order in which people read a decision's, a placement's and a product's terms; the wire keeps none. */
const order = [
  "verdict",
  "amount",
  "termCount",
  "annualRate",
  "method",
  "comment",
  "product",
  "payer",
  "place",
  "startsOn",
  "endsOn",
  "dailyPrice",
  "budget",
  "name",
  "tagline",
  "category",
  "rateMin",
  "rateMax",
  "amountMin",
  "amountMax",
  "termOptions",
  "repaymentMethods",
  "fees",
  "eligibility",
  "requiredDocuments",
  "disbursementHours",
  "coolingOffDays",
  "dayCount",
  "dueShift",
];

const wide: ReadonlySet<string> = new Set(["eligibility", "fees", "tagline", "comment"]);

/** Known fields in their order, the others after them as they came. */
export function inReadingOrder(lines: readonly WireDiffLine[]): readonly WireDiffLine[] {
  const place = (field: string) => (order.indexOf(field) + order.length + 1) % (order.length + 1);
  return lines.toSorted((a, b) => place(a.field) - place(b.field));
}

export interface DiffLinesProps {
  lines: readonly WireDiffLine[];
  label: string;
  /** Everything that would hold afterwards, what does not change as well. */
  whole?: boolean;
}

/** A recorded difference in words: money as money, rates as per cent, lists and codes as the words people use. */
export function DiffLines({ lines, label, whole = false }: DiffLinesProps) {
  const words = useFieldWords();
  const ordered = inReadingOrder(lines);
  // Something that was not there before has nothing to be compared with: its facts read better as facts.
  if (whole || (lines.length > 3 && lines.every(({ before }) => before === null)))
    return (
      <DescriptionsGrid
        items={ordered.map(({ field, after }) => ({
          key: field,
          label: words.nameOf(field),
          value: after === null ? null : words.valueOf(field, after),
          wide: wide.has(field),
        }))}
      />
    );
  return (
    <DiffView
      label={label}
      lines={ordered.map(({ field, before, after }) => ({
        key: field,
        label: words.nameOf(field),
        before: before === null ? null : words.valueOf(field, before),
        after: after === null ? null : words.valueOf(field, after),
        changed: before !== after,
      }))}
    />
  );
}
