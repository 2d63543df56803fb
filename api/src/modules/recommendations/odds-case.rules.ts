/** Decided applications as cases to learn from, in the order of time. */
import type { OddsCase } from "@daichao/scoring";
import type { ApplicationRow } from "../applications/index.js";
import type { PersonFacts } from "./match.rules.js";
import { oddsGroups, oddsValues } from "./odds-feature.rules.js";

export interface DecidedCase extends OddsCase {
  readonly application: ApplicationRow;
  readonly facts: PersonFacts;
  readonly category: string;
}

const amountIn = (text: string | null): bigint | null => (text === null ? null : BigInt(text));

/** What the applicant's frozen facts say for matching. */
export function factsOfApplication({ applicantFacts: frozen }: Pick<ApplicationRow, "applicantFacts">): PersonFacts {
  return {
    age: { from: frozen.age, to: frozen.age },
    employment: frozen.employment,
    monthlyIncome: amountIn(frozen.monthlyIncome),
    monthlyDebtPayment: amountIn(frozen.monthlyDebtPayment),
    province: frozen.province,
    employedMonths: frozen.employedMonths,
  };
}

export function decidedCase(application: ApplicationRow, category: string, isApproved: boolean): DecidedCase {
  const { amount, quotedTotalPayment, termCount } = application;
  const facts = factsOfApplication(application);
  const monthlyBurden = (quotedTotalPayment + BigInt(termCount) - 1n) / BigInt(termCount);
  return {
    application,
    facts,
    category,
    isApproved,
    values: oddsValues(facts, { amount, monthlyBurden }),
    groups: oddsGroups({ id: application.productId, institutionId: application.institutionId, category }),
  };
}

export interface TimeSplit {
  readonly training: readonly DecidedCase[];
  readonly calibration: readonly DecidedCase[];
  readonly holdout: readonly DecidedCase[];
}

/** The oldest three fifths to learn from, then a fifth to calibrate on, the newest fifth to be judged by. */
export function splitByTime(cases: readonly DecidedCase[]): TimeSplit {
  const ordered = cases.toSorted(
    (a, b) =>
      a.application.submittedAt.getTime() - b.application.submittedAt.getTime() ||
      (a.application.id < b.application.id ? -1 : 1),
  );
  const [first, second] = [0.6, 0.8].map((share) => Math.floor(ordered.length * share));
  return {
    training: ordered.slice(0, first),
    calibration: ordered.slice(first, second),
    holdout: ordered.slice(second),
  };
}
