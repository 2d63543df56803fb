import { createRequire } from "node:module";
import type { Content, CustomTableLayout, TableCell } from "pdfmake/interfaces.js";
import { chineseFont } from "./contract-font.service.js";
import {
  CONTRACT_TITLE,
  type ContractPaper,
  type LabelledText,
  type PaperBlock,
  paperOf,
} from "./contract-paper.rules.js";

type PdfMake = typeof import("pdfmake") & {
  readonly virtualfs: { writeFileSync(name: string, content: Buffer): void };
};

const FONT = "NotoSansSC";
const INK = "#1c2430";
const QUIET = "#5b6675";
const LINE = "#c9d1db";
const SHADE = "#f4f6f9";
/** Characters of a fact that fit half the width. */
const SHORT = 17;
/** Rows with which a table may still move to the next page as a whole. */
const TABLE_THAT_STAYS_WHOLE = 16;
let ready: PdfMake | undefined;

// The library keeps one set of fonts for the whole process.
function pdfMake(): PdfMake {
  if (ready) return ready;
  const library = createRequire(import.meta.url)("pdfmake") as PdfMake;
  library.setUrlAccessPolicy(() => false);
  library.setLocalAccessPolicy(() => false);
  library.virtualfs.writeFileSync("regular.ttf", chineseFont(400));
  library.virtualfs.writeFileSync("bold.ttf", chineseFont(700));
  library.setFonts({ [FONT]: { normal: "regular.ttf", bold: "bold.ttf" } });
  ready = library;
  return library;
}

/** Hair lines above the head, under it, between the rows and under the last one; every other row shaded. */
const ruled: CustomTableLayout = {
  hLineWidth: (line, { table }) => (line <= 1 || line === table.body.length ? 0.8 : 0.4),
  vLineWidth: () => 0,
  hLineColor: (line, { table }) => (line <= 1 || line === table.body.length ? INK : LINE),
  fillColor: (row) => (row > 0 && row % 2 === 0 ? SHADE : null),
  paddingLeft: () => 5,
  paddingRight: () => 5,
  paddingTop: () => 1,
  paddingBottom: () => 1.2,
};
const boxed: CustomTableLayout = {
  ...ruled,
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  hLineColor: () => LINE,
  vLineColor: () => LINE,
  fillColor: () => null,
  paddingLeft: () => 9,
  paddingRight: () => 9,
  paddingTop: () => 6,
  paddingBottom: () => 6,
};

const labelled = (lines: readonly LabelledText[], labelWidth: number): Content => ({
  layout: { ...ruled, hLineWidth: () => 0, fillColor: () => null, paddingLeft: () => 0, paddingTop: () => 1 },
  table: {
    widths: [labelWidth, "*"],
    body: lines.map(([label, text]) => [{ text: label, color: QUIET }, { text }]),
  },
});

function partiesOf(parties: readonly { readonly title: string; readonly lines: readonly LabelledText[] }[]): Content {
  const cells = parties.map(
    ({ title, lines }): TableCell => ({
      stack: [{ text: title, bold: true, margin: [0, 0, 0, 3] }, labelled(lines, 84)],
    }),
  );
  return {
    layout: boxed,
    margin: [0, 2, 0, 4],
    table: { widths: parties.map(() => "*"), dontBreakRows: true, body: [cells] },
  };
}

function figuresOf(figures: readonly LabelledText[]): Content {
  const cells = figures.map(
    ([label, text]): TableCell => ({
      stack: [
        { text: label, color: QUIET, fontSize: 8 },
        { text, bold: true, fontSize: 13 },
      ],
    }),
  );
  return {
    layout: { ...boxed, fillColor: () => SHADE },
    margin: [0, 2, 0, 6],
    table: { widths: figures.map(() => "*"), dontBreakRows: true, body: [cells] },
  };
}

/** Short facts stand two beside each other, long ones below each other. */
function factsOf({ facts }: Extract<PaperBlock, { facts: unknown }>): Content {
  const isShort = facts.length > 1 && facts.every(([, text]) => text.length <= SHORT);
  if (!isShort) return { stack: [labelled(facts, 78)], unbreakable: true, margin: [0, 0, 0, 3] };
  const half = Math.ceil(facts.length / 2);
  const columns = [facts.slice(0, half), facts.slice(half)].map((lines) => labelled(lines, 78));
  return { columns, columnGap: 16, margin: [0, 0, 0, 3] };
}

