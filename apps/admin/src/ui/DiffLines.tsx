import { DiffView } from "@daichao/ui/antd";
import { useFieldWords } from "./use-field-words.tsx";

export interface WireDiffLine {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A recorded difference in words: money as money, rates as per cent, lists and codes as the words people use. */
export function DiffLines({ lines, label }: { lines: readonly WireDiffLine[]; label: string }) {
  const words = useFieldWords();
  return (
    <DiffView
      label={label}
      lines={lines.map(({ field, before, after }) => ({
        key: field,
        label: words.nameOf(field),
        before: before === null ? null : words.valueOf(field, before),
        after: after === null ? null : words.valueOf(field, after),
        changed: before !== after,
      }))}
    />
  );
}
