import type { DecisionModel, TermsPolicy } from "../model/model.ts";
import type { FieldCatalogue } from "../values/field.ts";
import { readLiteral } from "../values/value.ts";
import { inspectCard, inspectReason } from "./card.ts";
import { inspectCondition } from "./conditions.ts";
import { inspectCodes, kindOf } from "./expressions.ts";
import {
  expectKind,
  type Inspection,
  inspectLiteral,
  inspectUnique,
  inspectWrite,
  type Problem,
  readable,
  report,
} from "./problem.ts";
import { inspectShape } from "./shape.ts";
import { inspectTable } from "./tables.ts";

/**
 * Everything wrong with a model against a catalogue, in the model's order; empty means it may go to approval. Finds
 * unknown, mistyped and not yet computed fields, bad values, gaps, overlaps and unreachable bins and rows, bands that
 * punish a better score. Takes whatever comes: what has not the shape of a model is told first, and nothing else then.
 */
export function validateModel(model: DecisionModel, fields: FieldCatalogue): readonly Problem[] {
  const to: Inspection = { fields, computed: new Set(), problems: [] };
  inspectShape(to, model);
  if (to.problems.length > 0) return to.problems;
  for (const [index, { field, kind, formula }] of model.derived.entries()) {
    const at = `derived[${index}]`;
    expectKind(to, kindOf(to, formula, `${at}.formula`), kind, `${at}.formula`);
    if (kind === "enum") inspectCodes(to, formula, field, `${at}.formula`);
    inspectWrite(to, field, kind, `${at}.field`);
  }
  inspectUnique(
    to,
    model.rules.map(({ id }) => id),
    "rules",
  );
  for (const [index, rule] of model.rules.entries()) {
    const at = `rules[${index}]`;
    inspectCondition(to, rule.when, `${at}.when`);
    inspectReason(to, rule.reason, `${at}.reason`);
    if (rule.message.zh === "" || rule.message.en === "")
      report(to, "ERROR", "EMPTY", `${at}.message`, "缺少中文或英文说明", "the message lacks a language");
  }
  if (model.card !== null) inspectCard(to, model.card, "card");
  inspectUnique(
    to,
    model.tables.map(({ id }) => id),
    "tables",
  );
  for (const [index, table] of model.tables.entries()) inspectTable(to, table, `tables[${index}]`);
  if (model.terms !== null) inspectTerms(to, model.terms);
  return to.problems;
}

function inspectTerms(to: Inspection, terms: TermsPolicy): void {
  expectKind(to, readable(to, terms.requestedAmount, "terms.requestedAmount"), "money", "terms.requestedAmount");
  expectKind(to, kindOf(to, terms.maxAmount, "terms.maxAmount"), "money", "terms.maxAmount");
  expectKind(to, kindOf(to, terms.annualRate, "terms.annualRate"), "rate", "terms.annualRate");
  expectKind(to, kindOf(to, terms.termMonths, "terms.termMonths"), "number", "terms.termMonths");
  inspectLiteral(to, terms.step, "money", "terms.step");
  inspectLiteral(to, terms.minimum, "money", "terms.minimum");
  inspectReason(to, terms.reason, "terms.reason");
  const step = readLiteral(terms.step);
  if (typeof step === "bigint" && step <= 0n)
    report(to, "ERROR", "BAD_LITERAL", "terms.step", "步长必须大于零", "the step must be above zero");
}
