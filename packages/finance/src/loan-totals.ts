import { costOfCredit, periodsPerYear } from "./cost-of-credit.ts";
import { rateAt } from "./internal-rate.ts";
import { completeTerms, type LoanTerms } from "./loan-terms.ts";
import { type Fen, maxFen } from "./money.ts";
import { quickFlows, quickPlan, quickTotals } from "./quick-plan.ts";
import { type Ppm, ppmOf } from "./rate.ts";
import { schedule } from "./schedule.ts";

/** What a list of loans is compared by: the sums of a schedule without its rows. */
export interface LoanTotals {
  readonly interest: Fen;
  /** Every fee, upfront ones included. */
  readonly fees: Fen;
  /** The principal less the fees kept back. */
  readonly netDisbursed: Fen;
  readonly firstPayment: Fen;
  readonly lastPayment: Fen;
  readonly highestPayment: Fen;
}

/** Loans that differ in nothing but their principal. */
export interface LoanKind {
  /** The totals of the schedule, to the fen; refuses what `schedule` refuses. */
  totals(principal: Fen): LoanTotals;
  /** `costOfCredit`'s aprNominal; refuses what it refuses. */
  aprNominal(principal: Fen): Ppm;
}

/** The totals of the schedule these terms have, to the fen; refuses what `schedule` refuses. */
export const loanTotals = (terms: LoanTerms): LoanTotals => loanKind(terms).totals(terms.principal);

/** What does not depend on the principal is worked out once. */
export function loanKind(terms: LoanTerms): LoanKind {
  const complete = completeTerms(terms);
  const plan = quickPlan(complete);
  const periods = periodsPerYear(complete);
  return {
    totals: (principal) => (plan && quickTotals(plan, principal)) ?? slowTotals({ ...terms, principal }),
    aprNominal(principal) {
      const flows = plan && quickTotals(plan, principal) ? quickFlows(plan, principal) : [];
      const [received = 0] = flows;
      if (received <= 0) return costOfCredit({ ...terms, principal }).aprNominal;
      return ppmOf(rateAt(flows, [...flows.keys()]) * periods);
    },
  };
}

function slowTotals(terms: LoanTerms): LoanTotals {
  const { rows, totals, netDisbursed } = schedule(terms);
  return {
    interest: totals.interest,
    fees: totals.fees,
    netDisbursed,
    firstPayment: rows[0]?.payment ?? 0n,
    lastPayment: rows.at(-1)?.payment ?? 0n,
    highestPayment: rows.map((row) => row.payment).reduce(maxFen, 0n),
  };
}
