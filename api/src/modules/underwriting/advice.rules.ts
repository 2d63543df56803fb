/** What a refused applicant could change so that a refusal would fall, tested on the model that refused. */
import { groupYuan } from "@daichao/finance";
import {
  type ChangeableField,
  count,
  counterfactual,
  type DecisionModel,
  decide,
  type Facts,
  fen,
  flag,
  type Literal,
  type ReasonCode,
  ruleAdvice,
} from "@daichao/scoring";
import type { Words } from "./decision.rules.js";

/** A tested piece of advice as it is kept with the decision; `rule` is null where the model as a whole refused. */
export interface StoredAdvice {
  readonly rule: string | null;
  readonly reason: ReasonCode;
  readonly field: string;
  readonly from: Literal | null;
  readonly to: Literal;
  /** The outcome with this change alone: REJECT where other reasons stay. */
  readonly after: "PASS" | "REFER" | "REJECT";
}

export interface AdvisedProduct {
  readonly amountMin: bigint;
  readonly termOptions: readonly number[];
}

/** Fen: what income, amounts and repayments are rounded to, and how many steps are tried on the way. */
const INCOME_STEP = 50_000n;
const AMOUNT_STEP = 100_000n;
const REPAYMENT_STEP = 10_000n;
const STEPS = 20n;
const MONTHS_AHEAD = 24;
const MOST_PER_RULE = 2;
const MOST = 4;

const numberIn = (facts: Facts, field: string): number | undefined => {
  const value = facts[field];
  return typeof value === "number" ? value : undefined;
};
const amountIn = (facts: Facts, field: string): bigint | undefined => {
  const value = facts[field];
  return typeof value === "bigint" ? value : undefined;
};

/** A round step that gets there in about twenty. */
const stepOf = (way: bigint, unit: bigint): bigint => (way > unit * STEPS ? (way / STEPS / unit + 1n) * unit : unit);

/**
 * What a person can really change, and how far: income by half, the amount down to the product's least, another of its
 * terms, repayments down to nothing, enquiries that age, months in the job. Never age, sex, region or marital status.
 */
export function believableChanges(facts: Facts, product: AdvisedProduct): ChangeableField[] {
  const income = amountIn(facts, "monthlyIncome");
  const months = numberIn(facts, "employedMonths");
  const term = numberIn(facts, "requestedTermMonths") ?? 0;
  const terms = product.termOptions.toSorted((a, b) => Math.abs(a - term) - Math.abs(b - term));
  const down = (field: string, unit: bigint, limit: bigint): ChangeableField => ({
    field,
    kind: "money",
    direction: "DOWN",
    step: fen(stepOf((amountIn(facts, field) ?? 0n) - limit, unit)),
    limit: fen(limit),
  });
  return [
    ...(income === undefined
      ? []
      : [
          {
            field: "monthlyIncome",
            kind: "money" as const,
            direction: "UP" as const,
            step: fen(stepOf(income / 2n, INCOME_STEP)),
            limit: fen(((income * 3n) / 2n / INCOME_STEP + 1n) * INCOME_STEP),
          },
        ]),
    down("requestedAmount", AMOUNT_STEP, product.amountMin),
    { field: "requestedTermMonths", kind: "number", choices: terms.map(count) },
    down("declaredMonthlyDebt", REPAYMENT_STEP, 0n),
    down("bureauMonthlyDebt", REPAYMENT_STEP, 0n),
    { field: "hardQueries", kind: "number", direction: "DOWN", step: count(1), limit: count(0) },
    ...(months === undefined
      ? []
      : [
          {
            field: "employedMonths",
            kind: "number" as const,
            direction: "UP" as const,
            step: count(1),
            limit: count(months + MONTHS_AHEAD),
          },
        ]),
    { field: "isIdentityVerified", kind: "boolean", choices: [flag(true)] },
  ];
}

