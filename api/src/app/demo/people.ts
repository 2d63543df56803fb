/** Invented people: consistent facts, valid numbers, and a latent soundness that shows in everything lenders look at. */
import { identityCheckDigit, luhnCheckDigit } from "@daichao/finance";
import type { borrowers, ProfileVersionRow } from "../../modules/borrowers/borrower.tables.js";
import { type CreditFile, fileOf } from "../../sandbox/bureau/index.js";
import { DEMO_PHONE } from "./demo-accounts.js";
import { Random } from "./random.js";
import type { Times } from "./times.js";

type Fact<K extends keyof ProfileVersionRow> = NonNullable<ProfileVersionRow[K]>;

export interface Person {
  /** Of the account and the borrower; filled in from the account where one stands already. */
  readonly id: string;
  readonly cardId: string;
  readonly isDemo: boolean;
  readonly name: string;
  readonly phone: string;
  readonly identityNumber: string;
  readonly sex: "MALE" | "FEMALE";
  readonly birthOn: string;
  readonly province: string;
  readonly city: string;
  readonly address: string;
  readonly employment: Fact<"employment">;
  readonly employer: string;
  /** Fen. */
  readonly monthlyIncome: bigint;
  readonly monthlyDebtPayment: bigint;
  readonly employedSince: string;
  readonly education: Fact<"education">;
  readonly housing: Fact<"housing">;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly cardNumber: string;
  readonly bankName: string;
  /** What the sandbox bureau answers about this number. */
  readonly file: CreditFile;
  /** How often this person borrows, against others. */
  readonly eagerness: number;
}

export type NewBorrowerRow = typeof borrowers.$inferInsert;

const SURNAMES = [
  ..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江",
];
const GIVEN_MALE = [..."伟强磊军洋勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林轩博文昊天佑铭诚志远思源一鸣"];
const GIVEN_FEMALE = [..."芳娜敏静丽艳娟霞秀燕玲桂英华慧洁萍莉红玉兰雪梅琳婷颖欣怡佳雨晴梦瑶思涵诗语晓彤若曦"];

/** Province, city, a region code that exists, weight. */
const PLACES = [
  ["浙江省", "杭州市", "330106", 12],
  ["浙江省", "宁波市", "330203", 5],
  ["上海市", "上海市", "310115", 12],
  ["四川省", "成都市", "510107", 10],
  ["北京市", "北京市", "110105", 8],
  ["湖南省", "长沙市", "430104", 7],
  ["福建省", "厦门市", "350203", 6],
  ["江苏省", "南京市", "320102", 8],
  ["江苏省", "苏州市", "320505", 5],
  ["广东省", "深圳市", "440305", 9],
  ["广东省", "广州市", "440106", 7],
  ["湖北省", "武汉市", "420106", 7],
  ["重庆市", "重庆市", "500103", 6],
  ["山东省", "济南市", "370102", 6],
  ["江西省", "南昌市", "360103", 5],
] as const;

const STREETS = ["望湖路", "青石巷", "云栖街", "文澜路", "长宁道", "晨光路", "南桥街", "稻香路"];
const TRADES = ["科技", "商贸", "机械", "餐饮", "物流", "教育咨询", "装饰工程", "服饰", "食品", "信息服务"];
const WORDS = ["恒屿", "明栖", "瑞禾", "新芽", "远帆", "安砚", "正川", "晴川", "立木", "同舟"];
const BANKS = [
  ["622202", "中国工商银行"],
  ["621700", "中国建设银行"],
  ["622848", "中国农业银行"],
  ["622588", "招商银行"],
] as const;

const WORK = [
  ["EMPLOYED", 56],
  ["PUBLIC_SECTOR", 12],
  ["SELF_EMPLOYED", 15],
  ["FREELANCE", 10],
  ["RETIRED", 2],
  ["STUDENT", 3],
  ["UNEMPLOYED", 2],
] as const;
/** Yuan a month, the middle of each kind of work. */
const INCOMES: Readonly<Record<Person["employment"], number>> = {
  EMPLOYED: 8_600,
  PUBLIC_SECTOR: 8_800,
  SELF_EMPLOYED: 11_000,
  FREELANCE: 7_000,
  RETIRED: 4_900,
  STUDENT: 2_600,
  UNEMPLOYED: 2_200,
};

const inHundreds = (yuan: number): bigint => BigInt(Math.max(1, Math.round(yuan / 100))) * 10_000n;
const two = (value: number): string => String(value).padStart(2, "0");

function nameOf(random: Random, sex: Person["sex"]): string {
  const given = sex === "MALE" ? GIVEN_MALE : GIVEN_FEMALE;
  const [first, second] = random.some(given, 2);
  return `${random.pick(SURNAMES)}${first}${random.isChance(0.72) ? second : ""}`;
}

const addressIn = (random: Random, city: string): string =>
  `${city}${random.pick(STREETS)}${random.whole(1, 180)}号${random.whole(1, 20)}幢${random.whole(1, 6)}0${random.whole(1, 4)}室`;

function employerOf(random: Random, employment: Person["employment"], city: string): string {
  if (employment === "PUBLIC_SECTOR") return `${city}某事业单位`;
  return `${city.slice(0, 2)}${random.pick(WORDS)}${random.pick(TRADES)}有限公司`;
}

