import type { LabelledText, PaperBlock } from "./contract-paper.rules.js";

/** A block of the paper in the one shape every reader of the preview knows; what it does not have is empty. */
export interface PreviewBlock {
  readonly kind: "HEADING" | "CLAUSES" | "NOTE" | "PARTIES" | "FIGURES" | "FACTS" | "TABLE";
  readonly lines: readonly string[];
  readonly groups: readonly {
    readonly title: string | null;
    readonly facts: readonly { readonly label: string; readonly text: string }[];
  }[];
  readonly rows: readonly (readonly string[])[];
  readonly numericFrom: number;
}

const nothing = { lines: [], groups: [], rows: [], numericFrom: 0 } as const;
const group = (title: string | null, facts: readonly LabelledText[]) => ({
  title,
  facts: facts.map(([label, text]) => ({ label, text })),
});

function blockOf(block: PaperBlock): PreviewBlock[] {
  if ("heading" in block) return [{ ...nothing, kind: "HEADING", lines: [block.heading] }];
  if ("clauses" in block) return [{ ...nothing, kind: "CLAUSES", lines: block.clauses }];
  if ("note" in block) return [{ ...nothing, kind: "NOTE", lines: [block.note] }];
  if ("parties" in block)
    return [{ ...nothing, kind: "PARTIES", groups: block.parties.map(({ title, lines }) => group(title, lines)) }];
  if ("figures" in block) return [{ ...nothing, kind: "FIGURES", groups: [group(null, block.figures)] }];
  if ("facts" in block) return [{ ...nothing, kind: "FACTS", groups: [group(null, block.facts)] }];
  if ("table" in block) return [{ ...nothing, kind: "TABLE", rows: block.table, numericFrom: block.numericFrom }];
  return [];
}

/** Every word of the paper, in its order; only where a page ends is left out. */
export const blocksOf = (paper: readonly PaperBlock[]): PreviewBlock[] => paper.flatMap(blockOf);
