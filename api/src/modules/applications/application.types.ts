import { RepaymentMethod } from "@daichao/finance";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kernel/page/index.js";
import { InstantScalar, MoneyScalar, RateScalar } from "../../kernel/scalars/index.js";
import { DocumentKind, EducationLevel, EmploymentKind, HousingKind } from "../borrowers/index.js";
import {
  ApplicationAction,
  ApplicationSort,
  ApplicationState,
  ApplicationStep,
  LoanPurpose,
  RuleOutcome,
} from "./application.states.js";
import { ActorKind } from "./application-timeline.states.js";

registerEnumType(ApplicationState, {
  name: "ApplicationState",
  description: "Where an application stands.",
  valuesConfig: {
    DRAFT: { description: "Not submitted yet." },
    SUBMITTED: { description: "Received with consent; the automatic checks have not begun." },
    SCREENING: { description: "The automatic checks run, or wait for the credit bureau." },
    UNDER_REVIEW: { description: "A person of the institution decides." },
    NEED_MORE_INFO: { description: "The borrower was asked for a document; the review clock is stopped." },
    COUNTER_OFFERED: { description: "The institution offers other terms; the borrower answers." },
    APPROVED: { description: "Approved; the offer waits for its answer until it expires, then for the cost sheet." },
    CONTRACT_PENDING: { description: "The cost sheet was shown; reading it to the end and the signature are next." },
    CONTRACTED: { description: "The contract is signed." },
    DISBURSING: { description: "The payment order is with the bank." },
    DISBURSE_FAILED: { description: "The bank refused the payment; it can be sent again." },
    DISBURSED: { description: "Paid out: the loan exists." },
    REJECTED: { description: "Refused, with reasons." },
    WITHDRAWN: { description: "Taken back by the borrower, or a declined offer." },
    EXPIRED: { description: "A deadline of the borrower's passed." },
    CANCELLED: { description: "Ended after signing, before money moved." },
  },
});
registerEnumType(ApplicationStep, {
  name: "ApplicationStep",
  description: "The five steps a borrower follows.",
  valuesConfig: {
    SUBMITTED: { description: "已提交" },
    UNDER_REVIEW: { description: "审核中, with screening, document requests and counter-offers." },
    APPROVED: { description: "审批通过, up to the signed contract." },
    DISBURSING: { description: "放款中" },
    DISBURSED: { description: "已放款" },
  },
});
registerEnumType(LoanPurpose, {
  name: "LoanPurpose",
  description: "What the borrower needs the money for.",
  valuesConfig: {
    RENOVATION: { description: "装修" },
    CAR: { description: "购车" },
    EDUCATION: { description: "教育" },
    MEDICAL: { description: "医疗" },
    TRAVEL: { description: "旅游" },
    WEDDING: { description: "婚庆" },
    DAILY_CONSUMPTION: { description: "日常消费" },
    BUSINESS: { description: "经营" },
    DEBT_CONSOLIDATION: { description: "债务整合" },
    OTHER: { description: "其他" },
  },
});
registerEnumType(ApplicationAction, {
  name: "ApplicationAction",
  description: "What the viewer may do to an application now.",
  valuesConfig: {
    WITHDRAW: { description: "`withdrawApplication`." },
    SUPPLY_DOCUMENT: { description: "`answerDocumentRequest`." },
    ACCEPT_OFFER: { description: "`acceptOffer` on the open offer." },
    DECLINE_OFFER: { description: "`declineOffer` on the open offer." },
    READ_DISCLOSURE: { description: "`openDisclosure`, the cost sheet." },
    SIGN: { description: "`signContract`, after the sheet was confirmed." },
    REQUEST_DOCUMENT: { description: "`requestDocument`." },
    DECIDE: { description: "`decideApplication`." },
    ASSIGN: { description: "`assignApplication`." },
    RETRY_DISBURSEMENT: { description: "`retryDisbursement`." },
  },
});
registerEnumType(ApplicationSort, {
  name: "ApplicationSort",
  description: "Order of a list of applications.",
  valuesConfig: {
    NEWEST: { description: "Last submitted first." },
    DUE_FIRST: { description: "Least review time left first; those without a running clock last." },
  },
});
registerEnumType(RuleOutcome, {
  name: "RuleOutcome",
  description: "What an institution's model said.",
  valuesConfig: {
    PASS: { description: "Within the institution's policy." },
    REFER: { description: "A person has to look." },
    REJECT: { description: "Outside the policy." },
  },
});
registerEnumType(ActorKind, {
  name: "ActorKind",
  description: "What kind of party acted.",
  valuesConfig: {
    BORROWER: { description: "The borrower." },
    INSTITUTION: { description: "Somebody of the institution." },
    PLATFORM: { description: "Somebody of the platform." },
    SYSTEM: { description: "The platform by itself: jobs, reactions, third parties' answers." },
    CHANNEL: { description: "A partner's key." },
    ANONYMOUS: { description: "A visitor who was not signed in." },
  },
});

