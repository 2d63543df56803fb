import { ProductCategory } from "./product.states.js";

/** What people write when they mean a purpose; the longest fitting word wins. */
export const CATEGORY_WORDS: Readonly<Record<ProductCategory, readonly string[]>> = {
  CONSUMPTION: [
    "消费",
    "消费贷",
    "信用贷",
    "现金贷",
    "日常",
    "购物",
    "家电",
    "数码",
    "手机",
    "婚庆",
    "结婚",
    "借呗",
    "花呗",
    "白条",
    "微粒贷",
    "小额贷",
    "consumption",
    "shopping",
    "wedding",
  ],
  RENOVATION: [
    "装修",
    "装修贷",
    "翻新",
    "家装",
    "装潢",
    "装饰",
    "旧房改造",
    "房屋改造",
    "软装",
    "硬装",
    "家居",
    "renovation",
    "decoration",
  ],
  CAR: ["车", "车贷", "购车", "买车", "汽车", "新能源车", "二手车", "换车", "car", "auto"],
  EDUCATION: ["教育", "学习", "培训", "学费", "助学", "进修", "考研", "留学", "升学", "education", "tuition"],
  MEDICAL: ["医疗", "医美", "看病", "治病", "手术", "牙科", "种植牙", "整形", "健康", "medical"],
  TRAVEL: ["旅游", "旅行", "出行", "度假", "出国游", "机票", "travel"],
  BUSINESS: ["经营", "生意", "创业", "周转", "进货", "小微", "企业", "商户", "个体", "流水贷", "business"],
  DEBT_CONSOLIDATION: ["债务", "债务整合", "还信用卡", "信用卡账单", "账单分期", "代偿", "以贷还贷", "置换", "debt"],
};

export const CATEGORY_LABELS: Readonly<Record<ProductCategory, string>> = {
  CONSUMPTION: "日常消费",
  RENOVATION: "装修",
  CAR: "购车",
  EDUCATION: "教育",
  MEDICAL: "医疗",
  TRAVEL: "旅游",
  BUSINESS: "经营",
  DEBT_CONSOLIDATION: "债务整合",
};

export interface PurposeWord {
  readonly word: string;
  readonly category: ProductCategory;
}

/** Every purpose word, longest first. */
export const PURPOSE_WORDS: readonly PurposeWord[] = Object.values(ProductCategory)
  .flatMap((category) => CATEGORY_WORDS[category].map((word) => ({ word, category })))
  .sort((a, b) => b.word.length - a.word.length || (a.word < b.word ? -1 : 1));

/** Words that every product answers to, and so tell none from another; longest first. */
export const STOP_WORDS: readonly string[] = [
  "我想要",
  "我想",
  "想要",
  "需要",
  "申请",
  "办理",
  "哪里可以",
  "可以",
  "如何",
  "怎么",
  "推荐",
  "贷款产品",
  "贷款",
  "借款",
  "借钱",
  "产品",
  "平台",
  "分期",
  "利率",
  "利息",
  "额度",
  "期限",
  "贷",
  "借",
  "的",
  "用",
  "想",
  "请",
  "有",
  "和",
  "loan",
  "loans",
  "borrow",
  "for",
  "a",
].sort((a, b) => b.length - a.length);
