import { AnnualisationMethod, FeeBasis, FeePayment, FeeTiming, RepaymentMethod } from "@daichao/finance";
import { Extensions, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DueShift } from "../../kernel/calendar/index.js";
import { InstantScalar, MoneyScalar, RateScalar } from "../../kernel/scalars/index.js";
import { DocumentKind, EmploymentKind } from "../borrowers/index.js";
import { Institution } from "../institutions/index.js";
import { DayCount, FeePayee, ProductCategory, ProductState } from "./product.states.js";

registerEnumType(ProductState, {
  name: "ProductState",
  description: "Where a product stands on its way to the shelf and off it.",
  valuesConfig: {
    DRAFT: { description: "草稿: never listed, still being written." },
    IN_REVIEW: { description: "审核中: not on the shelf, waits for the platform's review." },
    PUBLISHED: { description: "已上架: on the shelf. A newer draft may be under review beside it." },
    SUSPENDED: { description: "已暂停: taken off the shelf by the platform." },
    UNPUBLISHED: { description: "已下架: taken off the shelf by its institution." },
    ARCHIVED: { description: "已归档: out of use." },
  },
});

registerEnumType(ProductCategory, {
  name: "ProductCategory",
  description: "What a loan is meant for.",
  valuesConfig: {
    CONSUMPTION: { description: "Everyday consumption." },
    RENOVATION: { description: "Renovation of a home." },
    CAR: { description: "Buying a car." },
    EDUCATION: { description: "Education and training." },
    MEDICAL: { description: "Medical costs." },
    TRAVEL: { description: "Travel." },
    BUSINESS: { description: "Running a small business." },
    DEBT_CONSOLIDATION: { description: "Replacing dearer debts by one." },
  },
});

registerEnumType(DayCount, {
  name: "DayCount",
  description: "How the share of a year between two days is counted.",
  valuesConfig: {
    THIRTY_360: { description: "Every month is a twelfth of the year." },
    ACT_360: { description: "Calendar days over 360." },
    ACT_365: { description: "Calendar days over 365." },
    ACT_ACT: { description: "Calendar days over the length of their own year." },
  },
});

registerEnumType(DueShift, {
  name: "DueShift",
  description: "What happens to a due day on which nobody works. Amounts never move with it.",
  valuesConfig: {
    NONE: { description: "It stays." },
    NEXT_WORKING_DAY: { description: "It moves to the next working day." },
    PREVIOUS_WORKING_DAY: { description: "It moves to the working day before." },
  },
});

registerEnumType(FeeBasis, {
  name: "FeeBasis",
  description: "What a fee is measured on.",
  valuesConfig: {
    AMOUNT: { description: "A fixed amount each time." },
    RATE_OF_PRINCIPAL: { description: "A share of the original principal each time." },
    RATE_OF_OUTSTANDING: { description: "A share of the principal still owed each time." },
  },
});

@ObjectType({ description: "One fee of a product as its institution states it.", simpleResolvers: true })
export class ProductFee {
  @Field(() => String, { description: "Code, such as GUARANTEE; unique within the product." })
  code: string;

  @Field(() => String, { description: "Name as the contract has it." })
  name: string;

  @Field(() => FeeTiming, { description: "When it falls due." })
  timing: FeeTiming;

  @Field(() => FeeBasis, { description: "What it is measured on." })
  basis: FeeBasis;

  @Field(() => MoneyScalar, { nullable: true, description: "The fixed amount of each charge; only with basis AMOUNT." })
  amount: bigint | null;

  @Field(() => RateScalar, {
    nullable: true,
    description: "The share charged each time, not per year; only with the other bases.",
  })
  rate: number | null;

  @Field(() => FeePayment, { description: "How it is taken." })
  payment: FeePayment;

  @Field(() => FeePayee, { description: "What kind of party receives it." })
  payee: FeePayee;

  @Field(() => String, { description: "Who receives it." })
  payeeName: string;
}

@ObjectType({
  description: "What is owed only when the contract is broken or ended early; never part of the annual cost.",
  simpleResolvers: true,
})
export class ContingentCost {
  @Field(() => String, { description: "Code, such as OVERDUE_INTEREST." })
  code: string;
}

