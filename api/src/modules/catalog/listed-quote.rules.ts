import type { Fen, LoanTotals, Ppm, RepaymentMethod } from "@daichao/finance";
import { type AnnualisedCostValue, type Ask, CARD_METHOD, type QuoteFigures } from "./quote.rules.js";

type WholeQuote = QuoteFigures & { readonly termsHash: string };

/**
 * The quote of a product in a list. Its sums are the ones the list was sorted by: due-day shifts move no amount. Plan,
 * fees, yearly figures and hash are those of the whole quote, made when the first of them is asked for.
 */
export class ListedQuote implements WholeQuote {
  readonly amount: Fen;
  readonly termCount: number;
  readonly method: RepaymentMethod;
  readonly annualRate: Ppm;
  readonly startOn: string;
  readonly netDisbursed: Fen;
  readonly firstPayment: Fen;
  readonly lastPayment: Fen;
  readonly highestPayment: Fen;
  readonly totalInterest: Fen;
  readonly totalFees: Fen;
  private made: WholeQuote | undefined;

  constructor(
    ask: Ask,
    rateMax: Ppm,
    totals: LoanTotals,
    readonly isAmountAdjusted: boolean,
    private readonly nominalCost: () => Ppm,
    private readonly make: () => WholeQuote,
  ) {
    this.amount = ask.amount;
    this.termCount = ask.termCount;
    this.method = ask.method;
    this.annualRate = ask.annualRate ?? rateMax;
    this.startOn = ask.startOn;
    this.netDisbursed = totals.netDisbursed;
    this.firstPayment = totals.firstPayment;
    this.lastPayment = totals.lastPayment;
    this.highestPayment = totals.highestPayment;
    this.totalInterest = totals.interest;
    this.totalFees = totals.fees;
  }

  private get whole(): WholeQuote {
    this.made ??= this.make();
    return this.made;
  }

  get totalCost(): Fen {
    return this.totalInterest + this.totalFees;
  }

  get totalPayment(): Fen {
    return this.netDisbursed + this.totalCost;
  }

  /** The figure a list is sorted by is known before the whole quote is made; the others belong to the whole. */
  get annualCost(): AnnualisedCostValue {
    const { nominalCost } = this;
    const whole = () => this.whole.annualCost;
    return {
      primaryMethod: CARD_METHOD,
      get primary() {
        return nominalCost();
      },
      get nominal() {
        return nominalCost();
      },
      get effective() {
        return whole().effective;
      },
      get dated() {
        return whole().dated;
      },
    };
  }

  get fees() {
    return this.whole.fees;
  }

  get rows() {
    return this.whole.rows;
  }

  get terms() {
    return this.whole.terms;
  }

  get termsHash(): string {
    return this.whole.termsHash;
  }
}
