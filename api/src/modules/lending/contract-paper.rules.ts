import { type RepaymentMethod, groupYuan as yuan } from "@daichao/finance";
import { capitalAmount } from "./capital-amount.rules.js";
import { type CostSheet, coolingOffNote } from "./disclosure.rules.js";

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
  readonly purpose: string;
  readonly sheet: CostSheet;
  readonly sheetHash: string;
}

export const CONTRACT_TITLE = "个人借款合同";

/** A word and what stands beside it. */
export type LabelledText = readonly [label: string, text: string];

/** One block of the paper, in the order in which it is read. */
export type PaperBlock =
  | { readonly heading: string }
  | { readonly clauses: readonly string[] }
  | { readonly note: string }
  /** Two parties beside each other, each with its own lines. */
  | { readonly parties: readonly { readonly title: string; readonly lines: readonly LabelledText[] }[] }
  /** The figures that matter, large. */
  | { readonly figures: readonly LabelledText[] }
  | { readonly facts: readonly LabelledText[] }
  /** First row names the columns, the last one adds them up. */
  | {
      readonly table: readonly (readonly string[])[];
      readonly numericFrom: number;
      readonly widths: readonly ("auto" | "*")[];
    }
  | { readonly newPage: true };

const METHOD_WORDS: Readonly<Record<RepaymentMethod, string>> = {
  EQUAL_INSTALMENT: "等额本息",
  EQUAL_PRINCIPAL: "等额本金",
  INTEREST_ONLY_BULLET: "先息后本",
  BULLET: "一次性还本付息",
  REVOLVING: "随借随还",
  FLAT: "等本等息",
};
const TIMING_WORDS = { UPFRONT: "放款时", PER_PERIOD: "每期", AT_END: "最后一期" } as const;
const PURPOSE_WORDS: Readonly<Record<string, string>> = {
  RENOVATION: "装修",
  CAR: "购车",
  EDUCATION: "教育",
  MEDICAL: "医疗",
  TRAVEL: "旅游",
  WEDDING: "婚庆",
  DAILY_CONSUMPTION: "日常消费",
  BUSINESS: "生产经营",
  DEBT_CONSOLIDATION: "债务整合",
};

/** Parts per million as percent: at least two decimals, none lost. */
const percent = (rate: number): string => {
  const digits = String(rate).padStart(5, "0");
  return `${digits.slice(0, -4)}.${digits.slice(-4).replace(/0{1,2}$/, "")}%`;
};
const chineseDay = (day: string): string => {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
};

const purposeWords = (purpose: string): string => PURPOSE_WORDS[purpose] ?? "其他消费用途";

/** The paper as one text: whatever is printed stands in it, so its SHA-256 stands for what was shown and signed. */
export const paperText = (paper: ContractPaper): string =>
  JSON.stringify([CONTRACT_TITLE, paper.number, paper.signedOn, paper.sheet.productName, paperOf(paper)]);

/** The contract as blocks in reading order: parties, loan, cost, conduct, signature; the plan is its annex. */
export function paperOf(paper: ContractPaper): PaperBlock[] {
  return [
    ...parties(paper),
    ...loan(paper),
    ...cost(paper.sheet),
    ...repaying(paper),
    ...failing(paper.sheet),
    ...leaving(paper),
    ...dataUse(paper),
    ...signature(paper),
    ...plan(paper),
  ];
}

const parties = ({ borrower, lender }: ContractPaper): PaperBlock[] => [
  {
    parties: [
      {
        title: "甲方（贷款人）",
        lines: [
          ["名称", lender.name],
          ["统一社会信用代码", lender.uscc],
          ["金融许可证号", lender.licenceNumber],
          ["服务电话", lender.servicePhone],
        ],
      },
      {
        title: "乙方（借款人）",
        lines: [
          ["姓名", borrower.name],
          ["身份证号", borrower.identityNumberMasked],
          ["手机号", borrower.phoneMasked],
          ["身份核验", "已通过实名认证"],
        ],
      },
    ],
  },
];