@ObjectType({
  description: "Annual cost with every fee: the cheapest case at the lowest rate, the dearest at the highest.",
  simpleResolvers: true,
})
export class CostRange {
  @Field(() => RateScalar, { description: "The cheapest loan this product offers." })
  min: number;

  @Field(() => RateScalar, { description: "The dearest loan this product offers." })
  max: number;

  @Field(() => AnnualisationMethod, { description: "How both are measured." })
  method: AnnualisationMethod;
}

@ObjectType({ description: "Who may apply.", simpleResolvers: true })
export class Eligibility {
  @Field(() => Int, { description: "Youngest age in years." })
  minAge: number;

  @Field(() => Int, { description: "Oldest age in years." })
  maxAge: number;

  @Field(() => MoneyScalar, { nullable: true, description: "Lowest monthly income; null where none is asked." })
  minMonthlyIncome: bigint | null;

  @Field(() => [EmploymentKind], { description: "Employments accepted; empty means all." })
  employments: EmploymentKind[];

  @Field(() => [String], {
    description: "Provinces served, by their Chinese names as products keep them; empty means all.",
  })
  provinces: string[];

  @Field(() => Int, {
    nullable: true,
    description: "Shortest time in the present employment, in months; null where none is asked.",
  })
  minEmploymentMonths: number | null;
}

@Extensions({ isLasting: true })
@ObjectType({
  description:
    "A product as the public sees it: always its published version. Inside an application, the version that was applied for.",
  simpleResolvers: true,
})
export class Product {
  @Field(() => ID, { description: "Stays the same over all versions." })
  id: string;

  @Field(() => String, { description: "Readable address." })
  slug: string;

  @Field(() => Int, { description: "Number of the version shown." })
  version: number;

  @Field(() => ID, { description: "Identifies the version shown; versions never change once published." })
  versionId: string;

  @Field(() => String, { description: "Name, 2 to 30 characters." })
  name: string;

  @Field(() => String, { description: "The institution's own line, checked for banned claims." })
  tagline: string;

  @Field(() => Institution, { description: "Who lends." })
  institution: Institution;

  @Field(() => ProductCategory, { description: "What it is meant for." })
  category: ProductCategory;

  @Field(() => MoneyScalar, { description: "Smallest amount." })
  amountMin: bigint;

  @Field(() => MoneyScalar, { description: "Largest amount." })
  amountMax: bigint;

  @Field(() => RateScalar, { description: "Lowest contract rate a year, fees not included. Show annualCost larger." })
  rateMin: number;

  @Field(() => RateScalar, { description: "Highest contract rate a year, fees not included. Show annualCost larger." })
  rateMax: number;

  @Field(() => [Int], { description: "Terms offered, in months, rising." })
  termOptions: number[];

  @Field(() => [RepaymentMethod], {
    description: "Repayment methods offered; quotes use the first unless told otherwise.",
  })
  repaymentMethods: RepaymentMethod[];

  @Field(() => DayCount, { description: "How interest days are counted." })
  dayCount: DayCount;

  @Field(() => DueShift, { description: "What happens to due days on holidays." })
  dueShift: DueShift;

  @Field(() => [ProductFee], { description: "Every fee of a loan that runs as agreed." })
  fees: ProductFee[];

  @Field(() => [ContingentCost], { description: "What a broken contract or an early end costs." })
  contingentCosts: ContingentCost[];

  @Field(() => Eligibility, { description: "Who may apply." })
  eligibility: Eligibility;

  @Field(() => [DocumentKind], { description: "Documents an application needs." })
  requiredDocuments: DocumentKind[];

  @Field(() => Int, { description: "Hours from approval to the money, as the institution states it." })
  disbursementHours: number;

  @Field(() => Int, {
    description: "Days in which the loan may be given back at no cost but interest; 0 where there are none.",
  })
  coolingOffDays: number;

  @Field(() => CostRange, { description: "Annual cost, computed by the platform, never typed." })
  annualCost: CostRange;

  @Field(() => Boolean, { description: "Whether it can be applied for now." })
  isAvailable: boolean;

  @Field(() => InstantScalar, { nullable: true, description: "When this version was published." })
  publishedAt: Date | null;
}
