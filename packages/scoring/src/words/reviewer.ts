import type { Truth } from "../model/condition.ts";
import type { Check, Operator, TraceEntry } from "../model/decision.ts";
import type { Outcome } from "../model/model.ts";
import type { Field, FieldCatalogue, Locale, LocalText } from "../values/field.ts";
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
  row: { zh: "决策表一行", en: "Table row" },
  table: { zh: "决策表其余情况", en: "Table, otherwise," },
  score: { zh: "总分", en: "Score" },
  band: { zh: "分数段", en: "band" },
  suggested: { zh: "建议金额", en: "Suggested amount" },
  minimum: { zh: "最低金额", en: "minimum" },
} as const satisfies Readonly<Record<string, LocalText>>;

const termLabels: Readonly<Record<string, LocalText>> = {
  maxAmount: { zh: "最高额度", en: "maximum amount" },
  annualRate: { zh: "年利率", en: "annual rate" },
  termMonths: { zh: "期限（月）", en: "term in months" },
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

/** What a step's fact was held against, in words; null where nothing was compared. */
export function againstForReviewer(step: TraceEntry, locale: Locale, fields: FieldCatalogue): string | null {
  const { operator, limit } = step;
  const field = step.field === null ? undefined : fields[step.field];
  const known = limit.filter((literal) => literal !== null);
  if (known.length === 0) return null;
  if (isOperator(operator)) return againstText(operator, limit, field, locale);
  const texts = known.map((literal) => valueText(literal, field, locale)).join(" / ");
  return operator === "band" || operator === "minimum" ? `${operators.ge[locale]} ${texts}` : texts;
}

/** A band as people know it: without the card it belongs to. */
const bandOf = ({ rule }: TraceEntry): string => rule.split("/").at(-1) ?? rule;

const opened = (text: string, locale: Locale): string =>
  locale === "zh" ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const commaOf = (locale: Locale): string => (locale === "zh" ? "，" : ", ");

function sentence(step: TraceEntry, locale: Locale, fields: FieldCatalogue): string {
  const colon = locale === "zh" ? "：" : ": ";
  const verdict =
    step.verdict === null
      ? ""
      : locale === "zh"
        ? `（${outcomes[step.verdict].zh}）`
        : ` (${outcomes[step.verdict].en})`;
  const comma = commaOf(locale);
  const facts = checksOf(step)
    .map((check) => checkText(check, locale, fields))
    .join(locale === "zh" ? "；" : "; ");
  switch (step.stage) {
    case "DERIVED":
      return `${stages.computed[locale]} ${labelOf(step.rule, fields, locale)}${colon}${valueText(step.actual, fields[step.rule], locale)}`;
    case "RULE": {
      const said = step.message === null ? "" : `${step.message[locale]}${locale === "zh" ? "。" : ". "}`;
      return `${opened(rulings[step.result][locale], locale)}${verdict}${colon}${said}${facts}`;
    }
    case "CARD":
      return cardText(step, locale, fields, colon, verdict);
    case "TABLE": {
      const kind = step.operator === "otherwise" ? stages.table : stages.row;
      const space = locale === "zh" ? "" : " ";
      return `${kind[locale]}${space}${rulings[step.result][locale]}${verdict}${facts === "" ? "" : colon}${facts}`;
    }
    case "TERMS":
      return step.operator === "formula"
        ? `${termLabels[step.rule]?.[locale] ?? step.rule}${colon}${valueText(step.actual, undefined, locale)}`
        : `${stages.suggested[locale]}${colon}${valueText(step.actual, undefined, locale)}${comma}${stages.minimum[locale]} ${valueText(step.limit[0] ?? null, undefined, locale)}${verdict}`;
  }
}

function cardText(step: TraceEntry, locale: Locale, fields: FieldCatalogue, colon: string, verdict: string): string {
  if (step.operator === "band")
    return `${stages.score[locale]}${colon}${step.points}${commaOf(locale)}${stages.band[locale]} ${bandOf(step)}${verdict}`;
  const field = step.field === null ? undefined : fields[step.field];
  const span =
    step.operator === "within" || step.operator === "in"
      ? ` ${againstText(step.operator, step.limit, field, locale)}`
      : "";
  const points = locale === "zh" ? `${step.points} 分` : `${step.points} points`;
  return `${labelOf(step.field ?? step.rule, fields, locale)}${colon}${valueText(step.actual, field, locale)}${span}${commaOf(locale)}${points}`;
}

function checksOf({ field, operator, actual, limit, result, checks }: TraceEntry): readonly Check[] {
  if (field === null || !isOperator(operator)) return checks;
  return [{ field, operator, actual, limit, result }];
}

function isOperator(operator: TraceEntry["operator"]): operator is Operator {
  return Object.hasOwn(operators, operator);
}

function checkText({ field, operator, actual, limit, result }: Check, locale: Locale, fields: FieldCatalogue): string {
  const shown = operator === "isKnown" || operator === "missing" ? "" : `${valueText(actual, fields[field], locale)} `;
  const verdict = locale === "zh" ? `（${truths[result].zh}）` : ` (${truths[result].en})`;
  return `${labelOf(field, fields, locale)} ${shown}${againstText(operator, limit, fields[field], locale)}${verdict}`;
}

/** The operator with what it is held against; a stretch with an open end reads as the one bound it has. */
function againstText(operator: Operator, limit: Check["limit"], field: Field | undefined, locale: Locale): string {
  const [from = null, to = null] = limit;
  if (operator === "within" && from === null)
    return againstText(to === null ? "isKnown" : "lt", to === null ? [] : [to], field, locale);
  if (operator === "within" && to === null) return againstText("ge", [from], field, locale);
  const texts = limit.map((literal) => valueText(literal, field, locale));
  if (texts.length === 0) return operators[operator][locale];
  const shown = operator === "within" ? `[${texts.join(", ")})` : texts.join(operator === "between" ? " ~ " : " / ");
  return `${operators[operator][locale]} ${shown}`;
}
