import type { Truth } from "../model/condition.ts";
import type { Check, Operator, TraceEntry } from "../model/decision.ts";
import type { Outcome } from "../model/model.ts";
import type { FieldCatalogue, Locale, LocalText } from "../values/field.ts";
import { labelOf, valueText } from "./format.ts";

const outcomes: Readonly<Record<Outcome, LocalText>> = {
  PASS: { zh: "通过", en: "pass" },
  REFER: { zh: "转人工", en: "refer" },
  REJECT: { zh: "拒绝", en: "reject" },
};

const truths: Readonly<Record<Truth, LocalText>> = {
  TRUE: { zh: "成立", en: "true" },
  FALSE: { zh: "不成立", en: "false" },
  UNKNOWN: { zh: "无法判断", en: "cannot be told" },
};

const rulings: Readonly<Record<Truth, LocalText>> = {
  TRUE: { zh: "命中", en: "fired" },
  FALSE: { zh: "未命中", en: "did not fire" },
  UNKNOWN: { zh: "无法判断", en: "could not be answered" },
};

const operators: Readonly<Record<Operator, LocalText>> = {
  lt: { zh: "小于", en: "below" },
  le: { zh: "不高于", en: "at most" },
  eq: { zh: "等于", en: "equal to" },
  ne: { zh: "不等于", en: "other than" },
  ge: { zh: "不低于", en: "at least" },
  gt: { zh: "大于", en: "above" },
  between: { zh: "介于", en: "between" },
  within: { zh: "属于区间", en: "within" },
  in: { zh: "属于", en: "one of" },
  isKnown: { zh: "有值", en: "known" },
  missing: { zh: "缺失", en: "missing" },
};

const stages = {
  computed: { zh: "计算", en: "Computed" },
  rule: { zh: "规则", en: "Rule" },
  row: { zh: "决策表行", en: "Table row" },
  table: { zh: "决策表", en: "Table" },
  score: { zh: "总分", en: "Score" },
  band: { zh: "分数段", en: "band" },
  suggested: { zh: "建议金额", en: "Suggested amount" },
  minimum: { zh: "最低金额", en: "minimum" },
} as const satisfies Readonly<Record<string, LocalText>>;

const termLabels: Readonly<Record<string, LocalText>> = {
  maxAmount: { zh: "最高额度", en: "maximum amount" },
  annualRate: { zh: "年利率", en: "annual rate" },
  termMonths: { zh: "期限(月)", en: "term in months" },
};

/**
 * One sentence per step of a trace, for the institution's own people: it names thresholds, facts and fraud rules, so it
 * must never be sent to an applicant. `fields` gives labels, units and the words for codes.
 */
export function explainForReviewer(
  trace: readonly TraceEntry[],
  locale: Locale,
  fields: FieldCatalogue,
): readonly string[] {
  return trace.map((step) => sentence(step, locale, fields));
}

function sentence(step: TraceEntry, locale: Locale, fields: FieldCatalogue): string {
  const colon = locale === "zh" ? ":" : ": ";
  const verdict =
    step.verdict === null ? "" : locale === "zh" ? `(${outcomes[step.verdict].zh})` : ` (${outcomes[step.verdict].en})`;
  const facts = checksOf(step)
    .map((check) => checkText(check, locale, fields))
    .join(locale === "zh" ? ";" : "; ");
  switch (step.stage) {
    case "DERIVED":
      return `${stages.computed[locale]} ${labelOf(step.rule, fields, locale)}${colon}${valueText(step.actual, fields[step.rule], locale)}`;
    case "RULE": {
      const said = step.message === null ? "" : `${step.message[locale]}${locale === "zh" ? "。" : ". "}`;
      return `${stages.rule[locale]} ${step.rule} ${rulings[step.result][locale]}${verdict}${colon}${said}${facts}`;
    }
    case "CARD":
      return cardText(step, locale, fields, `${colon}`, verdict);
    case "TABLE": {
      const kind = step.operator === "otherwise" ? stages.table : stages.row;
      return `${kind[locale]} ${step.rule} ${rulings[step.result][locale]}${verdict}${facts === "" ? "" : colon}${facts}`;
    }
    case "TERMS":
      return step.operator === "formula"
        ? `${termLabels[step.rule]?.[locale] ?? step.rule}${colon}${valueText(step.actual, undefined, locale)}`
        : `${stages.suggested[locale]}${colon}${valueText(step.actual, undefined, locale)}, ${stages.minimum[locale]} ${valueText(step.limit[0] ?? null, undefined, locale)}${verdict}`;
  }
}

function cardText(step: TraceEntry, locale: Locale, fields: FieldCatalogue, colon: string, verdict: string): string {
  if (step.operator === "band")
    return `${stages.score[locale]}${colon}${step.points}, ${stages.band[locale]} ${step.rule}${verdict}`;
  const field = step.field === null ? undefined : fields[step.field];
  const span =
    step.operator === "within" || step.operator === "in"
      ? ` ${operators[step.operator][locale]} ${limitText(step.operator, step.limit, field, locale)}`
      : "";
  const points = locale === "zh" ? `${step.points} 分` : `${step.points} points`;
  return `${labelOf(step.field ?? step.rule, fields, locale)}${colon}${valueText(step.actual, field, locale)}${span}, ${points}`;
}

function checksOf({ field, operator, actual, limit, result, checks }: TraceEntry): readonly Check[] {
  if (field === null || !isOperator(operator)) return checks;
  return [{ field, operator, actual, limit, result }];
}

function isOperator(operator: TraceEntry["operator"]): operator is Operator {
  return Object.hasOwn(operators, operator);
}

function checkText(check: Check, locale: Locale, fields: FieldCatalogue): string {
  const { field, operator, actual, limit, result } = check;
  const shown = operator === "isKnown" || operator === "missing" ? "" : `${valueText(actual, fields[field], locale)} `;
  const against = limit.length === 0 ? "" : ` ${limitText(operator, limit, fields[field], locale)}`;
  const verdict = locale === "zh" ? `(${truths[result].zh})` : ` (${truths[result].en})`;
  return `${labelOf(field, fields, locale)} ${shown}${operators[operator][locale]}${against}${verdict}`;
}

function limitText(
  operator: Operator,
  limit: Check["limit"],
  field: FieldCatalogue[string] | undefined,
  locale: Locale,
): string {
  const open = operator === "within" ? ["-∞", "∞"] : [];
  const texts = limit.map((literal, index) =>
    literal === null ? (open[index] ?? valueText(null, field, locale)) : valueText(literal, field, locale),
  );
  if (operator === "within") return `[${texts.join(", ")})`;
  return texts.join(operator === "between" ? " ~ " : " / ");
}