function tableOf({ table, numericFrom, widths }: Extract<PaperBlock, { table: unknown }>): Content {
  const last = table.length - 1;
  const cell = (text: string, column: number, row: number): TableCell => ({
    text,
    bold: row === 0 || row === last,
    alignment: column >= numericFrom ? "right" : "left",
    noWrap: column >= numericFrom,
  });
  return {
    layout: ruled,
    fontSize: 8.5,
    lineHeight: 1.2,
    margin: [0, 2, 0, 6],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: [...widths],
      body: table.map((cells, row) => cells.map((text, column) => cell(text, column, row))),
    },
  };
}

function contentOf(block: PaperBlock): Content {
  if ("newPage" in block) return { text: "", pageBreak: "after" };
  if ("heading" in block) return { text: block.heading, bold: true, fontSize: 11, margin: [0, 10, 0, 4] };
  if ("clauses" in block) {
    const isList = block.clauses.length > 1;
    return {
      stack: block.clauses.map((text, at) => ({ text: isList ? `${at + 1}. ${text}` : text, margin: [0, 0, 0, 2] })),
    };
  }
  if ("note" in block) return { text: block.note, color: QUIET, fontSize: 8.5 };
  if ("parties" in block) return partiesOf(block.parties);
  if ("figures" in block) return figuresOf(block.figures);
  if ("facts" in block) return factsOf(block);
  return tableOf(block);
}

const isLong = (block: PaperBlock): boolean => "table" in block && block.table.length > TABLE_THAT_STAYS_WHOLE;

/** A heading stands on the page of what it heads: both move on together. */
function flow(blocks: readonly PaperBlock[]): Content[] {
  const content: Content[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const [block, next] = [blocks[at], blocks[at + 1]];
    if (!block) continue;
    if (!("heading" in block) || !next || isLong(next)) content.push(contentOf(block));
    else {
      content.push({ stack: [contentOf(block), contentOf(next)], unbreakable: true });
      at += 1;
    }
  }
  return content;
}

const titleOf = ({ number, signedOn, sheet }: ContractPaper): Content => ({
  columns: [
    {
      stack: [
        { text: CONTRACT_TITLE, bold: true, fontSize: 20 },
        { text: sheet.productName, color: QUIET },
      ],
    },
    {
      width: "auto",
      alignment: "right",
      color: QUIET,
      fontSize: 8.5,
      stack: [{ text: `合同编号　${number}` }, { text: `签署日期　${signedOn}` }],
      margin: [0, 8, 0, 0],
    },
  ],
  margin: [0, 0, 0, 10],
});

const edge = (left: string, right: string, top: number): Content => ({
  columns: [{ text: left }, { text: right, alignment: "right", width: "auto" }],
  color: QUIET,
  fontSize: 8,
  margin: [54, top, 54, 0],
});

/** The paper as PDF with its fonts inside. The same paper and moment give the same bytes, so a SHA-256 stands for it. */
export async function renderContract(paper: ContractPaper, madeAt: Date): Promise<Buffer> {
  const document = pdfMake().createPdf({
    info: {
      title: `${CONTRACT_TITLE} ${paper.number}`,
      author: paper.lender.name,
      creationDate: madeAt,
      modDate: madeAt,
    },
    pageSize: "A4",
    pageMargins: [54, 56, 54, 56],
    defaultStyle: { font: FONT, fontSize: 9.5, lineHeight: 1.25, color: INK },
    header: (page) => (page === 1 ? null : edge(`${CONTRACT_TITLE} · ${paper.lender.name}`, paper.number, 30)),
    footer: (page, pages) => edge("以电子方式签署 · 可在平台“合同验真”页核对", `第 ${page} 页 / 共 ${pages} 页`, 24),
    content: [titleOf(paper), ...flow(paperOf(paper))],
  });
  return document.getBuffer();
}
