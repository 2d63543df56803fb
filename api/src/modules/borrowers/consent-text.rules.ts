/** The words a borrower agrees to: one institution, one purpose, every kind of data named. The hash is of the Chinese text. */
import { createHash } from "node:crypto";
import { ConsentPurpose } from "./consent.states.js";

/** What a consent says about its receiver. */
export interface ConsentReceiver {
  readonly name: string;
  readonly uscc: string;
  readonly servicePhone: string;
  readonly contactEmail: string;
}

export interface ConsentWords {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly dataKinds: readonly string[];
}

export interface ConsentWording extends ConsentWords {
  readonly purpose: ConsentPurpose;
  /** SHA-256 of the Chinese title and paragraphs, in hex: the Chinese text is the one agreed to. */
  readonly hash: string;
  /** The Chinese paragraphs, whatever the language shown. */
  readonly bindingParagraphs: readonly string[];
}

const REVIEW_KINDS_ZH = [
  "姓名",
  "身份证号码（敏感个人信息）",
  "手机号码",
  "年龄、性别、所在地区",
  "职业、单位、收入与负债",
  "学历、居住情况",
  "紧急联系人",
  "您上传的证明材料",
  "在平台的申请记录",
  "征信报告（敏感个人信息）",
];
const REVIEW_KINDS_EN = [
  "name",
  "identity number (sensitive)",
  "phone number",
  "age, sex and region",
  "occupation, employer, income and debts",
  "education and housing",
  "emergency contact",
  "the documents you uploaded",
  "your applications on this platform",
  "credit bureau report (sensitive)",
];
const SERVICING_KINDS_ZH = ["姓名", "手机号码", "银行卡（敏感个人信息）", "合同与还款记录"];
const SERVICING_KINDS_EN = ["name", "phone number", "bank card (sensitive)", "contract and repayment records"];

function reviewZh({ name, uscc, servicePhone, contactEmail }: ConsentReceiver): ConsentWords {
  return {
    title: `个人信息提供与征信查询授权书（${name}）`,
    paragraphs: [
      `一、接收方：${name}（统一社会信用代码 ${uscc}），联系方式：客服电话 ${servicePhone}，邮箱 ${contactEmail}。`,
      "二、目的：仅用于审核您本次向该机构提交的贷款申请，包括核实身份、评估信用状况和还款能力、防范欺诈。",
      "三、方式：平台经加密通道将信息提供给该机构；该机构在您的授权有效期间通过平台查看，每次查看明文信息均须说明目的并留有您可查询的记录；该机构将自动化评估作为参考，您可以要求说明并要求人工审核。",
      `四、信息种类：${REVIEW_KINDS_ZH.join("、")}。`,
      "五、征信查询：您授权该机构为上述目的向征信机构查询您的信用报告，本次查询会被记录。",
      "六、敏感个人信息一旦泄露可能使您的财产安全受到危害，平台与该机构仅在实现上述目的所必需的范围内处理并严格保护。您可以不同意，不同意不影响您使用平台的其他功能。",
      "七、您可以随时在“隐私与授权”中撤回。审核期间撤回将终止本次申请，该机构随即不能再查看您的信息；撤回不影响撤回前已进行的处理。目的变更时将重新征得您的同意。",
    ],
    dataKinds: REVIEW_KINDS_ZH,
  };
}

function reviewEn({ name, uscc, servicePhone, contactEmail }: ConsentReceiver): ConsentWords {
  return {
    title: `Consent to share personal data and to a bureau query (${name})`,
    paragraphs: [
      `1. Receiver: ${name} (USCC ${uscc}). Contact: phone ${servicePhone}, e-mail ${contactEmail}.`,
      "2. Purpose: only to review the loan application you now submit to this institution: to verify your identity, to assess your credit and your ability to repay, and to prevent fraud.",
      "3. Way: the platform gives the data to the institution over an encrypted connection. It sees them through the platform while this consent stands; each look at clear data states a purpose and leaves a record you can read. Automated assessment serves as a reference: you may ask for an explanation and for a human review.",
      `4. Kinds of data: ${REVIEW_KINDS_EN.join(", ")}.`,
      "5. Bureau query: you allow the institution to ask a credit bureau for your report for this purpose. The query is recorded.",
      "6. Leaked sensitive data may endanger your property. The platform and the institution use no more than the purpose needs, and protect it. You may refuse; the rest of the platform stays open to you.",
      "7. You may withdraw at any time under “My consents”. Withdrawing during the review ends this application and the institution's view at once; what was done before stays lawful. A changed purpose needs your consent again.",
    ],
    dataKinds: REVIEW_KINDS_EN,
  };
}

function servicingZh({ name, uscc, servicePhone, contactEmail }: ConsentReceiver): ConsentWords {
  return {
    title: `贷款服务个人信息处理授权书（${name}）`,
    paragraphs: [
      `一、接收方：${name}（统一社会信用代码 ${uscc}），联系方式：客服电话 ${servicePhone}，邮箱 ${contactEmail}。`,
      "二、目的：履行您与该机构签订的贷款合同，包括放款、还款、出具凭证和处理您的咨询与投诉。",
      "三、方式：平台经加密通道提供，该机构在合同存续期间为上述目的查看和使用。",
      `四、信息种类：${SERVICING_KINDS_ZH.join("、")}。`,
      "五、银行卡等为敏感个人信息，一旦泄露可能使您的财产安全受到危害，仅在履行合同所必需的范围内处理。",
      "六、您可以随时在“隐私与授权”中撤回；合同未结清时，该机构仍将依法保留履行合同所必需的信息。",
    ],
    dataKinds: SERVICING_KINDS_ZH,
  };
}

function servicingEn({ name, uscc, servicePhone, contactEmail }: ConsentReceiver): ConsentWords {
  return {
    title: `Consent to data use for servicing your loan (${name})`,
    paragraphs: [
      `1. Receiver: ${name} (USCC ${uscc}). Contact: phone ${servicePhone}, e-mail ${contactEmail}.`,
      "2. Purpose: to perform your loan contract: disbursement, repayment, certificates, and answering your questions and complaints.",
      "3. Way: the platform gives the data over an encrypted connection; the institution sees and uses them for this purpose while the contract runs.",
      `4. Kinds of data: ${SERVICING_KINDS_EN.join(", ")}.`,
      "5. Bank cards are sensitive: leaked, they may endanger your property. Only what the contract needs is used.",
      "6. You may withdraw at any time under “My consents”. While the loan is not settled, the institution keeps what performing the contract needs, as the law allows.",
    ],
    dataKinds: SERVICING_KINDS_EN,
  };
}

const words: Record<ConsentPurpose, Record<"zh" | "en", (receiver: ConsentReceiver) => ConsentWords>> = {
  [ConsentPurpose.CREDIT_REVIEW]: { zh: reviewZh, en: reviewEn },
  [ConsentPurpose.LOAN_SERVICING]: { zh: servicingZh, en: servicingEn },
};

const hashOf = ({ title, paragraphs }: ConsentWords): string =>
  createHash("sha256")
    .update([title, ...paragraphs].join("\n"))
    .digest("hex");

/** The text for a reader; whatever the language shown, the hash is that of the Chinese text. */
export function consentText(
  receiver: ConsentReceiver,
  purpose: ConsentPurpose,
  locale: "zh-CN" | "en-US",
): ConsentWording {
  const agreed = words[purpose].zh(receiver);
  const shown = locale === "en-US" ? words[purpose].en(receiver) : agreed;
  return { ...shown, purpose, hash: hashOf(agreed), bindingParagraphs: agreed.paragraphs };
}
