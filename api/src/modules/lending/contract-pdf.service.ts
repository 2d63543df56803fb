import { createRequire } from "node:module";
import type { Content, TableCell } from "pdfmake/interfaces.js";
import { chineseFont } from "./contract-font.service.js";
import { type ContractPaper, type PaperBlock, paperOf } from "./contract-paper.rules.js";

type PdfMake = typeof import("pdfmake") & {
  readonly virtualfs: { writeFileSync(name: string, content: Buffer): void };
};

const FONT = "NotoSansSC";
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

function contentOf(block: PaperBlock): Content {
  if ("heading" in block) return { text: block.heading, bold: true, fontSize: 11.5, margin: [0, 12, 0, 4] };
  if ("lines" in block) return block.lines.map((text) => ({ text, margin: [0, 0, 0, 3] }));
  const [head = [], ...rows] = block.table;
  const cell = (text: string, column: number, bold: boolean): TableCell => ({
    text,
    bold,
    alignment: column >= block.numericFrom ? "right" : "left",
  });
  return {
    layout: "lightHorizontalLines",
    fontSize: 8.5,
    margin: [0, 2, 0, 4],
    table: {
      headerRows: 1,
      widths: head.map(() => "auto"),
      body: [
        head.map((text, column) => cell(text, column, true)),
        ...rows.map((row) => row.map((text, column) => cell(text, column, false))),
      ],
    },
  };
}

/** The paper as PDF with its fonts inside. The same paper and moment give the same bytes, so a SHA-256 stands for it. */
export async function renderContract(paper: ContractPaper, madeAt: Date): Promise<Buffer> {
  const document = pdfMake().createPdf({
    info: { title: `个人借款合同 ${paper.number}`, creationDate: madeAt, modDate: madeAt },
    pageSize: "A4",
    pageMargins: [48, 48, 48, 56],
    defaultStyle: { font: FONT, fontSize: 9.5, lineHeight: 1.25 },
    footer: (page, pages) => ({
      text: `${paper.number} · 第 ${page} 页 共 ${pages} 页`,
      alignment: "center",
      fontSize: 8,
    }),
    content: [
      { text: "个人借款合同", bold: true, fontSize: 18, alignment: "center", margin: [0, 0, 0, 12] },
      ...paperOf(paper).map(contentOf),
    ],
  });
  return document.getBuffer();
}
