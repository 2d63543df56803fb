/** What a new loan would take from a month, beside what is paid already, and what would fit. */
import {
  debtServiceRoom,
  debtServiceShare,
  type Fen,
  largestFitting,
  maxFen,
  minFen,
  type Ppm,
} from "@daichao/finance";

/** What is known of a person's month. Fen. */
export interface Month {
  readonly income: Fen;
  /** Repayments elsewhere, as declared. */
  readonly declared: Fen;
  /** Repayments elsewhere, as a fresh bureau report has them; null without one. */
  readonly bureau: Fen | null;
  /** Repayments of loans on this platform. */
  readonly platform: Fen;
}

/** Declared and reported are two views of the same debts: the larger counts. Loans of this platform come on top. */
export const presentDebt = ({ declared, bureau, platform }: Month): Fen => maxFen(declared, bureau ?? 0n) + platform;

export interface Wanted {
  readonly amount: Fen;
  readonly termCount: number;
}

/** The range a product lends in; amounts in steps from the smallest. */
export interface Lends {
  readonly amountMin: Fen;
  readonly amountMax: Fen;
  readonly termOptions: readonly number[];
}

export interface DebtService {
  readonly income: Fen;
  readonly presentMonthly: Fen;
  readonly newMonthly: Fen;
  readonly share: Ppm;
  readonly limit: Ppm;
  readonly isAboveLimit: boolean;
  /** At the wanted term, the most that keeps within the limit; null when nothing does, or all of it fits. */
  readonly largestAmount: Fen | null;
  /** For the whole wanted amount, the shortest offered term that keeps within the limit; null likewise. */
  readonly fittingTerm: number | null;
}

const STEP: Fen = 10_000n;

/**
 * Debt service with the wanted loan, as a share of income rounded up. Above the limit it says what would fit, each
 * alternative priced anew by `burdenOf`: fees and rates decide it, not a rule of three.
 */
export function debtService(
  month: Month,
  wanted: Wanted,
  lends: Lends,
  limit: Ppm,
  burdenOf: (wish: Wanted) => Fen,
): DebtService {
  const presentMonthly = presentDebt(month);
  const newMonthly = burdenOf(wanted);
  const share = debtServiceShare(presentMonthly + newMonthly, month.income);
  const isAboveLimit = share > limit;
  const figures = { income: month.income, presentMonthly, newMonthly, share, limit, isAboveLimit };
  if (!isAboveLimit) return { ...figures, largestAmount: null, fittingTerm: null };
  const room = debtServiceRoom(month.income, presentMonthly, limit);
  const fits = (wish: Wanted) => burdenOf(wish) <= room;
  const { termCount } = wanted;
  const max = minFen(wanted.amount, lends.amountMax);
  const range = { min: lends.amountMin, max, step: STEP };
  const largestAmount =
    max < lends.amountMin ? undefined : largestFitting(range, (amount) => fits({ amount, termCount }));
  const fittingTerm = [...lends.termOptions]
    .sort((a, b) => a - b)
    .find((count) => count > termCount && fits({ amount: wanted.amount, termCount: count }));
  return { ...figures, largestAmount: largestAmount ?? null, fittingTerm: fittingTerm ?? null };
}