const housingOf = (random: Random, soundness: number): Person["housing"] =>
  random.weighted([
    ["OWNED", Math.max(4, 18 + 8 * soundness)],
    ["MORTGAGED", 22],
    ["RENTED", 34],
    ["FAMILY", 22],
    ["OTHER", 2],
  ]);

/** A number whose digits 15 to 17 stay below those that steer the sandbox; odd for men, even for women. */
function numberOf(random: Random, region: string, birthOn: string, sex: Person["sex"]): string {
  const sequence = random.whole(0, 448) * 2 + (sex === "MALE" ? 1 : 2);
  const first17 = `${region}${birthOn.replaceAll("-", "")}${String(sequence).padStart(3, "0")}`;
  return first17 + identityCheckDigit(first17);
}

/**
 * Among the numbers a person might have been given, one whose bureau file suits how sound they are: the files of all
 * stay as the bureau draws them, only who has which follows the person.
 */
function numberThatSuits(random: Random, soundness: number, draw: () => string): string {
  const candidates = Array.from({ length: 5 }, () => {
    const number = draw();
    return { number, score: fileOf(number).score };
  }).sort((a, b) => a.score - b.score);
  const rank = 1 / (1 + Math.exp(-1.7 * (0.85 * soundness + 0.5 * random.normal())));
  return candidates[Math.min(4, Math.floor(rank * 5))]?.number ?? draw();
}

/** A card the sandbox bank has no plan for: its last four digits are those of no special card. */
function cardOf(random: Random, prefix: string): string {
  const body = `${prefix}${String(random.whole(0, 999_999_999)).padStart(9, "0")}${random.whole(11, 99)}0`;
  return body + luhnCheckDigit(body);
}

function workOf(random: Random, age: number): Person["employment"] {
  if (age >= 55 && random.isChance(0.5)) return "RETIRED";
  const work = random.weighted(WORK);
  if (work === "STUDENT" && age > 26) return "EMPLOYED";
  return work === "RETIRED" && age < 50 ? "EMPLOYED" : work;
}

function educationOf(random: Random, soundness: number): Person["education"] {
  const level = random.normal() * 0.8 + soundness * 0.5;
  if (level < -1.3) return "BELOW_HIGH_SCHOOL";
  if (level < -0.4) return "HIGH_SCHOOL";
  if (level < 0.4) return "COLLEGE";
  return level < 1.5 ? "BACHELOR" : "MASTER_OR_ABOVE";
}

const EDUCATION_WORTH = {
  BELOW_HIGH_SCHOOL: -0.16,
  HIGH_SCHOOL: -0.08,
  COLLEGE: 0,
  BACHELOR: 0.12,
  MASTER_OR_ABOVE: 0.28,
};

function personOf(index: number, times: Times): Person {
  const random = new Random(`person/${index}`);
  const isDemo = index === 0;
  const soundness = isDemo ? 1.4 : random.normal();
  const sex = isDemo || random.isChance(0.46) ? "FEMALE" : "MALE";
  const [province, city, region] = random.weighted(PLACES.map((place) => [place, place[3]] as const));
  const age = isDemo ? 33 : Math.round(Math.min(62, Math.max(20, 34 + 9 * random.normal())));
  const year = Number(times.dayZero.slice(0, 4)) - age;
  const birthOn = `${year}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`;
  const identityNumber = numberThatSuits(random, soundness, () => numberOf(random, region, birthOn, sex));
  const file = fileOf(identityNumber);
  const employment = isDemo ? "EMPLOYED" : workOf(random, age);
  const education = isDemo ? "BACHELOR" : educationOf(random, soundness);
  const income = INCOMES[employment] * Math.exp(0.34 * random.normal() + 0.14 * soundness + EDUCATION_WORTH[education]);
  const owed = Number(file.monthlyObligationFen) / 100;
  const months = Math.max(2, Math.round(random.next() * Math.min(180, (age - 19) * 9) * (soundness > 0 ? 1.1 : 0.8)));
  const [prefix, bankName] = random.pick(BANKS);
  const since = times.day(isDemo ? 1_500 : months * 30);
  return {
    id: random.id(1_700_000_200_000 + index),
    cardId: random.id(1_700_000_300_000 + index),
    isDemo,
    name: isDemo ? "何静宜" : nameOf(random, sex),
    phone: isDemo ? DEMO_PHONE : `1990001${String(index).padStart(4, "0")}`,
    identityNumber,
    sex,
    birthOn,
    province,
    city,
    address: addressIn(random, city),
    employment,
    employer: employerOf(random, employment, city),
    monthlyIncome: isDemo ? 1_250_000n : inHundreds(income),
    monthlyDebtPayment: owed === 0 ? 0n : inHundreds(owed * (0.75 + 0.35 * random.next())),
    employedSince: since < `${year + 18}-01-01` ? `${year + 18}-01-01` : since,
    education,
    housing: housingOf(random, soundness),
    contactName: nameOf(random, random.isChance(0.5) ? "MALE" : "FEMALE"),
    contactPhone: `1990009${String(index).padStart(4, "0")}`,
    cardNumber: cardOf(random, prefix),
    bankName,
    file,
    eagerness: Math.exp(0.55 * random.normal()),
  };
}

/** So many people, the demo borrower first. */
export const inventPeople = (count: number, times: Times): Person[] =>
  Array.from({ length: count }, (_, index) => personOf(index, times));