/**
 * Advice for an application the model refuses, each piece decided anew: at most two for a rule, four in all, those that
 * suffice alone first. Where no rule but the score refused, what would lift the score far enough.
 */
export function adviceFor(model: DecisionModel, facts: Facts, product: AdvisedProduct): StoredAdvice[] {
  const decision = decide(model, facts);
  if (decision.outcome !== "REJECT") return [];
  const changes = believableChanges(facts, product);
  const byRule = ruleAdvice(model, facts, changes);
  const perRule = new Map<string, number>();
  const kept = byRule.filter(({ rule }) => {
    const sofar = perRule.get(rule) ?? 0;
    perRule.set(rule, sofar + 1);
    return sofar < MOST_PER_RULE;
  });
  const pieces: StoredAdvice[] =
    byRule.length > 0
      ? kept.map(({ rule, reason, field, from, to, after }) => ({ rule, reason, field, from, to, after }))
      : changes.flatMap((change) => wholeAdvice(model, facts, change, decision.reasons[0] ?? "OVERALL_ASSESSMENT"));
  const isEnough = ({ after }: StoredAdvice) => after !== "REJECT";
  return [...pieces.filter(isEnough), ...pieces.filter((piece) => !isEnough(piece))].slice(0, MOST);
}

function wholeAdvice(model: DecisionModel, facts: Facts, change: ChangeableField, reason: ReasonCode): StoredAdvice[] {
  const found = counterfactual(model, facts, [change], "REFER");
  if (!found?.to) return [];
  return [{ rule: null, reason, field: found.field, from: found.from, to: found.to, after: found.after }];
}

const figureOf = (literal: Literal): string => {
  if (literal.kind === "money") return groupYuan(BigInt(literal.value)).replace(/\.00$/, "");
  return String(literal.value);
};

const conditions: Readonly<Record<string, (figure: string) => Words>> = {
  monthlyIncome: (figure) => ({
    zh: `收入证明达到每月 ${figure} 元时`,
    en: `With proof of an income of ${figure} yuan a month`,
  }),
  requestedAmount: (figure) => ({
    zh: `申请金额不超过 ${figure} 元时`,
    en: `With an amount of ${figure} yuan or less`,
  }),
  requestedTermMonths: (figure) => ({ zh: `期限选 ${figure} 个月时`, en: `With a term of ${figure} months` }),
  declaredMonthlyDebt: (figure) => ({
    zh: `每月还款降到 ${figure} 元以内时`,
    en: `Once your monthly repayments are ${figure} yuan or less`,
  }),
  bureauMonthlyDebt: (figure) => ({
    zh: `征信中的每月还款降到 ${figure} 元以内时`,
    en: `Once the monthly repayments on your credit file are ${figure} yuan or less`,
  }),
  hardQueries: (figure) => ({
    zh: `近 90 天的贷款审批查询不超过 ${figure} 次时（会随时间减少）`,
    en: `Once lenders have looked you up ${figure} times or fewer in 90 days (this falls with time)`,
  }),
  employedMonths: (figure) => ({
    zh: `在现单位工作满 ${figure} 个月时`,
    en: `After ${figure} months in your present job`,
  }),
  isIdentityVerified: () => ({ zh: "完成实名认证后", en: "Once your identity is verified" }),
};

const promises: Readonly<Record<StoredAdvice["after"], Words>> = {
  PASS: { zh: "可通过初步评估", en: "the automatic assessment passes" },
  REFER: { zh: "可进入人工审核", en: "a person looks at it" },
  REJECT: { zh: "可通过此项，但仍有其他原因", en: "this point passes, other reasons stay" },
};

/** Plain words without a rule's name; null for a field nobody is advised about. */
export function adviceWords({ field, to, after }: Pick<StoredAdvice, "field" | "to" | "after">): Words | null {
  const condition = conditions[field]?.(figureOf(to));
  if (!condition) return null;
  const promise = promises[after];
  return { zh: `${condition.zh}，${promise.zh}`, en: `${condition.en}, ${promise.en}` };
}
