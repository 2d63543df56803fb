import { formatYuan, type RepaymentMethod } from "@daichao/finance";
import type { CostSheet } from "./disclosure.rules.js";

/** Everything that stands on a contract's paper. */
export interface ContractPaper {
  readonly number: string;
  readonly signedOn: string;
  readonly borrower: { readonly name: string; readonly identityNumberMasked: string; readonly phoneMasked: string };
  readonly lender: {
    readonly name: string;
    readonly uscc: string;
    readonly licenceNumber: string;
    readonly servicePhone: string;
  };
  readonly cardMasked: string;
  readonly sheet: CostSheet;
  readonly sheetHash: string;
}

/** One block of the paper: a heading, sentences, or a table whose first row names the columns. */
export type PaperBlock =
  | { readonly heading: string }
  | { readonly lines: readonly string[] }
  | { readonly table: readonly (readonly string[])[]; readonly numericFrom: number };

const METHOD_WORDS: Readonly<Record<RepaymentMethod, string>> = {
  EQUAL_INSTALMENT: "等额本息",
  EQUAL_PRINCIPAL: "等额本金",
  INTEREST_ONLY_BULLET: "先息后本",
  BULLET: "一次性还本付息",
  REVOLVING: "随借随还",
  FLAT: "等本等息",
};
const TIMING_WORDS = { UPFRONT: "放款时", PER_PERIOD: "每期", AT_END: "最后一期" } as const;

/** Parts per million as percent: at least two decimals, none lost. */
const percent = (rate: number): string => {
  const digits = String(rate).padStart(5, "0");
  return `${digits.slice(0, -4)}.${digits.slice(-4).replace(/0{1,2}$/, "")}%`;
};
const yuan = (fen: bigint): string => formatYuan(fen).replace(/\B(?=(\d{3})+\.)/g, ",");

/** The contract as blocks in reading order: parties, loan, cost sheet, plan, contingent costs, signature. */
export function paperOf(paper: ContractPaper): PaperBlock[] {
  return [...parties(paper), ...loan(paper), ...cost(paper.sheet), ...plan(paper.sheet), ...ending(paper)];
}

const parties = ({ number, signedOn, borrower, lender }: ContractPaper): PaperBlock[] => [
  { lines: [`合同编号：${number}`, `签署日期：${signedOn}`] },
  { heading: "一、合同双方" },
  {
    lines: [
      `贷款人：${lender.name}（统一社会信用代码 ${lender.uscc}，金融许可证 ${lender.licenceNumber}，服务电话 ${lender.servicePhone}）`,
      `借款人：${borrower.name}（身份证号 ${borrower.identityNumberMasked}，手机 ${borrower.phoneMasked}）`,
    ],
  },
];

function loan({ sheet, cardMasked }: ContractPaper): PaperBlock[] {
  const { quote } = sheet;
  return [
    { heading: "二、借款" },
    {
      lines: [
        `产品：${sheet.productName}`,
        `借款本金：人民币 ${yuan(quote.amount)} 元；期限：${quote.termCount} 个月；还款方式：${METHOD_WORDS[quote.method]}`,
        `合同年利率：${percent(quote.annualRate)}；实际到账：${yuan(quote.netDisbursed)} 元，收款及还款账户：${cardMasked}`,
        sheet.startNote,
      ],
    },
  ];
}

function cost({ quote, statement }: CostSheet): PaperBlock[] {
  const { annualCost } = quote;
  const fees = quote.fees.map((fee) => [
    fee.name,
    TIMING_WORDS[fee.timing],
    fee.standard,
    fee.payeeName,
    yuan(fee.total),
  ]);
  return [
    { heading: "三、综合融资成本明示" },
    {
      numericFrom: 4,
      table: [
        ["项目", "收取时间", "收取方式和标准", "收取方", "合计（元）"],
        ["利息", "每期", `合同年利率 ${percent(quote.annualRate)}`, "贷款人", yuan(quote.totalInterest)],
        ...fees,
        ["合计", "", "正常履约时的全部成本", "", yuan(quote.totalCost)],
      ],
    },
    {
      lines: [
        `年化综合融资成本：${percent(annualCost.nominal)}（内部收益率折年，单利）；${percent(annualCost.effective)}（内部收益率，复利）；${percent(annualCost.dated)}（按实际天数）`,
        statement,
      ],
    },
  ];
}

const plan = ({ quote }: CostSheet): PaperBlock[] => [
  { heading: "四、还款计划" },
  {
    numericFrom: 2,
    table: [
      ["期数", "还款日", "本金（元）", "利息（元）", "费用（元）", "应还（元）", "剩余本金（元）"],
      ...quote.rows.map((row) => [
        String(row.number),
        row.isCalendarKnown ? row.dueOn : `${row.dueOn}*`,
        yuan(row.principal),
        yuan(row.interest),
        yuan(row.fee),
        yuan(row.payment),
        yuan(row.closingPrincipal),
      ]),
    ],
  },
  ...(quote.rows.every((row) => row.isCalendarKnown)
    ? []
    : [{ lines: ["* 该年度节假日安排尚未公布。公布后还款日按本产品的节假日规则确定，金额不变。"] }]),
];

const ending = ({ sheet, sheetHash, borrower }: ContractPaper): PaperBlock[] => [
  { heading: "五、违约及提前还款的或有成本" },
  {
    lines: sheet.contingentCosts.length
      ? sheet.contingentCosts.map((item) => `${item.name}:${item.standard}`)
      : ["本合同没有约定或有成本。"],
  },
  { heading: "六、签署" },
  {
    lines: [
      `借款人已阅读并确认综合融资成本明示表，输入姓名“${borrower.name}”并以短信验证码签署。`,
      `明示表校验值（SHA-256）：${sheetHash}`,
      `还款计划校验值（SHA-256）：${sheet.quote.termsHash}`,
    ],
  },
];
