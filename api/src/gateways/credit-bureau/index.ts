/** The credit bureau. Each question is a hard query on the person's file and needs their written consent. */
export interface BureauQuestion {
  readonly identityNumber: string;
  readonly name: string;
  /** Hash of the consent text the person agreed to; the bureau refuses a question without one. */
  readonly consentHash: string;
  /** The same key is one query on the file, however often it is asked. */
  readonly key: string;
}

export interface BureauReport {
  readonly provider: string;
  /** The bureau's own number of this answer. */
  readonly reference: string;
  /** 300 to 850; higher is better. */
  readonly score: number;
  readonly openLoanCount: number;
  /** Fen. */
  readonly totalOutstanding: bigint;
  /** Fen per month. */
  readonly monthlyObligation: bigint;
  readonly worstDaysPastDue12Months: number;
  readonly hardQueries90Days: number;
  /** Months since the first entry; 0 for a person without a file. */
  readonly historyMonths: number;
}

export interface CreditBureauGateway {
  /** @throws UNAVAILABLE when the bureau does not answer in time. */
  report(question: BureauQuestion): Promise<BureauReport>;
}
