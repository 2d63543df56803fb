import { AnnualisationMethod, FeePayment, FeeTiming, RepaymentMethod } from "@daichao/finance";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { DayScalar, MoneyScalar, RateScalar } from "../../kernel/scalars/index.js";
import { FeePayee } from "./product.states.js";

registerEnumType(RepaymentMethod, {
  name: "RepaymentMethod",
  description: "How principal and interest come back.",
  valuesConfig: {
    EQUAL_INSTALMENT: {
      description: "等额本息: the same payment every month; the last one takes the rounding difference.",
    },
    EQUAL_PRINCIPAL: { description: "等额本金: the same principal every month, interest on what is left." },
    INTEREST_ONLY_BULLET: { description: "先息后本: interest every month, the principal with the last payment." },
    BULLET: { description: "一次性还本付息: one payment at the end. At most 12 months." },
    REVOLVING: { description: "随借随还: daily interest on what is drawn. No product is offered with it." },
    FLAT: {
      description: "等本等息: interest on the original principal throughout. For imported loans only, never offered.",
    },
  },
});

registerEnumType(AnnualisationMethod, {
  name: "AnnualisationMethod",
  description: "How a cost becomes a yearly figure. The same loan may be within a cap by one and over it by another.",
  valuesConfig: {
    IRR_NOMINAL_SIMPLE: { description: "年化利率(单利): the internal rate of one month times twelve." },
    IRR_COMPOUND: { description: "年化利率(复利): the internal rate of one month compounded over twelve." },
    XIRR: { description: "By the real days of every payment, compounded over 365 days." },
  },
});

registerEnumType(FeeTiming, {
  name: "FeeTiming",
  description: "When a fee falls due.",
  valuesConfig: {
    UPFRONT: { description: "Once, with the disbursement." },
    PER_PERIOD: { description: "With every instalment." },
    AT_END: { description: "Once, with the last instalment." },
  },
});

registerEnumType(FeePayment, {
  name: "FeePayment",
  description: "How a fee is taken.",
  valuesConfig: {
    DEDUCTED: { description: "Kept back from the disbursement; upfront fees only." },
    PAID: { description: "Paid by the borrower on top." },
  },
});

registerEnumType(FeePayee, {
  name: "FeePayee",
  description: "What kind of party receives a fee.",
  valuesConfig: {
    INSTITUTION: { description: "The lender." },
    GUARANTOR: { description: "A guarantee company." },
    PLATFORM: { description: "This platform. Review is warned: a platform may not charge borrowers." },
  },
});

@ObjectType({ description: "One instalment of a quote. payment = principal + interest + fee.", simpleResolvers: true })
export class QuoteRow {
  @Field(() => Int, { description: "Place in the plan, from 1." })
  number: number;

  @Field(() => DayScalar, { description: "The day on which it is payable, after the product's holiday shift." })
  dueOn: string;

  @Field(() => Int, { description: "Calendar days for which interest is charged." })
  days: number;

  @Field(() => MoneyScalar, { description: "Principal owed before this payment." })
  openingPrincipal: bigint;

  @Field(() => MoneyScalar, { description: "Principal in this payment. The parts of all rows sum to the amount." })
  principal: bigint;

  @Field(() => MoneyScalar, { description: "Interest in this payment." })
  interest: bigint;

  @Field(() => MoneyScalar, { description: "Fees due with this payment." })
  fee: bigint;

  @Field(() => MoneyScalar, { description: "What is paid on the day." })
  payment: bigint;

  @Field(() => MoneyScalar, { description: "Principal still owed afterwards." })
  closingPrincipal: bigint;

  @Field(() => Boolean, {
    description: "False where the year's holidays are not published yet: the day then stands unshifted.",
  })
  isCalendarKnown: boolean;
}

@ObjectType({ description: "One fee of a quote, in the form the disclosure sheet needs.", simpleResolvers: true })
export class QuoteFee {
  @Field(() => String, { description: "The fee's code, such as GUARANTEE." })
  code: string;

  @Field(() => FeeTiming, { description: "When it falls due." })
  timing: FeeTiming;

  @Field(() => FeePayment, { description: "How it is taken." })
  payment: FeePayment;

  @Field(() => FeePayee, { description: "What kind of party receives it." })
  payee: FeePayee;

  @Field(() => String, { description: "Who receives it." })
  payeeName: string;

  @Field(() => MoneyScalar, { description: "Everything it costs over the whole loan." })
  total: bigint;
}

@ObjectType({ description: "The annual cost of a loan with every fee in it, three ways.", simpleResolvers: true })
export class AnnualisedCost {
  @Field(() => RateScalar, { description: "The figure to show largest, measured as primaryMethod says." })
  primary: number;

  @Field(() => AnnualisationMethod, { description: "How primary is measured; show it beside the figure." })
  primaryMethod: AnnualisationMethod;

  @Field(() => RateScalar, { description: "Internal rate of a month times twelve." })
  nominal: number;

  @Field(() => RateScalar, { description: "Internal rate of a month compounded over twelve." })
  effective: number;

  @Field(() => RateScalar, { description: "By real days, compounded over 365." })
  dated: number;
}

@ObjectType({
  description:
    "What one loan costs and when it is paid. The same function makes the card, this quote, the disclosure sheet, the contract and the loan.",
  simpleResolvers: true,
})
export class Quote {
  @Field(() => MoneyScalar, { description: "Principal." })
  amount: bigint;

  @Field(() => Int, { description: "Term in months." })
  termCount: number;

  @Field(() => RepaymentMethod, { description: "How it is repaid." })
  method: RepaymentMethod;

  @Field(() => RateScalar, {
    description:
      "Contract rate a year, fees not included. Public quotes use the product's highest: what a borrower may at most pay.",
  })
  annualRate: number;

  @Field(() => DayScalar, { description: "The day the money is assumed to go out; interest runs from it." })
  startOn: string;

  @Field(() => MoneyScalar, { description: "What reaches the borrower: principal less fees kept back." })
  netDisbursed: bigint;

  @Field(() => MoneyScalar, { description: "The first payment." })
  firstPayment: bigint;

  @Field(() => MoneyScalar, { description: "The last payment." })
  lastPayment: bigint;

  @Field(() => MoneyScalar, { description: "The highest single payment." })
  highestPayment: bigint;

  @Field(() => MoneyScalar, { description: "All interest." })
  totalInterest: bigint;

  @Field(() => MoneyScalar, { description: "All fees, those kept back included." })
  totalFees: bigint;

  @Field(() => MoneyScalar, {
    description: "Everything paid after the money came in: instalments and upfront fees paid on top.",
  })
  totalPayment: bigint;

  @Field(() => MoneyScalar, { description: "Interest and fees: totalPayment less netDisbursed." })
  totalCost: bigint;

  @Field(() => AnnualisedCost, { description: "The annual cost, fees included." })
  annualCost: AnnualisedCost;

  @Field(() => [QuoteFee], { description: "Every fee." })
  fees: QuoteFee[];

  @Field(() => [QuoteRow], { description: "The repayment plan." })
  rows: QuoteRow[];

  @Field(() => String, {
    description: "SHA-256 of the canonical loan terms; equal terms have equal hashes in quote, sheet and contract.",
  })
  termsHash: string;

  @Field(() => Boolean, {
    description: "True where amount, term or method asked for was moved to the nearest the product offers.",
  })
  isAmountAdjusted: boolean;
}
