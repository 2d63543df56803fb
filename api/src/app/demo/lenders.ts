/** Invented lenders: no such institution exists. The first two are those whose people are demo accounts. */
import { usccCheckDigit } from "@daichao/finance";
import type { LicenceKind, NewInstitution } from "../../modules/institutions/index.js";
import { Random } from "./random.js";

export interface Lender extends NewInstitution {
  readonly id: string;
  /** Short latin name, for addresses and logins. */
  readonly key: string;
  /** Whether it lets its model approve alone. */
  readonly isAutomatic: boolean;
}

type Line = readonly [
  key: string,
  shortName: string,
  licence: LicenceKind,
  province: string,
  regionCode: string,
  isAutomatic?: boolean,
];

const LINES: readonly Line[] = [
  ["qingyu", "青屿银行", "BANK", "浙江省", "330100"],
  ["qiwu", "栖梧消费金融", "CONSUMER_FINANCE", "上海市", "310000"],
  ["wangchuan", "望川银行", "BANK", "四川省", "510100"],
  ["beiheng", "北珩银行", "BANK", "北京市", "110000"],
  ["qinglan", "晴岚银行", "BANK", "湖南省", "430100"],
  ["haiyan", "海砚银行", "BANK", "福建省", "350200"],
  ["hexu", "禾序消费金融", "CONSUMER_FINANCE", "江苏省", "320100", true],
  ["yunqian", "云阡消费金融", "CONSUMER_FINANCE", "广东省", "440300", true],
  ["nuanfeng", "暖枫消费金融", "CONSUMER_FINANCE", "湖北省", "420100"],
  ["chuandu", "川渡小贷", "MICRO_LENDER", "重庆市", "500000", true],
  ["maiyu", "麦屿小贷", "MICRO_LENDER", "山东省", "370100"],
  ["xihe", "溪禾小贷", "MICRO_LENDER", "江西省", "360100"],
];

const LICENCE_PREFIX = { BANK: "B", CONSUMER_FINANCE: "X", MICRO_LENDER: "D" } as const;
const CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

function fullNameOf(shortName: string, licence: LicenceKind, province: string): string {
  if (licence === "BANK") return `${shortName}股份有限公司`;
  if (licence === "CONSUMER_FINANCE") return `${shortName}有限公司`;
  return `${province.slice(0, 2)}${shortName.replace("小贷", "小额贷款")}有限公司`;
}

function lenderOf([key, shortName, licenceKind, province, region, isAutomatic = false]: Line, index: number): Lender {
  const random = new Random(`lender/${key}`);
  const characters = Array.from({ length: 7 }, () => random.pick([...CODE_CHARACTERS])).join("");
  const body = `91${region}MA${characters}`;
  const serial = String(index + 1).padStart(4, "0");
  return {
    id: random.id(1_700_000_000_000 + index),
    key,
    name: fullNameOf(shortName, licenceKind, province),
    shortName,
    licenceKind,
    licenceNumber: `${LICENCE_PREFIX[licenceKind]}${serial}H${region}001`,
    uscc: body + usccCheckDigit(body),
    province,
    servicePhone: `400-000-${serial}`,
    contactEmail: `service@${key}.example`,
    state: "ACTIVE",
    isAutomatic,
  };
}

export const lenders: readonly Lender[] = LINES.map(lenderOf);

/** The two whose reviewers and managers can be signed in as. */
export const demoLenders: readonly Lender[] = lenders.slice(0, 2);
/** Those with work on the desk at day 0: the two, and a third of whom one reviewer can be signed in as. */
export const busyLenders: readonly Lender[] = lenders.slice(0, 3);
