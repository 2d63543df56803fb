/** Every notice as data: its kind, where it leads, and its words in both languages. `{name}` is replaced by a fact. */
import type { NoticeTemplate, NoticeTopic } from "./notification.states.js";

export type NoticeLocale = "zh-CN" | "en-US";

interface Words {
  readonly title: string;
  readonly body: string;
}

interface Template {
  readonly kind: NoticeTopic;
  /** Path in the borrower's app, with facts. It opens the exact thing. */
  readonly path: string;
  /** Whether it also goes out by message; what somebody has just done themselves only stands in the app. */
  readonly isSent: boolean;
  readonly zh: Words;
  readonly en: Words;
}

const APPLICATION = "/applications/{applicationId}";
const APPLICATIONS = "/applications";
const LOAN = "/loans/{loanId}";
const PRODUCT = "/products/{slug}";

export const noticeTemplates: Readonly<Record<NoticeTemplate, Template>> = {
  APPLICATION_SUBMITTED: {
    kind: "APPLICATION",
    path: APPLICATION,
    isSent: false,
    zh: {
      title: "申请已提交",
      body: "您向{institution}提交了“{product}”申请（{number}）。只有这家机构能看到您的资料，进度和沟通都在平台内。",
    },
    en: {
      title: "Application submitted",
      body: "You applied to {institution} for “{product}” ({number}). This institution alone sees your data; progress and questions come through the platform.",
    },
  },
  DOCUMENT_REQUESTED: {
    kind: "APPLICATION",
    path: `${APPLICATION}#documents`,
    isSent: true,
    zh: {
      title: "需要补充材料",
      body: "{institution}审核“{product}”时需要您补充材料：{document}。提供之前审核计时暂停。",
    },
    en: {
      title: "A document is needed",
      body: "{institution} needs a document for “{product}”: {document}. The review clock is paused until you supply it.",
    },
  },
  APPLICATION_APPROVED: {
    kind: "OFFER",
    path: APPLICATION,
    isSent: true,
    zh: {
      title: "申请已通过",
      body: "{institution}同意了您的“{product}”申请，金额 {amount} 元。请在 {until} 前确认。",
    },
    en: {
      title: "Application approved",
      body: "{institution} approved your application for “{product}” over ¥{amount}. Please answer by {until}.",
    },
  },
  COUNTER_OFFER_MADE: {
    kind: "OFFER",
    path: APPLICATION,
    isSent: true,
    zh: {
      title: "机构提出了新方案",
      body: "{institution}对您的“{product}”申请提出了不同的方案，金额 {amount} 元。请在 {until} 前选择接受或拒绝。",
    },
    en: {
      title: "A different offer",
      body: "{institution} offers other terms for “{product}” over ¥{amount}. Accept or decline by {until}.",
    },
  },
  OFFER_EXPIRING: {
    kind: "OFFER",
    path: APPLICATION,
    isSent: true,
    zh: { title: "方案即将到期", body: "{institution}的“{product}”方案将于 {until} 到期，到期后需要重新申请。" },
    en: {
      title: "An offer is about to expire",
      body: "The offer of {institution} for “{product}” expires on {until}. After that you would have to apply anew.",
    },
  },
  OFFER_EXPIRED: {
    kind: "OFFER",
    path: APPLICATION,
    isSent: false,
    zh: { title: "方案已到期", body: "{institution}的“{product}”方案已到期，授权随之结束。" },
    en: {
      title: "An offer has expired",
      body: "The offer of {institution} for “{product}” has expired, and your consent with it.",
    },
  },
  APPLICATION_REFUSED: {
    kind: "APPLICATION",
    path: APPLICATION,
    isSent: true,
    zh: { title: "申请未通过", body: "{institution}未通过您的“{product}”申请。原因和下一步建议在申请页面。" },
    en: {
      title: "Application refused",
      body: "{institution} did not approve your application for “{product}”. The reasons and what you can do stand on its page.",
    },
  },
  APPLICATION_EXPIRED: {
    kind: "APPLICATION",
    path: APPLICATION,
    isSent: true,
    zh: { title: "申请已过期", body: "“{product}”申请（{institution}）因未按时完成而结束，授权随之结束。" },
    en: {
      title: "Application expired",
      body: "Your application for “{product}” ({institution}) was not completed in time and has ended, with your consent.",
    },
  },
  APPLICATION_CANCELLED: {
    kind: "APPLICATION",
    path: APPLICATION,
    isSent: true,
    zh: { title: "申请已取消", body: "“{product}”申请（{institution}）已取消，没有放款。" },
    en: {
      title: "Application cancelled",
      body: "Your application for “{product}” ({institution}) was cancelled; nothing was paid out.",
    },
  },
  SEQUENCE_STOPPED: {
    kind: "APPLICATION",
    path: APPLICATIONS,
    isSent: true,
    zh: { title: "逐家申请已暂停", body: "轮到下一家机构时停了下来，还没有告知其他机构。原因：{reason}" },
    en: {
      title: "Applying one by one has stopped",
      body: "It stopped before the next institution, and nobody else was told. The reason: {reason}",
    },
  },
  SEQUENCE_EXHAUSTED: {
    kind: "APPLICATION",
    path: APPLICATIONS,
    isSent: true,
    zh: {
      title: "逐家申请已走完",
      body: "您选的{count}款产品都已问过，没有一家放款。每家的原因和下一步建议在申请列表里。",
    },
    en: {
      title: "All institutions were asked",
      body: "None of the {count} products you chose led to a loan. The reasons of each, and what you can do next, stand in your applications.",
    },
  },
  CONTRACT_TO_SIGN: {
    kind: "CONTRACT",
    path: APPLICATION,
    isSent: true,
    zh: {
      title: "请阅读并签署合同",
      body: "“{product}”（{institution}）的综合融资成本明示表和合同已备好，请阅读后签署。",
    },
    en: {
      title: "A contract to read and sign",
      body: "The cost sheet and the contract for “{product}” ({institution}) are ready: read them, then sign.",
    },
  },
  CONTRACT_SIGNED: {
    kind: "CONTRACT",
    path: APPLICATION,
    isSent: false,
    zh: { title: "合同已签署", body: "您与{institution}的“{product}”合同已签署，等待放款。" },
    en: {
      title: "Contract signed",
      body: "Your contract with {institution} for “{product}” is signed; the payout follows.",
    },
  },
  PAYOUT_FAILED: {
    kind: "CONTRACT",
    path: APPLICATION,
    isSent: true,
    zh: { title: "放款没有成功", body: "“{product}”（{institution}）的放款没有成功，机构正在处理。放款前不计息。" },
    en: {
      title: "The payout did not succeed",
      body: "The payout of “{product}” ({institution}) did not succeed; the institution is dealing with it. No interest runs before it.",
    },
  },
  PAID_OUT: {
    kind: "CONTRACT",
    path: LOAN,
    isSent: true,
    zh: { title: "贷款已放款", body: "{institution}的“{product}”已放款 {amount} 元，还款计划在借据页面。" },
    en: {
      title: "Your loan is paid out",
      body: "{institution} has paid out ¥{amount} for “{product}”. The repayment plan stands on the loan's page.",
    },
  },
  CONSENT_WITHDRAWN: {
    kind: "PRIVACY",
    path: "/me/privacy",
    isSent: true,
    zh: {
      title: "授权已撤回",
      body: "您撤回了给{institution}的授权，该机构不能再查看您的资料。如果不是您本人操作，请立即修改密码。",
    },
    en: {
      title: "Consent withdrawn",
      body: "You withdrew your consent to {institution}; it can no longer see your data. If this was not you, change your password at once.",
    },
  },
  PAYMENT_SETTLED: {
    kind: "REPAYMENT",
    path: LOAN,
    isSent: true,
    zh: { title: "还款成功", body: "“{product}”还款 {amount} 元已入账，回单号 {receipt}。" },
    en: {
      title: "Payment received",
      body: "Your payment of ¥{amount} for “{product}” is booked, receipt {receipt}.",
    },
  },
  PAYMENT_FAILED: {
    kind: "REPAYMENT",
    path: LOAN,
    isSent: true,
    zh: { title: "还款没有成功", body: "“{product}”的还款没有成功，没有扣款。请在借据页面重试。" },
    en: {
      title: "A payment did not succeed",
      body: "Your payment for “{product}” did not succeed and nothing was taken. Try again on the loan's page.",
    },
  },
  LOAN_OVERDUE: {
    kind: "REPAYMENT",
    path: LOAN,
    isSent: true,
    zh: { title: "还款已逾期", body: "“{product}”（{institution}）有到期未还的款项。应还金额和利息在借据页面。" },
    en: {
      title: "A payment is overdue",
      body: "“{product}” ({institution}) has an overdue amount. What is owed stands on the loan's page.",
    },
  },
  LOAN_SETTLED: {
    kind: "REPAYMENT",
    path: LOAN,
    isSent: true,
    zh: { title: "贷款已结清", body: "“{product}”（{institution}）已全部结清。" },
    en: { title: "Your loan is settled", body: "“{product}” ({institution}) is paid back in full." },
  },
  SEARCH_NEW_MATCH: {
    kind: "PRODUCT_ALERT",
    path: PRODUCT,
    isSent: true,
    zh: {
      title: "有新产品符合“{search}”",
      body: "{institution}的“{product}”现在符合您的条件，年化综合成本最高 {costNow}。",
    },
    en: {
      title: "Another product answers “{search}”",
      body: "“{product}” of {institution} now meets your wishes, at an annual cost of at most {costNow}.",
    },
  },
  SEARCH_COST_FELL: {
    kind: "PRODUCT_ALERT",
    path: PRODUCT,
    isSent: true,
    zh: {
      title: "“{search}”中有产品降价",
      body: "{institution}“{product}”的年化综合成本最高值由 {costBefore} 降至 {costNow}。",
    },
    en: {
      title: "A product in “{search}” became cheaper",
      body: "The highest annual cost of “{product}” of {institution} fell from {costBefore} to {costNow}.",
    },
  },
  FAVOURITE_COST_FELL: {
    kind: "PRODUCT_ALERT",
    path: PRODUCT,
    isSent: true,
    zh: {
      title: "收藏的产品降价了",
      body: "{institution}“{product}”的年化综合成本最高值由 {costBefore} 降至 {costNow}。",
    },
    en: {
      title: "A favourite became cheaper",
      body: "The highest annual cost of “{product}” of {institution} fell from {costBefore} to {costNow}.",
    },
  },
};

