import { FinanceError } from "./finance-error.ts";
import type { Fraction } from "./fraction.ts";
import { checkFen, type Fen } from "./money.ts";
import { MAX_CONTRACT_RATE, type Ppm } from "./rate.ts";
import { type RoundingMode, roundQuotient } from "./rounding.ts";

/** When a fee falls due: with the disbursement, with every instalment, or with the last one. */
export const FeeTiming = { UPFRONT: "UPFRONT", PER_PERIOD: "PER_PERIOD", AT_END: "AT_END" } as const;
export type FeeTiming = (typeof FeeTiming)[keyof typeof FeeTiming];

/** What a fee is measured on: a fixed amount, the original principal, or the principal left when it falls due. */
export const FeeBasis = {
  AMOUNT: "AMOUNT",
  RATE_OF_PRINCIPAL: "RATE_OF_PRINCIPAL",
  RATE_OF_OUTSTANDING: "RATE_OF_OUTSTANDING",
} as const;
export type FeeBasis = (typeof FeeBasis)[keyof typeof FeeBasis];

/** Kept back from the disbursement, or paid by the borrower on top. Only an upfront fee can be kept back. */
export const FeePayment = { DEDUCTED: "DEDUCTED", PAID: "PAID" } as const;
export type FeePayment = (typeof FeePayment)[keyof typeof FeePayment];

/**
 * Whether a fee's rate is charged whole each time, or is a yearly rate charged for the time it covers: its own period
 * for a fee PER_PERIOD, the whole term for one UPFRONT or AT_END.
 */
export const FeeRatePer = { CHARGE: "CHARGE", YEAR: "YEAR" } as const;
export type FeeRatePer = (typeof FeeRatePer)[keyof typeof FeeRatePer];

interface FeeTermCommon {
  /** What the fee is, in the platform's fee dictionary, e.g. GUARANTEE. */
  readonly code: string;
  readonly timing: FeeTiming;
  readonly payment: FeePayment;
  /** Who receives it; disclosed to the borrower. */
  readonly payee: string;
  /** Of a PER_PERIOD fee: the first and the last instalment that carries it (default all). */
  readonly fromNumber?: number;
  readonly toNumber?: number;
}

export interface FixedFeeTerm extends FeeTermCommon {
  readonly basis: typeof FeeBasis.AMOUNT;
  readonly amount: Fen;
}

export interface RatedFeeTerm extends FeeTermCommon {
  readonly basis: typeof FeeBasis.RATE_OF_PRINCIPAL | typeof FeeBasis.RATE_OF_OUTSTANDING;
  readonly rate: Ppm;
  /** Default CHARGE. */
  readonly ratePer?: FeeRatePer;
}

/** One fee of a loan as the contract states it. */
export type FeeTerm = FixedFeeTerm | RatedFeeTerm;

/** One fee as it falls due. */
export interface FeeCharge {
  readonly code: string;
  readonly payee: string;
  readonly timing: FeeTiming;
  readonly payment: FeePayment;
  readonly amount: Fen;
}

/** What a fee is charged on at one moment; `years` is the time the charge covers. */
export interface FeeMoment {
  readonly principal: Fen;
  readonly outstanding: Fen;
  readonly years: Fraction;
}

/**
 * Refuses a fee that is negative, beyond the limits, kept back at any time but disbursement, carried by instalments that
 * end before they begin, or of a kind it does not know.
 */
export function checkFeeTerm(fee: FeeTerm): void {
  const refuse = (reason: string): never => {
    throw new FinanceError("FEE_INVALID", { code: fee.code, reason });
  };
  const kinds = { timing: FeeTiming, basis: FeeBasis, payment: FeePayment };
  for (const [field, known] of Object.entries(kinds))
    if (!Object.hasOwn(known, String(fee[field as keyof typeof kinds]))) refuse(field.toUpperCase());
  if (fee.payment === FeePayment.DEDUCTED && fee.timing !== FeeTiming.UPFRONT) refuse("DEDUCTED_AFTER_DISBURSEMENT");
  if (fee.basis === FeeBasis.AMOUNT) {
    if (checkFen(fee.amount) < 0n) refuse("NEGATIVE");
  } else if (fee.ratePer !== undefined && !Object.hasOwn(FeeRatePer, fee.ratePer)) refuse("RATE_PER");
  else if (!Number.isSafeInteger(fee.rate) || fee.rate < 0 || fee.rate > MAX_CONTRACT_RATE) refuse("RATE");
  for (const number of [fee.fromNumber, fee.toNumber]) {
    if (number !== undefined && (!Number.isSafeInteger(number) || number < 1)) refuse("NUMBER");
  }
  if (fee.fromNumber !== undefined && fee.toNumber !== undefined && fee.fromNumber > fee.toNumber) refuse("NUMBER");
}

/** The amount of one charge in fen. */
export function chargeFee(fee: FeeTerm, moment: FeeMoment, mode: RoundingMode): FeeCharge {
  return {
    code: fee.code,
    payee: fee.payee,
    timing: fee.timing,
    payment: fee.payment,
    amount: fee.basis === FeeBasis.AMOUNT ? fee.amount : ratedAmount(fee, moment, mode),
  };
}

function ratedAmount(fee: RatedFeeTerm, { principal, outstanding, years }: FeeMoment, mode: RoundingMode): Fen {
  const base = fee.basis === FeeBasis.RATE_OF_PRINCIPAL ? principal : outstanding;
  const charged = base * BigInt(fee.rate);
  return fee.ratePer === FeeRatePer.YEAR
    ? roundQuotient(charged * years.numerator, 1_000_000n * years.denominator, mode)
    : roundQuotient(charged, 1_000_000n, mode);
}
