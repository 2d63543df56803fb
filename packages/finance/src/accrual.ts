import type { Day } from "./day.ts";
import { type DayCount, dayCountFraction } from "./day-count.ts";
import { type Fraction, fraction, sumFractions, ZERO } from "./fraction.ts";
import type { LoanPeriod } from "./loan-period.ts";
import { rowLength } from "./loan-period.ts";
import { type CompleteTerms, PeriodUnit, RateBasis, rowCount } from "./loan-terms.ts";
import type { Fen } from "./money.ts";
import { type Ppm, ppmAsWhole } from "./rate.ts";
import { RoundingMode, roundQuotient } from "./rounding.ts";

/** Interest in fen on a balance at a factor (rate × time), rounded once. */
export const accrueFactor = (balance: Fen, factor: Fraction, mode: RoundingMode): Fen =>
  roundQuotient(balance * factor.numerator, factor.denominator, mode);

/** A yearly rate over a share of a year as one exact factor. Refuses a rate that is no whole number of ppm. */
export const factorOf = (annualRate: Ppm, years: Fraction): Fraction => ({
  numerator: ppmAsWhole(annualRate) * years.numerator,
  denominator: 1_000_000n * years.denominator,
});

/**
 * Interest in fen on a constant balance from one day to another at a yearly rate, simple, rounded once.
 * Everything that bears interest goes through here or through accrueFactor: schedules, draw-downs, quotes, penalties.
 */
export const accrue = (
  balance: Fen,
  annualRate: Ppm,
  from: Day,
  to: Day,
  dayCount: DayCount,
  mode: RoundingMode = RoundingMode.HALF_UP,
): Fen => accrueFactor(balance, factorOf(annualRate, dayCountFraction(dayCount, from, to)), mode);

/** What one unit of balance bears in each period of a loan, exactly, by the basis of its rate. */
export function interestFactors(terms: CompleteTerms, periods: readonly LoanPeriod[]): Fraction[] {
  const share = shareOfTerm(periods);
  const { interestFreeCount, instalmentCount } = terms;
  const factors = periods.map((period) => factorOf(terms.annualRate, timeOf(terms, period, share)));
  if (interestFreeCount === 0) return factors;
  if (rowCount(terms) > 1) return factors.map((factor, index) => (index < interestFreeCount ? ZERO : factor));
  const bearing = fraction(instalmentCount - interestFreeCount, instalmentCount);
  return factors.map(({ numerator, denominator }) => ({
    numerator: numerator * bearing.numerator,
    denominator: denominator * bearing.denominator,
  }));
}

function timeOf(terms: CompleteTerms, period: LoanPeriod, share: (period: LoanPeriod) => Fraction): Fraction {
  switch (terms.rateBasis) {
    case RateBasis.PER_YEAR:
      return period.years;
    case RateBasis.PER_DAY:
      return fraction(period.days, 1);
    case RateBasis.PER_MONTH:
      return period.isRegular && terms.period.unit === PeriodUnit.MONTH
        ? fraction(rowLength(terms), 1)
        : { numerator: period.years.numerator * 12n, denominator: period.years.denominator };
    case RateBasis.PER_TERM:
      return share(period);
  }
}

function shareOfTerm(periods: readonly LoanPeriod[]): (period: LoanPeriod) => Fraction {
  let term: Fraction | undefined;
  return ({ years }) => {
    term ??= sumFractions(periods.map((period) => period.years));
    return {
      numerator: years.numerator * term.denominator,
      denominator: years.denominator * term.numerator,
    };
  };
}
