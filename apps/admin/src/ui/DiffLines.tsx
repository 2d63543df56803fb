import { DescriptionsGrid, DiffView } from "@daichao/ui/antd";
import { useFieldWords } from "./use-field-words.tsx";

export interface WireDiffLine {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The order in which people read a product's terms; the wire keeps none. */
const order = [
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

/** Known fields in their order, the others after them as they came. */
export function inReadingOrder(lines: readonly WireDiffLine[]): readonly WireDiffLine[] {
  const place = (field: string) => (order.indexOf(field) + order.length + 1) % (order.length + 1);
  return lines.toSorted((a, b) => place(a.field) - place(b.field));
}

/** A recorded difference in words: money as money, rates as per cent, lists and codes as the words people use. */
export function DiffLines({ lines, label }: { lines: readonly WireDiffLine[]; label: string }) {
  const words = useFieldWords();
  const ordered = inReadingOrder(lines);
  // Something that was not there before has nothing to be compared with: its facts read better as facts.
  if (lines.length > 3 && lines.every(({ before }) => before === null))
    return (
      <DescriptionsGrid
        items={ordered.map(({ field, after }) => ({
          key: field,
          label: words.nameOf(field),
          value: after === null ? null : words.valueOf(field, after),
          wide: field === "eligibility" || field === "fees" || field === "tagline",
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
