/** A lender's desk as the invented past knows it: its people, its consent text, its model and what that says of facts. */
import {
  canonicalJson,
  choice,
  count,
  type Decision,
  decide,
  type EncodedFacts,
  fen,
  flag,
  type Literal,
  ppm,
} from "@daichao/scoring";
import { sha256 } from "../../kernel/crypto/index.js";
import type { FrozenApplicant } from "../../modules/applications/index.js";
import type { ProductVersionRow } from "../../modules/catalog/index.js";
import type { assessments } from "../../modules/underwriting/assessment.tables.js";
import type { RuleSetRow } from "../../modules/underwriting/rule-set.tables.js";
import type { UnderwritingFacts } from "../../modules/underwriting/underwriting-fact.rules.js";
import type { Lender } from "./lenders.js";
import type { Person } from "./people.js";

export interface Clerk {
  readonly id: string;
  readonly name: string;
  /** Fen: what they may decide alone. */
  readonly limit: bigint;
}

export interface Desk {
  readonly lender: Lender;
  readonly clerks: readonly Clerk[];
  readonly ruleSet: RuleSetRow;
  readonly consent: { readonly hash: string; readonly title: string; readonly paragraphs: readonly string[] };
}

export interface Offering {
  readonly productId: string;
  readonly version: ProductVersionRow;
  readonly desk: Desk;
}

const RATES: ReadonlySet<string> = new Set(["productRateMin", "productRateMax"]);

type Known = Readonly<Record<string, bigint | number | string | boolean>>;

function tagged(name: string, value: bigint | number | string | boolean): Literal {
  if (typeof value === "bigint") return fen(value);
  if (typeof value === "boolean") return flag(value);
  if (typeof value === "string") return choice(value);
  return RATES.has(name) ? ppm(value) : count(value);
}

/** Facts as an assessment keeps them, in the order of their names. */
function encoded(facts: Known): EncodedFacts {
  const names = Object.keys(facts).sort();
  return Object.fromEntries(
    names.flatMap((name) => (facts[name] === undefined ? [] : [[name, tagged(name, facts[name])]])),
  );
}

/** What the model is told: the frozen applicant, the request, the product's version and the bureau's file. */
export function factsOf(
  { employment, housing, monthlyIncome, monthlyDebtPayment, file }: Person,
  applicant: FrozenApplicant,
  request: { readonly amount: bigint; readonly termCount: number },
  version: ProductVersionRow,
) {
  const { eligibility } = version;
  return {
    age: applicant.age,
    employment,
    employedMonths: applicant.employedMonths ?? 0,
    monthlyIncome,
    declaredMonthlyDebt: monthlyDebtPayment,
    housing,
    isIdentityVerified: true,
    otherOpenApplications: applicant.otherOpenApplicationCount,
    requestedAmount: request.amount,
    requestedTermMonths: request.termCount,
    productAmountMax: version.amountMax,
    productRateMin: version.rateMin,
    productRateMax: version.rateMax,
    productMinAge: eligibility.minAge,
    productMaxAge: eligibility.maxAge,
    productMinIncome: eligibility.minMonthlyIncome ?? 0n,
    productMinEmployedMonths: eligibility.minEmploymentMonths ?? 0,
    bureauScore: file.score,
    openLoanCount: file.openLoanCount,
    totalOutstanding: BigInt(file.totalOutstandingFen),
    bureauMonthlyDebt: BigInt(file.monthlyObligationFen),
    worstDaysPastDue: file.worstDaysPastDue12Months,
    hardQueries: file.hardQueries90Days,
    historyMonths: file.historyMonths,
  } satisfies UnderwritingFacts;
}
export type DeskFacts = ReturnType<typeof factsOf>;

/** The lender's own model on these facts. */
export const judge = (desk: Desk, facts: DeskFacts): Decision => decide(desk.ruleSet.model, facts);

/** The row that keeps a judgement with everything needed to repeat it. */
export function assessmentRow(
  desk: Desk,
  made: {
    id: string;
    applicationId: string;
    creditReportId: string;
    facts: DeskFacts;
    decision: Decision;
    at: Date;
    micros: number;
  },
): typeof assessments.$inferInsert {
  const { decision, facts, at, micros, ...ids } = made;
  const { suggestedTerms: suggested, score, outcome, trace, reasons } = decision;
  return {
    ...ids,
    institutionId: desk.lender.id,
    ruleSetVersionId: desk.ruleSet.id,
    ruleSetName: desk.ruleSet.name,
    ruleSetVersion: desk.ruleSet.number,
    ruleSetHash: desk.ruleSet.hash,
    inputs: encoded(facts),
    trace,
    decisionHash: sha256(canonicalJson(decision)),
    outcome,
    score: score?.points ?? null,
    scoreBand: score?.band ?? null,
    suggestedAmount: suggested?.amount ?? null,
    suggestedRate: suggested?.annualRate ?? null,
    suggestedTermCount: suggested?.termMonths ?? null,
    reasons,
    durationMicros: micros,
    assessedAt: at,
  };
}
