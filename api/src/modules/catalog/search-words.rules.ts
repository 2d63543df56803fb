import { RepaymentMethod } from "@daichao/finance";
import type { ErrorText } from "../../kernel/errors/index.js";
import { ProductCategory } from "./product.states.js";

const words = (list: string): readonly string[] => list.split(" ");

/** What people write when they mean a purpose; the longest fitting word wins. */
export const CATEGORY_WORDS: Readonly<Record<ProductCategory, readonly string[]>> = {
  CONSUMPTION: words(
    `消费 消费贷 信用贷 现金贷 日常 购物 家电 数码 手机 电脑 婚庆 结婚 婚礼 彩礼 应急 生活费 借呗 花呗 白条 金条 微粒贷 有钱花 小额贷 consumption consumer personal everyday shopping wedding phone laptop appliance appliances`,
  ),
  RENOVATION: words(
    `装修 装修贷 翻新 翻修 家装 装潢 装饰 旧房改造 房屋改造 毛坯 精装 软装 硬装 厨卫 家居 renovation renovate decoration refurbishment refurbish remodel remodeling remodelling`,
  ),
  CAR: words(`车 车贷 车辆 购车 买车 提车 新车 汽车 新能源车 电动车 二手车 换车 car cars auto vehicle`),
  EDUCATION: words(
    `教育 学习 培训 学费 助学 进修 考研 考证 读书 上学 读研 网课 补习 留学 升学 学历 education tuition study studies school college university training course student students`,
  ),
  MEDICAL: words(
    `医疗 医药 医药费 手术费 医美 看牙 牙 体检 生病 看病 治病 手术 住院 牙科 牙齿 种牙 种植牙 正畸 整形 健康 medical health hospital dental dentist surgery`,
  ),
  TRAVEL: words(`旅游 旅行 出行 度假 出国游 自驾游 短途游 机票 酒店 travel trip holiday vacation tourism`),
  BUSINESS: words(
    `经营 生意 创业 开店 店铺 周转 备货 进货 农资 流动资金 小微 企业 商户 个体 流水贷 business shop startup company`,
  ),
  DEBT_CONSOLIDATION: words(
    `债务 债务整合 还债 还贷 还花呗 还借呗 还白条 还网贷 还信用卡 信用卡账单 信用卡还款 账单分期 账单整合 代偿 以贷还贷 置换 debt consolidation refinance refinancing`,
  ),
};

/** What each purpose is called; every one of these is itself understood as a search text. */
export const CATEGORY_LABELS: Readonly<Record<ProductCategory, ErrorText>> = {
  CONSUMPTION: { zh: "日常消费", en: "Everyday consumption" },
  RENOVATION: { zh: "装修", en: "Renovation" },
  CAR: { zh: "购车", en: "Car" },
  EDUCATION: { zh: "教育", en: "Education" },
  MEDICAL: { zh: "医疗", en: "Medical" },
  TRAVEL: { zh: "旅游", en: "Travel" },
  BUSINESS: { zh: "经营", en: "Business" },
  DEBT_CONSOLIDATION: { zh: "债务整合", en: "Debt consolidation" },
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
export const STOP_WORDS: readonly string[] = words(
  "我想要 我想 想要 需要 急需 急用 申请 办理 哪里可以 可以 如何 怎么 推荐 贷款产品 贷款 借款 借钱 产品 平台 分期 利率低 利率 " +
    "利息低 利息 低利息 低利率 低息 快速放款 放款快 秒批 秒到账 放款 快速 下款 资金 款项 款 费用 还清 还款 偿还 还 房子 家里 一下 " +
    "额度 期限 左右 上下 大概 大约 差不多 以内 以下 以上 最低 便宜 划算 左右的 贷 借 的 用 想 请 有 和 类 分 共 约 做 去 给 要 我 个 期 费 " +
    "loan loans borrow for a an the of to my i need want with over in and about around cheap cheapest low rate interest money home",
).toSorted((a, b) => b.length - a.length);

/** Words for kinds of lenders that hold a purpose word: they are part of names. */
export const LENDER_KINDS: readonly string[] = ["消费金融"];

/** What people write for what a lender's name says. */
export const ALIASES: Readonly<Record<string, string>> = {
  小贷: "小额贷款",
  消金: "消费金融",
  bank: "银行",
  banks: "银行",
};

type OfferedMethod = Exclude<RepaymentMethod, "REVOLVING" | "FLAT">;

/** What each method that is offered is called; every one of these is itself understood as a search text. */
export const METHOD_LABELS: Readonly<Record<OfferedMethod, ErrorText>> = {
  EQUAL_INSTALMENT: { zh: "等额本息", en: "Equal instalments" },
  EQUAL_PRINCIPAL: { zh: "等额本金", en: "Equal principal" },
  INTEREST_ONLY_BULLET: { zh: "先息后本", en: "Interest first" },
  BULLET: { zh: "一次性还本付息", en: "One payment at the end" },
};

const METHOD_SYNONYMS: Readonly<Record<OfferedMethod, readonly string[]>> = {
  EQUAL_INSTALMENT: ["equal instalment", "equal installments"],
  EQUAL_PRINCIPAL: [],
  INTEREST_ONLY_BULLET: ["按月付息", "interest only"],
  BULLET: ["到期一次还本付息", "到期还本付息", "到期还款", "一次性还款"],
};

const OFFERED_METHODS = [
  RepaymentMethod.EQUAL_INSTALMENT,
  RepaymentMethod.EQUAL_PRINCIPAL,
  RepaymentMethod.INTEREST_ONLY_BULLET,
  RepaymentMethod.BULLET,
] as const;

/** Repayment methods by what people call them, the label first. */
export const METHOD_WORDS: readonly (readonly [OfferedMethod, readonly string[]])[] = OFFERED_METHODS.map((method) => {
  const { zh, en } = METHOD_LABELS[method];
  return [method, [zh, en.toLowerCase(), ...METHOD_SYNONYMS[method]]];
});
