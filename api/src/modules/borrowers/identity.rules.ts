/** Who somebody is: reading a name and an identity number, and what follows from them. */
import { checkIdentityNumber, type Sex } from "@daichao/finance";
import { borrowerErrors } from "./borrower.errors.js";

export const ADULT_AGE = 18;
export const MAX_TRIES_A_DAY = 5;

// 「·」 joins the parts of many minorities' names; both forms of it are typed.
const NAME = /^[\p{Script=Han}〇]{1,15}(?:·[\p{Script=Han}〇]{1,15})*$/u;

const PROVINCES: Readonly<Record<string, string>> = {
  11: "北京市",
  12: "天津市",
  13: "河北省",
  14: "山西省",
  15: "内蒙古自治区",
  21: "辽宁省",
  22: "吉林省",
  23: "黑龙江省",
  31: "上海市",
  32: "江苏省",
  33: "浙江省",
  34: "安徽省",
  35: "福建省",
  36: "江西省",
  37: "山东省",
  41: "河南省",
  42: "湖北省",
  43: "湖南省",
  44: "广东省",
  45: "广西壮族自治区",
  46: "海南省",
  50: "重庆市",
  51: "四川省",
  52: "贵州省",
  53: "云南省",
  54: "西藏自治区",
  61: "陕西省",
  62: "甘肃省",
  63: "青海省",
  64: "宁夏回族自治区",
  65: "新疆维吾尔自治区",
  71: "台湾省",
  81: "香港特别行政区",
  82: "澳门特别行政区",
  83: "台湾省",
};

export interface IdentityFacts {
  readonly number: string;
  readonly birthOn: string;
  readonly sex: Sex;
  /** Province of first registration, by the number's first digits. */
  readonly province: string | null;
}

/** Whole years between two days. */
export function ageOn(birthOn: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthOn.slice(0, 4));
  return today.slice(5) < birthOn.slice(5) ? years - 1 : years;
}

/** The name in one spelling: no blanks, one kind of middle dot. @throws BORROWER_NAME_INVALID. */
export function readName(text: string): string {
  const name = text
    .trim()
    .replace(/\s+/g, "")
    .replace(/[•.．・]/g, "·");
  if (name.length < 2 || name.length > 30 || !NAME.test(name)) throw borrowerErrors.nameInvalid();
  return name;
}

/** What an identity number says (GB 11643). @throws BORROWER_IDENTITY_NUMBER_INVALID with the fault found. */
export function readIdentityNumber(text: string, today: string): IdentityFacts {
  const check = checkIdentityNumber(text, today);
  if (!check.valid) throw borrowerErrors.identityNumberInvalid({ fault: check.fault });
  const { number, birthOn, sex, regionCode } = check;
  const code = number.startsWith("9") ? number.slice(1, 3) : regionCode.slice(0, 2);
  return { number, birthOn, sex, province: PROVINCES[code] ?? null };
}

/** @throws BORROWER_TOO_YOUNG below eighteen on `today`. */
export function mustBeAdult(facts: IdentityFacts, today: string): void {
  if (ageOn(facts.birthOn, today) < ADULT_AGE) throw borrowerErrors.tooYoung({ age: ADULT_AGE });
}