@ObjectType({
  description: "The applicant as an institution may see them: masked, frozen at submission.",
  simpleResolvers: true,
})
export class Applicant {
  @Field(() => String, { description: "Family name, the rest starred." })
  nameMasked: string;
  @Field(() => String, { description: "First three and last four digits." })
  phoneMasked: string;
  @Field(() => String, { description: "First four and last two characters." })
  identityNumberMasked: string;
  @Field(() => Int, { description: "Completed years on the day of submission." })
  age: number;
  @Field(() => String, { description: "MALE or FEMALE, from the identity number; no decision may rest on it." })
  sex: string;
  @Field(() => String, { nullable: true, description: "City of residence." })
  city: string | null;
  @Field(() => EmploymentKind, { nullable: true, description: "Kind of work." })
  employment: EmploymentKind | null;
  @Field(() => String, { nullable: true, description: "First two characters of the employer's name." })
  employer: string | null;
  @Field(() => Int, { nullable: true, description: "Completed months in the present job." })
  employedMonths: number | null;
  @Field(() => EducationLevel, { nullable: true, description: "Highest completed education." })
  education: EducationLevel | null;
  @Field(() => HousingKind, { nullable: true, description: "How the applicant lives." })
  housing: HousingKind | null;
  @Field(() => Boolean, { description: "Whether name, number and phone were checked against each other." })
  isIdentityVerified: boolean;
  @Field(() => Int, { description: "Open applications for other products on this platform at submission." })
  otherOpenApplicationCount: number;
}

@ObjectType({ description: "One step of an application's history.", simpleResolvers: true })
export class TimelineEntry {
  @Field(() => ID, { description: "Opaque." })
  id: string;
  @Field(() => ApplicationState, {
    nullable: true,
    description: "The state reached; null for steps that kept the state.",
  })
  state: ApplicationState | null;
  @Field(() => InstantScalar, { description: "Business time of the step." })
  occurredAt: Date;
  @Field(() => ActorKind, { description: "Who acted." })
  actorKind: ActorKind;
  @Field(() => Boolean, { description: "True where the step stopped the review clock." })
  isPause: boolean;
}

@ObjectType({ description: "One document an institution asked for (补件).", simpleResolvers: true })
export class DocumentRequest {
  @Field(() => ID, { description: "For `answerDocumentRequest`." })
  id: string;
  @Field(() => DocumentKind, { description: "The kind of document wanted." })
  kind: DocumentKind;
  @Field(() => String, { description: "Why it is needed, written by the reviewer for the borrower." })
  reason: string;
  @Field(() => InstantScalar, { description: "Business time of the request." })
  requestedAt: Date;
  @Field(() => InstantScalar, { description: "Unanswered by then, the application expires." })
  dueAt: Date;
  @Field(() => InstantScalar, { nullable: true, description: "When the borrower answered." })
  answeredAt: Date | null;
  documentId: string | null;
  closedAt: Date | null;
  applicationId: string;
}

@ObjectType({
  description: "A request for one product, frozen with the terms and facts it was made on.",
  simpleResolvers: true,
})
export class Application {
  @Field(() => ID, { description: "Opaque." })
  id: string;
  @Field(() => String, { description: "For people: `DA20261122-000123`." })
  number: string;
  @Field(() => Int, { description: "Counts the writes; give it back with a decision so that nothing seen is stale." })
  version: number;
  @Field(() => Int, {
    description: "The product's version the application was made on; later versions do not touch it.",
  })
  productVersionNumber: number;
  @Field(() => MoneyScalar, { description: "Asked for." })
  amount: bigint;
  @Field(() => Int, { description: "Months asked for." })
  termCount: number;
  @Field(() => RepaymentMethod, { description: "How it is to be repaid." })
  method: RepaymentMethod;
  @Field(() => LoanPurpose, { description: "What for." })
  purpose: LoanPurpose;
  @Field(() => RateScalar, { description: "Contract rate a year, as shown to the borrower at submission." })
  quotedAnnualRate: number;
  @Field(() => MoneyScalar, { description: "First payment, as shown to the borrower at submission." })
  quotedFirstPayment: bigint;
  @Field(() => MoneyScalar, { description: "All payments together, as shown to the borrower at submission." })
  quotedTotalPayment: bigint;
  @Field(() => RateScalar, { description: "Yearly cost with every fee, as shown to the borrower at submission." })
  quotedAnnualCost: number;
  @Field(() => ApplicationState, { description: "Where it stands." })
  state: ApplicationState;
  @Field(() => InstantScalar, { description: "Business time of submission." })
  submittedAt: Date;
  @Field(() => InstantScalar, { description: "Last write." })
  updatedAt: Date;
  @Field(() => InstantScalar, { nullable: true, description: "Business time of the first decision." })
  decidedAt: Date | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description: "Business time at which the borrower asked for a person after an automatic refusal.",
  })
  humanReviewAskedAt: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: "Business time at which the offer was accepted." })
  offerAcceptedAt: Date | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description:
      "When a decision is due, by working hours 09:00-18:00; null while the clock is stopped and once decided.",
  })
  dueAt: Date | null;
  borrowerId: string;
  institutionId: string;
  productId: string;
  productVersionId: string;
  consentId: string | null;
  consentEndedAt: Date | null;
}

export const ApplicationConnection = connectionType("Application", () => Application);
