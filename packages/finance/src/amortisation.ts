import { accrueFactor } from "./accrual.ts";
import { FinanceError } from "./finance-error.ts";
import type { Fraction } from "./fraction.ts";
import { formatYuan, minFen } from "./money.ts";
import { RepaymentMethod } from "./repayment-method.ts";
import { type RoundingMode, roundQuotient } from "./rounding.ts";

/** The bare problem: a principal, what each period bears, and how principal returns. Amounts in any one unit. */
export interface AmortisationPlan {
  readonly principal: bigint;
  readonly factors: readonly Fraction[];
  readonly method: RepaymentMethod;
  readonly graceCount: number;
  readonly multiple: bigint;
  readonly mode: RoundingMode;
}

export interface AmortisationStep {
  readonly opening: bigint;
  readonly principal: bigint;
  readonly interest: bigint;
}

export interface Amortisation {
  readonly steps: readonly AmortisationStep[];
  /** The level amount of an EQUAL_INSTALMENT loan. */
  readonly instalment?: bigint;
}

/** A ratio whose quotient with the principal is the level instalment. */
export interface AnnuityRatio {
  readonly growth: bigint;
  readonly weight: bigint;
}

/**
 * The level instalment as principal × growth ÷ weight: growth = Π(1+i_k), weight = Σ_k Π_{j>k}(1+i_j).
 * With equal periods this is P·i·(1+i)^n ÷ ((1+i)^n − 1); without interest it is P ÷ n.
 * Exact, over one common denominator: an instalment of just half a fen is a tie, and is rounded as one.
 */
export function annuityRatio(factors: readonly Fraction[]): AnnuityRatio {
  let growth = 1n;
  let weight = 0n;
  for (let k = factors.length - 1; k >= 0; k -= 1) {
    const factor = factors[k];
    if (!factor) break;
    const { numerator, denominator } = lowest(factor);
    weight = (weight + growth) * denominator;
    growth *= numerator + denominator;
  }
  return { growth, weight };
}

// The figures grow by a denominator with every period: over many periods the smaller one is worth its search.
function lowest({ numerator, denominator }: Fraction): Fraction {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return { numerator: numerator / a, denominator: denominator / a };
}

/** Pays a principal down to exactly zero; interest is rounded per period and the last row takes what rounding left. */
export function amortise(plan: AmortisationPlan): Amortisation {
  switch (plan.method) {
    case RepaymentMethod.EQUAL_INSTALMENT:
      return amortiseLevel(plan);
    case RepaymentMethod.EQUAL_PRINCIPAL:
    case RepaymentMethod.FLAT:
      return amortiseByPrincipal(plan);
    case RepaymentMethod.INTEREST_ONLY_BULLET:
    case RepaymentMethod.BULLET:
      return { steps: walk(plan, () => 0n) };
    default:
      throw new FinanceError("METHOD_NOT_SCHEDULABLE", { method: plan.method });
  }
}

function amortiseLevel(plan: AmortisationPlan): Amortisation {
  const { principal, factors, graceCount, multiple, mode } = plan;
  const { growth, weight } = annuityRatio(graceCount === 0 ? factors : factors.slice(graceCount));
  const instalment = roundQuotient(principal * growth, weight * multiple, mode) * multiple;
  const steps = walk(plan, (opening, interest) => {
    if (interest > instalment && opening > 0n) {
      throw new FinanceError("INSTALMENT_BELOW_INTEREST", { instalment: formatYuan(instalment) });
    }
    return minFen(instalment - interest, opening);
  });
  return { steps, instalment };
}

function amortiseByPrincipal(plan: AmortisationPlan): Amortisation {
  const { principal, factors, graceCount, multiple, mode } = plan;
  const part = roundQuotient(principal, BigInt(factors.length - graceCount) * multiple, mode) * multiple;
  return { steps: walk(plan, (opening) => minFen(part, opening)) };
}

function walk(
  { principal, factors, method, graceCount, mode }: AmortisationPlan,
  repay: (opening: bigint, interest: bigint) => bigint,
): AmortisationStep[] {
  let opening = principal;
  return factors.map((factor, index) => {
    const interest = accrueFactor(method === RepaymentMethod.FLAT ? principal : opening, factor, mode);
    const isLast = index === factors.length - 1;
    const repaid = isLast ? opening : index < graceCount ? 0n : repay(opening, interest);
    const step = { opening, principal: repaid, interest };
    opening -= repaid;
    return step;
  });
}
