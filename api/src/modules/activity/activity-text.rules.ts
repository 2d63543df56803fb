/** The words of the one consent to recording and personalisation. The hash is of the Chinese text. */
import { createHash } from "node:crypto";

export interface KeepDays {
  /** Days that a signed-in borrower's trail is kept. */
  readonly account: number;
  /** Days that a guest's is. */
  readonly visitor: number;
}

export interface ActivityWording {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** SHA-256 of the Chinese title and paragraphs, in hex. */
  readonly hash: string;
}

type Words = Omit<ActivityWording, "hash">;

const wordsZh = ({ account, visitor }: KeepDays): Words => ({
  title: "浏览行为记录与个性化推荐授权书",
  paragraphs: [
    "一、处理者：贷超平台。仅平台自身处理，不提供给任何贷款机构、合作渠道或其他第三方。",
    "二、目的：根据您看过、对比过、试算过的产品调整推荐顺序，并说明推荐理由；汇总后用于改进产品目录。不用于审批、定价或催收。",
    "三、方式：由您的浏览器在您同意之后上报，按固定格式记录；隐藏的页面不计停留时间。",
    "四、信息种类：产品浏览、停留秒数、对比、试算、收藏、开始申请，以及搜索时的金额、期数和用途。不记录搜索文字，不记录姓名、号码等个人身份信息。",
    `五、期限：登录后的记录最多保存 ${account} 天，未登录的记录最多保存 ${visitor} 天，到期删除。`,
    "六、未登录时的记录以随机编号保存。登录后只有您在账户中同意，才会归入您的账户；否则不会与您关联。",
    "七、您可以不同意或随时撤回，不影响使用任何功能，推荐顺序与未登录时相同。撤回时已有记录立即删除。",
  ],
});

const wordsEn = ({ account, visitor }: KeepDays): Words => ({
  title: "Consent to recording and personalised order",
  paragraphs: [
    "1. Handler: the Daichao platform alone. Nothing is given to lenders, partners or anybody else.",
    "2. Purpose: to adjust the order of recommendations to the products you viewed, compared and calculated, and to tell you why; in sums, to improve the catalogue. Never for approval, pricing or collection.",
    "3. Way: your browser reports it, only after you agree, in a fixed form. Time in a hidden tab does not count.",
    "4. Kinds of data: products viewed, seconds spent, comparisons, calculations, favourites, applications begun, and the amount, term and purpose of a search. Not the words of a search, and no name or number of a person.",
    `5. Kept: at most ${account} days when signed in and ${visitor} days when not; then deleted.`,
    "6. A guest's records stand under a random number. They join your account only if you agree there; otherwise they are never linked to you.",
    "7. You may refuse, or withdraw at any time: every function stays open to you, in the order a guest sees. Withdrawing deletes what was recorded at once.",
  ],
});

/** The text for a reader; whatever the language shown, the hash is that of the Chinese text. */
export function activityText(keep: KeepDays, locale: "zh-CN" | "en-US"): ActivityWording {
  const agreed = wordsZh(keep);
  const hash = createHash("sha256")
    .update([agreed.title, ...agreed.paragraphs].join("\n"))
    .digest("hex");
  return { ...(locale === "en-US" ? wordsEn(keep) : agreed), hash };
}
