/**
 * The hidden model: how likely somebody is to stop paying, from their facts and noise. Nothing in the product reads it;
 * a score card trained on the invented market has to find it.
 */
import type { DeskFacts } from "./desk.js";
import type { Random } from "./random.js";

const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** Share of the income that goes to debts once this loan runs, roughly. */
function burdenOf(facts: DeskFacts): number {
  const owed = Math.max(Number(facts.declaredMonthlyDebt), Number(facts.bureauMonthlyDebt));
  const instalment = Number(facts.requestedAmount) / facts.requestedTermMonths;
  return (owed + instalment) / Math.max(1, Number(facts.monthlyIncome));
}

/** From 0 to 1: the chance of default that follows from the facts alone. */
export function riskOf(facts: DeskFacts): number {
  const burden = Math.min(1.2, burdenOf(facts));
  const isStable = facts.employment === "PUBLIC_SECTOR" || facts.housing === "OWNED" || facts.housing === "MORTGAGED";
  return logistic(
    -1.95 +
      (680 - facts.bureauScore) / 62 +
      2.6 * (burden - 0.35) +
      facts.worstDaysPastDue / 28 +
      0.26 * (facts.hardQueries - 2) +
      (facts.employedMonths < 12 ? 0.7 : 0) +
      (facts.employment === "FREELANCE" || facts.employment === "SELF_EMPLOYED" ? 0.35 : 0) -
      (isStable ? 0.45 : 0) -
      0.4 * Math.log(Number(facts.monthlyIncome) / 850_000),
  );
}

export type Habit =
  | { readonly kind: "PUNCTUAL" }
  /** Pays, but some instalments days after they were due. */
  | { readonly kind: "FORGETFUL" }
  /** Pays nothing from that instalment on; `isPartial` when a part of it still came. */
  | { readonly kind: "STOPPED"; readonly from: number; readonly isPartial: boolean };

/** How somebody will pay: the risk, disturbed by what no fact tells. */
export function habitOf(random: Random, risk: number, termCount: number): Habit {
  const logit = Math.log(risk / (1 - risk)) + 0.7 * random.normal();
  if (random.isChance(logistic(logit))) {
    const from = random.whole(1, Math.max(1, Math.min(6, termCount)));
    return { kind: "STOPPED", from, isPartial: random.isChance(0.25) };
  }
  return random.isChance(0.22) ? { kind: "FORGETFUL" } : { kind: "PUNCTUAL" };
}
