/** What each invented lender offers: names and words by hand, figures by purpose and licence. */
import type { ProductCategory } from "../../modules/catalog/index.js";

export type FeeProfile = "NONE" | "SERVICE" | "GUARANTEE" | "ASSESSMENT" | "CLOSING";
export type Clientele = "EVERYBODY" | "SALARIED" | "BUSINESS" | "LOCAL";

export interface ShelfLine {
  readonly lender: string;
  readonly category: ProductCategory;
  readonly name: string;
  readonly tagline: string;
  readonly fee: FeeProfile;
  readonly clientele: Clientele;
}

const line = (
  lender: string,
  category: ProductCategory,
  name: string,
  tagline: string,
  fee: FeeProfile = "NONE",
  clientele: Clientele = "EVERYBODY",
): ShelfLine => ({ lender, category, name, tagline, fee, clientele });

export const shelf: readonly ShelfLine[] = [
  line("qingyu", "RENOVATION", "青屿安居装修贷", "旧房焕新，按月还款，每一笔费用都写在明面上"),
  line("qingyu", "CONSUMPTION", "青屿轻享消费贷", "家电数码日常开支，线上申请，随时可查进度"),
  line("qingyu", "CAR", "青屿出行购车贷", "新车二手车都适用，期限最长五年", "NONE", "SALARIED"),
  line("qingyu", "DEBT_CONSOLIDATION", "青屿账单整合贷", "多笔账单合成一笔，每月只记一个还款日", "NONE", "SALARIED"),
  line("qingyu", "BUSINESS", "青屿小店经营贷", "进货备货周转，先息后本减轻每月压力", "NONE", "BUSINESS"),
  line("qiwu", "RENOVATION", "栖梧焕家装修分期", "硬装软装家电一次备齐，六期到三十六期可选"),
  line("qiwu", "CONSUMPTION", "栖梧日常消费贷", "小额度也认真审，合同条款写得清楚"),
  line("qiwu", "EDUCATION", "栖梧进修学费贷", "课程学费分期付，学习期间压力更小", "SERVICE"),
  line("qiwu", "MEDICAL", "栖梧安心医疗分期", "看病治疗费用分期，先把身体照顾好"),
  line("qiwu", "TRAVEL", "栖梧远行旅游分期", "机票酒店一起分期，旅途之后慢慢还", "CLOSING"),
  line("wangchuan", "RENOVATION", "望川新居装修贷", "毛坯到入住，资金按计划用", "NONE", "SALARIED"),
  line("wangchuan", "CONSUMPTION", "望川工薪消费贷", "面向有稳定工资的客户，额度看收入", "NONE", "SALARIED"),
  line("wangchuan", "MEDICAL", "望川康护医疗贷", "手术康复费用可申请，材料清单简明"),
  line("wangchuan", "BUSINESS", "望川商户周转贷", "商户旺季备货，短期周转", "ASSESSMENT", "BUSINESS"),
  line("wangchuan", "CAR", "望川换车贷", "旧车换新车，首付之外的部分分期还", "ASSESSMENT"),
  line("beiheng", "CONSUMPTION", "北珩信用消费贷", "信用记录良好的客户可申请较高额度", "NONE", "SALARIED"),
  line("beiheng", "EDUCATION", "北珩留学助力贷", "学费与生活费一并规划，按学期还款", "NONE", "SALARIED"),
  line("beiheng", "RENOVATION", "北珩精装贷", "装修合同对应放款，进度清晰"),
  line("beiheng", "DEBT_CONSOLIDATION", "北珩信用卡置换贷", "把信用卡账单换成固定期限的还款计划", "NONE", "SALARIED"),
  line("beiheng", "BUSINESS", "北珩小微经营贷", "小微企业主日常经营周转", "NONE", "BUSINESS"),
  line("qinglan", "CONSUMPTION", "晴岚邻里消费贷", "本地居民日常消费，网点可面谈", "NONE", "LOCAL"),
  line("qinglan", "TRAVEL", "晴岚假日旅游贷", "短期旅游资金，到期一次还清", "NONE"),
  line("qinglan", "CAR", "晴岚新能源车贷", "新能源车型适用，按月等额还款"),
  line("qinglan", "RENOVATION", "晴岚旧房改造贷", "厨卫翻新与适老改造都可申请", "SERVICE"),
  line("qinglan", "MEDICAL", "晴岚安康医疗贷", "住院与门诊大额支出分期"),
  line("haiyan", "BUSINESS", "海砚茶商经营贷", "茶季收购资金，按季节安排还款", "NONE", "BUSINESS"),
  line("haiyan", "CONSUMPTION", "海砚安薪消费贷", "代发工资客户日常消费", "NONE", "SALARIED"),
  line("haiyan", "EDUCATION", "海砚学成教育贷", "在职进修与子女教育支出"),
  line("haiyan", "RENOVATION", "海砚海岸装修贷", "自住房屋装修，期限灵活"),
  line("haiyan", "DEBT_CONSOLIDATION", "海砚一单清整合贷", "整合零散债务，还款日更好记", "NONE", "SALARIED"),
  line("hexu", "CONSUMPTION", "禾序数码分期", "手机电脑分期，三期起借", "SERVICE"),
  line("hexu", "RENOVATION", "禾序家装分期", "家装公司合作与自主装修都可以", "GUARANTEE"),
  line("hexu", "MEDICAL", "禾序齿科分期", "种植与正畸费用分期"),
  line("hexu", "EDUCATION", "禾序职业培训贷", "技能培训费用，结课之后继续还", "NONE"),
  line("hexu", "TRAVEL", "禾序亲子游分期", "假期出行费用分摊到每月"),
  line("yunqian", "CONSUMPTION", "云阡婚庆分期", "婚宴婚纱蜜月，一次规划分期付"),
  line("yunqian", "CAR", "云阡换车分期", "换车差价分期，手续线上办理", "GUARANTEE"),
  line("yunqian", "RENOVATION", "云阡软装分期", "窗帘家具灯具，软装也能分期", "SERVICE"),
  line("yunqian", "EDUCATION", "云阡考证贷", "考证报班费用，小额短期"),
  line("yunqian", "DEBT_CONSOLIDATION", "云阡账单分期贷", "把到期账单拆成每月固定一笔", "GUARANTEE"),
  line("nuanfeng", "CONSUMPTION", "暖枫家电消费贷", "冬季取暖与家电更新"),
  line("nuanfeng", "MEDICAL", "暖枫关爱医疗贷", "慢病治疗与康复费用", "CLOSING"),
  line("nuanfeng", "TRAVEL", "暖枫自驾游分期", "自驾旅途支出分期"),
  line("nuanfeng", "EDUCATION", "暖枫考研学习贷", "考研备考费用，毕业后慢慢还"),
  line("nuanfeng", "RENOVATION", "暖枫老房翻新贷", "水电改造与墙面翻新", "GUARANTEE"),
  line("chuandu", "BUSINESS", "川渡进货周转贷", "个体商户进货，短借短还", "ASSESSMENT", "BUSINESS"),
  line("chuandu", "CONSUMPTION", "川渡应急消费贷", "小额应急，几张证件就能申请"),
  line("chuandu", "CAR", "川渡营运车贷", "货车客车营运车辆购置", "NONE", "BUSINESS"),
  line("chuandu", "TRAVEL", "川渡短途游小额贷", "周末短途游，小额短期"),
  line("chuandu", "DEBT_CONSOLIDATION", "川渡账单周转贷", "几张账单合成一笔，按期还清", "CLOSING"),
  line("maiyu", "BUSINESS", "麦屿农户经营贷", "农资采购与农机维修，随农时安排", "NONE", "BUSINESS"),
  line("maiyu", "BUSINESS", "麦屿个体户周转贷", "个体工商户日常周转", "SERVICE", "BUSINESS"),
  line("maiyu", "CONSUMPTION", "麦屿乡镇消费贷", "乡镇居民日常消费", "NONE", "LOCAL"),
  line("maiyu", "MEDICAL", "麦屿互助医疗贷", "家人看病的周转资金"),
  line("maiyu", "EDUCATION", "麦屿助学贷", "开学季学费住宿费", "NONE"),
  line("xihe", "BUSINESS", "溪禾商铺周转贷", "商铺租金与进货资金", "NONE", "BUSINESS"),
  line("xihe", "CONSUMPTION", "溪禾家庭消费贷", "家庭日常大件支出"),
  line("xihe", "CAR", "溪禾代步车贷", "家用代步车，新车二手车都可以", "CLOSING"),
  line("xihe", "TRAVEL", "溪禾返乡出行贷", "返乡探亲与短途旅行"),
  line("xihe", "DEBT_CONSOLIDATION", "溪禾债务整合小额贷", "零散小额债务合并还款"),
];

/** Once offered and taken down again: one by the platform, one by its own institution. */
export const formerShelf = {
  suspended: line("nuanfeng", "CONSUMPTION", "暖枫年货节分期", "年货采购费用分期"),
  unpublished: line("qiwu", "CONSUMPTION", "栖梧校园周边消费贷", "毕业生安家首月支出"),
};

/** Not offered yet: what waits for the platform's review, and what is still being written. */
export const comingShelf = {
  inReview: [
    line("qingyu", "CONSUMPTION", "青屿绿色家电贷", "一级能效家电更新，按月等额还款"),
    line("qiwu", "CAR", "栖梧新能源车分期", "新能源车购置，期限一到五年"),
  ],
  drafts: [
    line("qingyu", "EDUCATION", "青屿进阶学习贷", "在职学历与技能提升"),
    line("qiwu", "BUSINESS", "栖梧夜市商户贷", "夜市摊位与小店的备货资金", "NONE", "BUSINESS"),
  ],
};