function loan({ sheet, cardMasked, purpose }: ContractPaper): PaperBlock[] {
  const { quote } = sheet;
  return [
    { heading: "第一条　借款" },
    {
      figures: [
        ["借款本金（元）", yuan(quote.amount)],
        ["合同年利率", percent(quote.annualRate)],
        ["年化综合融资成本", percent(quote.annualCost.primary)],
        ["期限", `${quote.termCount} 个月`],
      ],
    },
    { facts: [["本金大写", `人民币${capitalAmount(quote.amount)}`]] },
    {
      facts: [
        ["产品", sheet.productName],
        ["约定用途", purposeWords(purpose)],
        ["还款方式", METHOD_WORDS[quote.method]],
        ["实际到账", `${yuan(quote.netDisbursed)} 元`],
        ["收款及还款账户", cardMasked],
      ],
    },
    {
      clauses: [
        sheet.startNote,
        "借款的审查与发放由甲方独立决定。",
        `乙方只将借款用于约定用途“${purposeWords(purpose)}”。改作他用即为未按约定用途使用贷款，按第四条承担挪用的后果。`,
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
    { heading: "第二条　综合融资成本明示" },
    {
      numericFrom: 4,
      widths: ["auto", "auto", "*", "auto", "auto"],
      table: [
        ["项目", "收取时间", "收取方式和标准", "收取方", "合计（元）"],
        ["利息", "每期", `合同年利率 ${percent(quote.annualRate)}`, "贷款人", yuan(quote.totalInterest)],
        ...fees,
        ["合计", "", "正常履约时的全部成本", "", yuan(quote.totalCost)],
      ],
    },
    {
      clauses: [
        `年化综合融资成本：${percent(annualCost.nominal)}（内部收益率折年，单利）；${percent(annualCost.effective)}（内部收益率，复利）；${percent(annualCost.dated)}（按实际天数）。`,
        statement,
      ],
    },
  ];
}

function repaying({ sheet: { quote } }: ContractPaper): PaperBlock[] {
  const [first] = quote.rows;
  return [
    { heading: "第三条　还款" },
    {
      clauses: [
        `乙方分 ${quote.rows.length} 期还款，合计 ${yuan(quote.totalPayment)} 元；首期应还 ${yuan(quote.firstPayment)} 元，还款日 ${chineseDay(first?.dueOn ?? quote.startOn)}。每期金额见附件“还款计划”。`,
        "还款按费用、利息、本金的次序入账；乙方可随时查询每一笔还款的入账明细。",
      ],
    },
  ];
}

const failing = ({ contingentCosts }: CostSheet): PaperBlock[] => [
  { heading: "第四条　违约及提前还款的或有成本" },
  contingentCosts.length > 0
    ? { facts: contingentCosts.map(({ name, standard }): LabelledText => [name, standard]) }
    : { clauses: ["本合同没有约定或有成本。"] },
];

function leaving({ sheet: { coolingOffDays = 0 }, lender }: ContractPaper): PaperBlock[] {
  const how = coolingOffDays > 0 ? [`在冷静期内致电甲方 ${lender.servicePhone} 即可行使。`] : [];
  return [{ heading: "第五条　冷静期" }, { clauses: [coolingOffNote(coolingOffDays), ...how] }];
}

const dataUse = ({ lender }: ContractPaper): PaperBlock[] => [
  { heading: "第六条　个人信息与服务" },
  {
    clauses: [
      "甲方在借款存续期间处理为履行本合同所必需的个人信息；借款结清后，乙方给予甲方的信息授权随之终止。",
      `对本合同有疑问，请致电甲方 ${lender.servicePhone}。`,
    ],
  },
];

const signature = ({ signedOn, borrower, lender, sheet, sheetHash }: ContractPaper): PaperBlock[] => [
  { heading: "第七条　签署与校验" },
  {
    clauses: [
      `乙方已阅读并确认综合融资成本明示表，输入姓名“${borrower.name}”并以短信验证码签署；本合同自签署时成立。`,
      "任何人可在平台“合同验真”页核对本文件：文件的 SHA-256 与签署时登记的一致，即未被改动。",
    ],
  },
  {
    parties: [
      {
        title: "甲方（贷款人）",
        lines: [
          ["签署", lender.name],
          ["方式", "电子合同，依审批结论签发"],
          ["日期", chineseDay(signedOn)],
        ],
      },
      {
        title: "乙方（借款人）",
        lines: [
          ["签署", borrower.name],
          ["方式", "输入姓名并以短信验证码签署"],
          ["日期", chineseDay(signedOn)],
        ],
      },
    ],
  },
  {
    facts: [
      ["明示表校验值", sheetHash],
      ["还款计划校验值", sheet.quote.termsHash],
    ],
  },
];

function plan({ sheet: { quote } }: ContractPaper): PaperBlock[] {
  const sum = (of: (row: (typeof quote.rows)[number]) => bigint): string =>
    yuan(quote.rows.reduce((total, row) => total + of(row), 0n));
  return [
    { newPage: true },
    { heading: "附件　还款计划" },
    ...(quote.rows.every((row) => row.isCalendarKnown)
      ? []
      : [{ note: "* 该年度节假日安排尚未公布。公布后还款日按本产品的节假日规则确定，金额不变。" }]),
    {
      numericFrom: 2,
      widths: ["auto", "auto", "*", "*", "*", "*", "*"],
      table: [
        ["期数", "还款日", "本金（元）", "利息（元）", "费用（元）", "应还（元）", "剩余本金（元）"],
        ...quote.rows.map((row) => [
          String(row.number),
          row.isCalendarKnown ? row.dueOn : `${row.dueOn} *`,
          yuan(row.principal),
          yuan(row.interest),
          yuan(row.fee),
          yuan(row.payment),
          yuan(row.closingPrincipal),
        ]),
        [
          "合计",
          "",
          sum(({ principal }) => principal),
          sum(({ interest }) => interest),
          sum(({ fee }) => fee),
          sum(({ payment }) => payment),
          "",
        ],
      ],
    },
  ];
}
