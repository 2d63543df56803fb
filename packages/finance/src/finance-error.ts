/** Every reason this package refuses; the texts people read are made from the code and its params elsewhere. */
export const FinanceErrorCode = {
  MONEY_INVALID: "MONEY_INVALID",
  MONEY_OUT_OF_RANGE: "MONEY_OUT_OF_RANGE",
  RATE_INVALID: "RATE_INVALID",
  RATE_OUT_OF_RANGE: "RATE_OUT_OF_RANGE",
  DAY_INVALID: "DAY_INVALID",
  DIGITS_INVALID: "DIGITS_INVALID",
  PRINCIPAL_OUT_OF_RANGE: "PRINCIPAL_OUT_OF_RANGE",
  TERM_OUT_OF_RANGE: "TERM_OUT_OF_RANGE",
  GRACE_OUT_OF_RANGE: "GRACE_OUT_OF_RANGE",
  DUE_DAYS_INVALID: "DUE_DAYS_INVALID",
  FEE_INVALID: "FEE_INVALID",
  TERMS_INVALID: "TERMS_INVALID",
  METHOD_NOT_SCHEDULABLE: "METHOD_NOT_SCHEDULABLE",
  DRIFT_TOO_LARGE: "DRIFT_TOO_LARGE",
  INSTALMENT_BELOW_INTEREST: "INSTALMENT_BELOW_INTEREST",
  COST_UNDEFINED: "COST_UNDEFINED",
  ALLOCATION_INVALID: "ALLOCATION_INVALID",
} as const;
export type FinanceErrorCode = (typeof FinanceErrorCode)[keyof typeof FinanceErrorCode];

export type FinanceErrorParams = Readonly<Record<string, string | number>>;

/** The only error this package throws on purpose: a code, and the figures that explain it. */
export class FinanceError extends Error {
  readonly code: FinanceErrorCode;
  readonly params: FinanceErrorParams;

  constructor(code: FinanceErrorCode, params: FinanceErrorParams = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = "FinanceError";
    this.code = code;
    this.params = params;
  }
}