/** What a notice is filled with: plain text, the same in both languages unless it is given for each. */
export type NoticeFacts = Readonly<Record<string, string | { readonly zh: string; readonly en: string }>>;

const filled = (text: string, facts: NoticeFacts, locale: NoticeLocale): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name];
    if (fact === undefined) return "";
    return typeof fact === "string" ? fact : fact[locale === "en-US" ? "en" : "zh"];
  });

/** Title and body for a reader of that language. */
export function wordsOf(template: NoticeTemplate, facts: NoticeFacts, locale: NoticeLocale): Words {
  const { zh, en } = noticeTemplates[template];
  const { title, body } = locale === "en-US" ? en : zh;
  return { title: filled(title, facts, locale), body: filled(body, facts, locale) };
}

/** Where it leads in the borrower's app. */
export const pathOf = (template: NoticeTemplate, facts: NoticeFacts): string =>
  filled(noticeTemplates[template].path, facts, "zh-CN");

const PREFERENCES = "/me/notifications";

/** As a short message: who writes, what happened, where to look; and where to end it, when it is no business of one's own. */
export function smsOf(
  template: NoticeTemplate,
  facts: NoticeFacts,
  { locale, url }: { locale: NoticeLocale; url: string },
): string {
  const { title, body } = wordsOf(template, facts, locale);
  const isEnglish = locale === "en-US";
  const said = isEnglish ? `[Daichao] ${title}: ${body} ${url}` : `【贷超】${title}：${body} ${url}`;
  if (noticeTemplates[template].kind !== "PRODUCT_ALERT") return said;
  const end = new URL(PREFERENCES, url).href;
  return isEnglish ? `${said} No more of these: ${end}` : `${said} 退订：${end}`;
}
