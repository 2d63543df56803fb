// Generated from schema.graphql by `pnpm codegen`.

/** A calendar day in Asia/Shanghai: "2026-11-22". */
export type Day = string;

/** A moment in UTC, ISO 8601: "2026-11-22T06:05:00.000Z". */
export type Instant = string;

/** Yuan (CNY) with exactly two decimals, as text: "12000.00". Exact; never a float. */
export type Money = string;

/** A rate per year as a fraction with six decimals, as text: "0.156000" is 15.6 %. */
export type Rate = string;

/** Why somebody looks at clear personal data. */
export const AccessPurpose = {
  /** To answer a complaint. */
  COMPLAINT_HANDLING: "COMPLAINT_HANDLING",
  /** To call or write to them. */
  CONTACT_APPLICANT: "CONTACT_APPLICANT",
  /** To follow a suspicion. */
  FRAUD_CHECK: "FRAUD_CHECK",
  /** To check who the applicant is. */
  IDENTITY_REVIEW: "IDENTITY_REVIEW",
  /** To check what they earn. */
  INCOME_REVIEW: "INCOME_REVIEW",
  /** The borrower's own view; refused for staff. */
  OWN_DATA: "OWN_DATA",
} as const;
export type AccessPurpose = (typeof AccessPurpose)[keyof typeof AccessPurpose];

/** Whom an account belongs to. */
export const AccountKind = {
  /** A person who borrows. */
  BORROWER: "BORROWER",
  /** Somebody who works for a lender. */
  INSTITUTION: "INSTITUTION",
  /** Somebody who works for the platform. */
  PLATFORM: "PLATFORM",
} as const;
export type AccountKind = (typeof AccountKind)[keyof typeof AccountKind];

/** Whether an account may be used. */
export const AccountState = {
  /** In use. */
  ACTIVE: "ACTIVE",
  /** Ended for good. */
  CLOSED: "CLOSED",
  /** Staff cannot sign in; borrowers can only read and repay. */
  FROZEN: "FROZEN",
  /** Not opened yet. */
  PENDING: "PENDING",
} as const;
export type AccountState = (typeof AccountState)[keyof typeof AccountState];

/** What somebody has said about recording and personalisation. */
export const ActivityChoiceState = {
  /** Yes. */
  ALLOWED: "ALLOWED",
  /** No, or withdrawn: nothing is recorded and nothing kept. */
  REFUSED: "REFUSED",
  /** Nothing yet: nothing is recorded. */
  UNDECIDED: "UNDECIDED",
} as const;
export type ActivityChoiceState = (typeof ActivityChoiceState)[keyof typeof ActivityChoiceState];

/** What a page may report that somebody did, once they agreed. */
export const ActivityKind = {
  /** Began an application for a product. */
  APPLICATION_STARTED: "APPLICATION_STARTED",
  /** Calculated a loan. */
  CALCULATOR_USED: "CALCULATOR_USED",
  /** Kept a product as a favourite. */
  FAVOURITED: "FAVOURITED",
  /** Put a product beside others. */
  PRODUCT_COMPARED: "PRODUCT_COMPARED",
  /** Stayed on a product, counted while the page was visible. */
  PRODUCT_DWELT: "PRODUCT_DWELT",
  /** Opened a product. */
  PRODUCT_VIEWED: "PRODUCT_VIEWED",
  /** Searched by amount, term or purpose. */
  SEARCHED: "SEARCHED",
} as const;
export type ActivityKind = (typeof ActivityKind)[keyof typeof ActivityKind];

/** What kind of party acted. */
export const ActorKind = {
  /** A visitor who was not signed in. */
  ANONYMOUS: "ANONYMOUS",
  /** The borrower. */
  BORROWER: "BORROWER",
  /** A partner's key. */
  CHANNEL: "CHANNEL",
  /** Somebody of the institution. */
  INSTITUTION: "INSTITUTION",
  /** Somebody of the platform. */
  PLATFORM: "PLATFORM",
  /** The platform by itself: jobs, reactions, third parties' answers. */
  SYSTEM: "SYSTEM",
} as const;
export type ActorKind = (typeof ActorKind)[keyof typeof ActorKind];

/** Age as a span of years. */
export const AgeBand = {
  /** 18 to 22. */
  FROM_18: "FROM_18",
  /** 23 to 30. */
  FROM_23: "FROM_23",
  /** 31 to 40. */
  FROM_31: "FROM_31",
  /** 41 to 50. */
  FROM_41: "FROM_41",
  /** 51 to 60. */
  FROM_51: "FROM_51",
  /** 61 and above. */
  FROM_61: "FROM_61",
} as const;
export type AgeBand = (typeof AgeBand)[keyof typeof AgeBand];

/** What a part of a payment clears. */
export const AllocationComponent = {
  /** Fees of the instalment. */
  FEE: "FEE",
  /** Interest of the instalment. */
  INTEREST: "INTEREST",
  /** Penalty interest. */
  PENALTY: "PENALTY",
  /** Principal of the instalment. */
  PRINCIPAL: "PRINCIPAL",
} as const;
export type AllocationComponent = (typeof AllocationComponent)[keyof typeof AllocationComponent];

/** How a cost becomes a yearly figure. The same loan may be within a cap by one and over it by another. */
export const AnnualisationMethod = {
  /** 年化利率(复利): the internal rate of one month compounded over twelve. */
  IRR_COMPOUND: "IRR_COMPOUND",
  /** 年化利率(单利): the internal rate of one month times twelve. */
  IRR_NOMINAL_SIMPLE: "IRR_NOMINAL_SIMPLE",
  /** By the real days of every payment, compounded over 365 days. */
  XIRR: "XIRR",
} as const;
export type AnnualisationMethod = (typeof AnnualisationMethod)[keyof typeof AnnualisationMethod];

/** What the viewer may do to an application now. */
export const ApplicationAction = {
  /** `acceptOffer` on the open offer. */
  ACCEPT_OFFER: "ACCEPT_OFFER",
  /** `assignApplication`. */
  ASSIGN: "ASSIGN",
  /** `decideApplication`. */
  DECIDE: "DECIDE",
  /** `declineOffer` on the open offer. */
  DECLINE_OFFER: "DECLINE_OFFER",
  /** `openDisclosure`, the cost sheet. */
  READ_DISCLOSURE: "READ_DISCLOSURE",
  /** `requestDocument`. */
  REQUEST_DOCUMENT: "REQUEST_DOCUMENT",
  /** `retryDisbursement`. */
  RETRY_DISBURSEMENT: "RETRY_DISBURSEMENT",
  /** `signContract`, after the sheet was confirmed. */
  SIGN: "SIGN",
  /** `answerDocumentRequest`. */
  SUPPLY_DOCUMENT: "SUPPLY_DOCUMENT",
  /** `withdrawApplication`. */
  WITHDRAW: "WITHDRAW",
} as const;
export type ApplicationAction = (typeof ApplicationAction)[keyof typeof ApplicationAction];

/** Order of a list of applications. */
export const ApplicationSort = {
  /** Least review time left first; those without a running clock last. */
  DUE_FIRST: "DUE_FIRST",
  /** Last submitted first. */
  NEWEST: "NEWEST",
} as const;
export type ApplicationSort = (typeof ApplicationSort)[keyof typeof ApplicationSort];

/** Where an application stands. */
export const ApplicationState = {
  /** Approved; the offer waits for its answer until it expires, then for the cost sheet. */
  APPROVED: "APPROVED",
  /** Ended after signing, before money moved. */
  CANCELLED: "CANCELLED",
  /** The contract is signed. */
  CONTRACTED: "CONTRACTED",
  /** The cost sheet was shown; reading it to the end and the signature are next. */
  CONTRACT_PENDING: "CONTRACT_PENDING",
  /** The institution offers other terms; the borrower answers. */
  COUNTER_OFFERED: "COUNTER_OFFERED",
  /** Paid out: the loan exists. */
  DISBURSED: "DISBURSED",
  /** The bank refused the payment; it can be sent again. */
  DISBURSE_FAILED: "DISBURSE_FAILED",
  /** The payment order is with the bank. */
  DISBURSING: "DISBURSING",
  /** Not submitted yet. */
  DRAFT: "DRAFT",
  /** A deadline of the borrower's passed. */
  EXPIRED: "EXPIRED",
  /** The borrower was asked for a document; the review clock is stopped. */
  NEED_MORE_INFO: "NEED_MORE_INFO",
  /** Refused, with reasons. */
  REJECTED: "REJECTED",
  /** The automatic checks run, or wait for the credit bureau. */
  SCREENING: "SCREENING",
  /** Received with consent; the automatic checks have not begun. */
  SUBMITTED: "SUBMITTED",
  /** A person of the institution decides. */
  UNDER_REVIEW: "UNDER_REVIEW",
  /** Taken back by the borrower, or a declined offer. */
  WITHDRAWN: "WITHDRAWN",
} as const;
export type ApplicationState = (typeof ApplicationState)[keyof typeof ApplicationState];

/** The five steps a borrower follows. */
export const ApplicationStep = {
  /** 审批通过, up to the signed contract. */
  APPROVED: "APPROVED",
  /** 已放款 */
  DISBURSED: "DISBURSED",
  /** 放款中 */
  DISBURSING: "DISBURSING",
  /** 已提交 */
  SUBMITTED: "SUBMITTED",
  /** 审核中, with screening, document requests and counter-offers. */
  UNDER_REVIEW: "UNDER_REVIEW",
} as const;
export type ApplicationStep = (typeof ApplicationStep)[keyof typeof ApplicationStep];

/** Where a wish that needs a second person stands. */
export const ApprovalState = {
  /** Agreed to, and done in the same moment. */
  APPROVED: "APPROVED",
  /** Waits for the second person. */
  PENDING: "PENDING",
  /** Refused. */
  REJECTED: "REJECTED",
  /** Sent back to be changed. */
  RETURNED: "RETURNED",
  /** Taken back by its maker. */
  WITHDRAWN: "WITHDRAWN",
} as const;
export type ApprovalState = (typeof ApprovalState)[keyof typeof ApprovalState];

/** What the second person says. */
export const ApprovalVerdict = {
  /** Agree: the effect happens now. */
  APPROVED: "APPROVED",
  /** Refuse; needs a reason. */
  REJECTED: "REJECTED",
  /** Send back to be changed; needs a reason. */
  RETURNED: "RETURNED",
} as const;
export type ApprovalVerdict = (typeof ApprovalVerdict)[keyof typeof ApprovalVerdict];

/** What can be read off an identity card. */
export const CardField = {
  /** Who issued it. */
  AUTHORITY: "AUTHORITY",
  /** The number of 18 characters. */
  IDENTITY_NUMBER: "IDENTITY_NUMBER",
  /** Full name. */
  NAME: "NAME",
  /** Last day it is valid, or 长期. */
  VALID_UNTIL: "VALID_UNTIL",
} as const;
export type CardField = (typeof CardField)[keyof typeof CardField];

/** The outcome of one listing check. */
export const CheckVerdict = {
  /** Keeps the product from being listed. */
  FAIL: "FAIL",
  /** In order. */
  PASS: "PASS",
  /** Allowed, but a person should look. */
  WARN: "WARN",
} as const;
export type CheckVerdict = (typeof CheckVerdict)[keyof typeof CheckVerdict];

/** What a code is asked for; it opens nothing else. */
export const CodePurpose = {
  /** Moving an account to another number: one code to each of the two. */
  CHANGE_PHONE: "CHANGE_PHONE",
  /** Making an account. */
  REGISTER: "REGISTER",
  /** Setting a new password without the old one. */
  RESET_PASSWORD: "RESET_PASSWORD",
  /** Signing in without a password. */
  SIGN_IN: "SIGN_IN",
} as const;
export type CodePurpose = (typeof CodePurpose)[keyof typeof CodePurpose];

/** What an institution may use a borrower's data for. */
export const ConsentPurpose = {
  /** To review one application, a bureau query included. */
  CREDIT_REVIEW: "CREDIT_REVIEW",
  /** To perform a loan contract. */
  LOAN_SERVICING: "LOAN_SERVICING",
} as const;
export type ConsentPurpose = (typeof ConsentPurpose)[keyof typeof ConsentPurpose];

/** How a notice reaches somebody. */
export const ContactChannel = {
  /** To a confirmed address. */
  EMAIL: "EMAIL",
  /** In the app, under messages. */
  IN_APP: "IN_APP",
  /** To the phone number of the account. */
  SMS: "SMS",
} as const;
export type ContactChannel = (typeof ContactChannel)[keyof typeof ContactChannel];

/** How a part of a contract's paper is drawn. */
export const ContractBlockKind = {
  /** Sentences, numbered where there is more than one: `lines`. */
  CLAUSES: "CLAUSES",
  /** Words and what stands beside them: one group. */
  FACTS: "FACTS",
  /** The figures that matter, large: one group. */
  FIGURES: "FIGURES",
  /** The heading of what follows: `lines` has one. */
  HEADING: "HEADING",
  /** A remark in small print: `lines` has one. */
  NOTE: "NOTE",
  /** Parties beside each other: `groups`. */
  PARTIES: "PARTIES",
  /** `rows`: the first names the columns, the last adds them up. */
  TABLE: "TABLE",
} as const;
export type ContractBlockKind = (typeof ContractBlockKind)[keyof typeof ContractBlockKind];

/** How the share of a year between two days is counted. */
export const DayCount = {
  /** Calendar days over 360. */
  ACT_360: "ACT_360",
  /** Calendar days over 365. */
  ACT_365: "ACT_365",
  /** Calendar days over the length of their own year. */
  ACT_ACT: "ACT_ACT",
  /** Every month is a twelfth of the year. */
  THIRTY_360: "THIRTY_360",
} as const;
export type DayCount = (typeof DayCount)[keyof typeof DayCount];

/** Why an application is refused; the borrower reads each in plain words. */
export const DecisionReason = {
  /** 负债较高 */
  HIGH_OBLIGATIONS: "HIGH_OBLIGATIONS",
  /** 资料不完整 */
  INCOMPLETE_DOCUMENTS: "INCOMPLETE_DOCUMENTS",
  /** 收入不足 */
  INSUFFICIENT_INCOME: "INSUFFICIENT_INCOME",
  /** 其他 */
  OTHER: "OTHER",
  /** 不符合准入政策 */
  OUT_OF_POLICY: "OUT_OF_POLICY",
  /** 信用记录不佳 */
  POOR_CREDIT_HISTORY: "POOR_CREDIT_HISTORY",
  /** 工作年限较短 */
  SHORT_EMPLOYMENT: "SHORT_EMPLOYMENT",
  /** 近期查询过多 */
  TOO_MANY_ENQUIRIES: "TOO_MANY_ENQUIRIES",
  /** 信息无法核实 */
  UNVERIFIABLE_FACTS: "UNVERIFIABLE_FACTS",
} as const;
export type DecisionReason = (typeof DecisionReason)[keyof typeof DecisionReason];

/** What a reviewer decides. */
export const DecisionVerdict = {
  /** As asked for. */
  APPROVE: "APPROVE",
  /** Other terms, within the product's range. */
  COUNTER_OFFER: "COUNTER_OFFER",
  /** Refuse, with at least one reason. */
  REJECT: "REJECT",
} as const;
export type DecisionVerdict = (typeof DecisionVerdict)[keyof typeof DecisionVerdict];

/** Why a borrower takes an offer not. */
export const DeclineReason = {
  /** 金额不合适 */
  AMOUNT: "AMOUNT",
  /** 成本偏高 */
  COST: "COST",
  /** 不再需要借款 */
  NO_NEED: "NO_NEED",
  /** 选择了其他方案 */
  OTHER_OFFER: "OTHER_OFFER",
  /** 期限不合适 */
  TERM: "TERM",
} as const;
export type DeclineReason = (typeof DeclineReason)[keyof typeof DeclineReason];

/** Where a payout stands. */
export const DisbursementState = {
  /** The bank refused; it can be sent again. */
  FAILED: "FAILED",
  /** The order is written; the bank is asked next. */
  REQUESTED: "REQUESTED",
  /** The bank has the order. */
  SENT: "SENT",
  /** The money is with the borrower. */
  SUCCEEDED: "SUCCEEDED",
  /** The bank did not answer, or contradicts itself; it is asked until it is clear. */
  UNKNOWN: "UNKNOWN",
} as const;
export type DisbursementState = (typeof DisbursementState)[keyof typeof DisbursementState];

/** What a document proves. */
export const DocumentKind = {
  /** Bank statement of the last months. */
  BANK_STATEMENT: "BANK_STATEMENT",
  /** Identity card, side with the emblem. */
  IDENTITY_BACK: "IDENTITY_BACK",
  /** Identity card, side with the portrait. */
  IDENTITY_FRONT: "IDENTITY_FRONT",
  /** Payslips or proof of income. */
  INCOME_PROOF: "INCOME_PROOF",
  /** Anything else an institution asked for. */
  OTHER: "OTHER",
  /** Proof of residence. */
  RESIDENCE_PROOF: "RESIDENCE_PROOF",
  /** Proof of employment. */
  WORK_PROOF: "WORK_PROOF",
} as const;
export type DocumentKind = (typeof DocumentKind)[keyof typeof DocumentKind];

/** Where a document stands. */
export const DocumentState = {
  /** Clean, stored under encryption, usable. */
  ACCEPTED: "ACCEPTED",
  /** Parts are still missing, or it was not handed in yet. */
  AWAITING_UPLOAD: "AWAITING_UPLOAD",
  /** All parts are here and are being checked. */
  CHECKING: "CHECKING",
  /** Not taken; see refusal. */
  REFUSED: "REFUSED",
} as const;
export type DocumentState = (typeof DocumentState)[keyof typeof DocumentState];

/** What happens to a due day on which nobody works. Amounts never move with it. */
export const DueShift = {
  /** It moves to the next working day. */
  NEXT_WORKING_DAY: "NEXT_WORKING_DAY",
  /** It stays. */
  NONE: "NONE",
  /** It moves to the working day before. */
  PREVIOUS_WORKING_DAY: "PREVIOUS_WORKING_DAY",
} as const;
export type DueShift = (typeof DueShift)[keyof typeof DueShift];

/** Highest degree reached. */
export const EducationLevel = {
  /** Bachelor's degree. */
  BACHELOR: "BACHELOR",
  /** Below high school. */
  BELOW_HIGH_SCHOOL: "BELOW_HIGH_SCHOOL",
  /** Three-year college (大专). */
  COLLEGE: "COLLEGE",
  /** High school or vocational school. */
  HIGH_SCHOOL: "HIGH_SCHOOL",
  /** Master's degree or higher. */
  MASTER_OR_ABOVE: "MASTER_OR_ABOVE",
} as const;
export type EducationLevel = (typeof EducationLevel)[keyof typeof EducationLevel];

/** How a person earns their living. */
export const EmploymentKind = {
  /** Employed by a company. */
  EMPLOYED: "EMPLOYED",
  /** Works for several clients without an employer. */
  FREELANCE: "FREELANCE",
  /** Civil service, schools, hospitals and other public bodies. */
  PUBLIC_SECTOR: "PUBLIC_SECTOR",
  /** Draws a pension. */
  RETIRED: "RETIRED",
  /** Runs a business of their own. */
  SELF_EMPLOYED: "SELF_EMPLOYED",
  /** In full-time education. */
  STUDENT: "STUDENT",
  /** Without work at present. */
  UNEMPLOYED: "UNEMPLOYED",
} as const;
export type EmploymentKind = (typeof EmploymentKind)[keyof typeof EmploymentKind];

/** A stretch of an application's way whose usual length is known. */
export const ExpectedStep = {
  /** From the submission to the first decision, by the model or a person. */
  DECISION: "DECISION",
  /** From the signature to the money. */
  PAYOUT: "PAYOUT",
  /** From the automatic checks on to the decision: the time with people. */
  REVIEW: "REVIEW",
} as const;
export type ExpectedStep = (typeof ExpectedStep)[keyof typeof ExpectedStep];

/** Where a fact comes from. */
export const FactSource = {
  /** Said by the borrower. */
  BORROWER: "BORROWER",
  /** Reported by a credit bureau. */
  BUREAU: "BUREAU",
  /** Read from a document. */
  DOCUMENT: "DOCUMENT",
  /** Confirmed by the identity check. */
  IDENTITY_CHECK: "IDENTITY_CHECK",
  /** Said by the borrower in a pre-check, before they registered. */
  PRECHECK: "PRECHECK",
} as const;
export type FactSource = (typeof FactSource)[keyof typeof FactSource];

/** What a fee is measured on. */
export const FeeBasis = {
  /** A fixed amount each time. */
  AMOUNT: "AMOUNT",
  /** A share of the principal still owed each time. */
  RATE_OF_OUTSTANDING: "RATE_OF_OUTSTANDING",
  /** A share of the original principal each time. */
  RATE_OF_PRINCIPAL: "RATE_OF_PRINCIPAL",
} as const;
export type FeeBasis = (typeof FeeBasis)[keyof typeof FeeBasis];

/** What kind of party receives a fee. */
export const FeePayee = {
  /** A guarantee company. */
  GUARANTOR: "GUARANTOR",
  /** The lender. */
  INSTITUTION: "INSTITUTION",
  /** This platform. Review is warned: a platform may not charge borrowers. */
  PLATFORM: "PLATFORM",
} as const;
export type FeePayee = (typeof FeePayee)[keyof typeof FeePayee];

/** How a fee is taken. */
export const FeePayment = {
  /** Kept back from the disbursement; upfront fees only. */
  DEDUCTED: "DEDUCTED",
  /** Paid by the borrower on top. */
  PAID: "PAID",
} as const;
export type FeePayment = (typeof FeePayment)[keyof typeof FeePayment];

/** When a fee falls due. */
export const FeeTiming = {
  /** Once, with the last instalment. */
  AT_END: "AT_END",
  /** With every instalment. */
  PER_PERIOD: "PER_PERIOD",
  /** Once, with the disbursement. */
  UPFRONT: "UPFRONT",
} as const;
export type FeeTiming = (typeof FeeTiming)[keyof typeof FeeTiming];

/** How a person lives. */
export const HousingKind = {
  /** With family. */
  FAMILY: "FAMILY",
  /** Own home with a mortgage. */
  MORTGAGED: "MORTGAGED",
  /** Anything else, such as a dormitory. */
  OTHER: "OTHER",
  /** Own home, paid off. */
  OWNED: "OWNED",
  /** Rented. */
  RENTED: "RENTED",
} as const;
export type HousingKind = (typeof HousingKind)[keyof typeof HousingKind];

/** Where an instalment stands. */
export const InstalmentState = {
  /** Due today. */
  DUE: "DUE",
  /** Unpaid after its due day. */
  OVERDUE: "OVERDUE",
  /** Paid in full. */
  PAID: "PAID",
  /** Paid in part, not overdue. */
  PARTLY_PAID: "PARTLY_PAID",
  /** Due on a later day. */
  UPCOMING: "UPCOMING",
} as const;
export type InstalmentState = (typeof InstalmentState)[keyof typeof InstalmentState];

/** How far a lender has come on the platform. */
export const InstitutionState = {
  /** Lending through the platform. */
  ACTIVE: "ACTIVE",
  /** Putting its papers together. */
  APPLYING: "APPLYING",
  /** Under review by the platform. */
  IN_REVIEW: "IN_REVIEW",
  /** No new loans; running ones go on. */
  SUSPENDED: "SUSPENDED",
  /** Gone for good. */
  TERMINATED: "TERMINATED",
} as const;
export type InstitutionState = (typeof InstitutionState)[keyof typeof InstitutionState];

/** The licence a lender holds; the cap on yearly cost depends on it. */
export const LicenceKind = {
  /** A bank. */
  BANK: "BANK",
  /** A consumer finance company. */
  CONSUMER_FINANCE: "CONSUMER_FINANCE",
  /** A micro-loan company. */
  MICRO_LENDER: "MICRO_LENDER",
} as const;
export type LicenceKind = (typeof LicenceKind)[keyof typeof LicenceKind];

/** What the borrower needs the money for. */
export const LoanPurpose = {
  /** 经营 */
  BUSINESS: "BUSINESS",
  /** 购车 */
  CAR: "CAR",
  /** 日常消费 */
  DAILY_CONSUMPTION: "DAILY_CONSUMPTION",
  /** 债务整合 */
  DEBT_CONSOLIDATION: "DEBT_CONSOLIDATION",
  /** 教育 */
  EDUCATION: "EDUCATION",
  /** 医疗 */
  MEDICAL: "MEDICAL",
  /** 其他 */
  OTHER: "OTHER",
  /** 装修 */
  RENOVATION: "RENOVATION",
  /** 旅游 */
  TRAVEL: "TRAVEL",
  /** 婚庆 */
  WEDDING: "WEDDING",
} as const;
export type LoanPurpose = (typeof LoanPurpose)[keyof typeof LoanPurpose];

/** Where a loan stands. */
export const LoanState = {
  /** Nothing that is due is unpaid. */
  ACTIVE: "ACTIVE",
  /** Paid off before its end under an early-settlement quote. */
  EARLY_SETTLED: "EARLY_SETTLED",
  /** Something is due, within the days of grace. */
  IN_GRACE: "IN_GRACE",
  /** Something is unpaid after its due day. */
  OVERDUE: "OVERDUE",
  /** Runs under a new plan. */
  RESTRUCTURED: "RESTRUCTURED",
  /** Everything is paid. */
  SETTLED: "SETTLED",
  /** Taken off the books; what comes in later is a recovery. */
  WRITTEN_OFF: "WRITTEN_OFF",
} as const;
export type LoanState = (typeof LoanState)[keyof typeof LoanState];

/** What a product asks of a person and of the loan they want. */
export const MatchCriterion = {
  /** Within its ages. */
  AGE: "AGE",
  /** Within the amounts it lends. */
  AMOUNT: "AMOUNT",
  /** The platform's limit on the share of income that repayments take. */
  DEBT_SHARE: "DEBT_SHARE",
  /** Its shortest time in the present job. */
  EMPLOYED_MONTHS: "EMPLOYED_MONTHS",
  /** Kinds of work it accepts. */
  EMPLOYMENT: "EMPLOYMENT",
  /** Its lowest monthly income. */
  INCOME: "INCOME",
  /** Provinces it serves. */
  PROVINCE: "PROVINCE",
  /** Its lender refused this person as much or less a short time ago (`matching.refusalDays`). It can still be applied for. */
  REFUSAL: "REFUSAL",
  /** One of the terms it offers. */
  TERM: "TERM",
} as const;
export type MatchCriterion = (typeof MatchCriterion)[keyof typeof MatchCriterion];

/** Whether a criterion is met. */
export const MatchVerdict = {
  /** 符合. */
  MET: "MET",
  /** 不符合. */
  NOT_MET: "NOT_MET",
  /** 待确认: a fact is not known yet; held against nobody. */
  UNKNOWN: "UNKNOWN",
} as const;
export type MatchVerdict = (typeof MatchVerdict)[keyof typeof MatchVerdict];

/** What sort of thing an application still wants. */
export const MissingKind = {
  /** A bound bank card. */
  BANK_CARD: "BANK_CARD",
  /** An accepted document of a kind. */
  DOCUMENT: "DOCUMENT",
  /** The identity check. */
  IDENTITY: "IDENTITY",
  /** A fact never given, or gone stale. */
  PROFILE_FIELD: "PROFILE_FIELD",
} as const;
export type MissingKind = (typeof MissingKind)[keyof typeof MissingKind];

/** What a notice is about. Advertising is none of them: none is sent. */
export const NoticeKind = {
  /** The course of an application, such as a document asked for. */
  APPLICATION: "APPLICATION",
  /** A contract to sign, signed, or paid out. */
  CONTRACT: "CONTRACT",
  /** What an institution offers, and until when. */
  OFFER: "OFFER",
  /** Consents and who looked at one's data. */
  PRIVACY: "PRIVACY",
  /** A favourite or saved search: a lower cost or a new product. */
  PRODUCT_ALERT: "PRODUCT_ALERT",
  /** Payments, and what is overdue. */
  REPAYMENT: "REPAYMENT",
} as const;
export type NoticeKind = (typeof NoticeKind)[keyof typeof NoticeKind];

/** How likely an approval is. */
export const OddsBand = {
  /** 高: 70 % or more. */
  HIGH: "HIGH",
  /** 低: less. */
  LOW: "LOW",
  /** 中: 40 % or more. */
  MEDIUM: "MEDIUM",
} as const;
export type OddsBand = (typeof OddsBand)[keyof typeof OddsBand];

/** Why a training gave no model. */
export const OddsFailure = {
  /** It tells approvals from refusals no better than a coin. */
  NO_BETTER_THAN_CHANCE: "NO_BETTER_THAN_CHANCE",
  /** Too few decisions, or all of one kind. */
  TOO_FEW_DECISIONS: "TOO_FEW_DECISIONS",
  /** The past says the opposite of what must hold, such as that income hurts. */
  WRONG_SIGN: "WRONG_SIGN",
} as const;
export type OddsFailure = (typeof OddsFailure)[keyof typeof OddsFailure];

/** Where a model stands. */
export const OddsModelState = {
  /** 使用中: says the odds. */
  ACTIVE: "ACTIVE",
  /** 未通过: was not fit to be used; the one before stays. */
  FAILED: "FAILED",
  /** 已替换: a newer one took its place. */
  RETIRED: "RETIRED",
} as const;
export type OddsModelState = (typeof OddsModelState)[keyof typeof OddsModelState];

/** Which outcomes a record counts. */
export const OddsSource = {
  /** Decisions newer than anything the model has learned from. */
  HOLDOUT: "HOLDOUT",
  /** Odds that people were shown and then applied on. */
  SHOWN: "SHOWN",
} as const;
export type OddsSource = (typeof OddsSource)[keyof typeof OddsSource];

/** How an offer relates to what was asked for. */
export const OfferKind = {
  /** Amount, term and method as asked for. */
  AS_REQUESTED: "AS_REQUESTED",
  /** Other terms. */
  COUNTER_OFFER: "COUNTER_OFFER",
} as const;
export type OfferKind = (typeof OfferKind)[keyof typeof OfferKind];

/** Where an offer stands. */
export const OfferState = {
  /** Accepted; to be signed. */
  ACCEPTED: "ACCEPTED",
  /** Declined by the borrower. */
  DECLINED: "DECLINED",
  /** Not answered, or not signed, in time. */
  EXPIRED: "EXPIRED",
  /** Waits for the borrower. */
  OPEN: "OPEN",
  /** The application ended otherwise. */
  WITHDRAWN: "WITHDRAWN",
} as const;
export type OfferState = (typeof OfferState)[keyof typeof OfferState];

/** Where a payment stands. */
export const PaymentState = {
  /** Written; the bank is asked next. */
  CREATED: "CREATED",
  /** The bank reports something that does not fit; not applied until it is clear. */
  DISPUTED: "DISPUTED",
  /** The bank refused; nothing was taken. */
  FAILED: "FAILED",
  /** The bank has it. */
  SENT: "SENT",
  /** Taken and applied to the loan. */
  SUCCEEDED: "SUCCEEDED",
  /** The bank did not answer; it is asked until it is clear. */
  UNKNOWN: "UNKNOWN",
} as const;
export type PaymentState = (typeof PaymentState)[keyof typeof PaymentState];

/** A value that is hidden unless revealed. */
export const PersonalField = {
  /** Address of residence. */
  ADDRESS: "ADDRESS",
  /** Number of the card bound last. */
  BANK_CARD: "BANK_CARD",
  /** Name and number of the emergency contact. */
  EMERGENCY_CONTACT: "EMERGENCY_CONTACT",
  /** All 18 characters. */
  IDENTITY_NUMBER: "IDENTITY_NUMBER",
  /** Full name. */
  NAME: "NAME",
  /** All eleven digits. */
  PHONE: "PHONE",
} as const;
export type PersonalField = (typeof PersonalField)[keyof typeof PersonalField];

/** Why a placement is over. */
export const PlacementEnd = {
  /** The budget pays for no further day. */
  BUDGET_SPENT: "BUDGET_SPENT",
  /** Its last day is past. */
  COMPLETED: "COMPLETED",
  /** Somebody stopped it. */
  STOPPED: "STOPPED",
} as const;
export type PlacementEnd = (typeof PlacementEnd)[keyof typeof PlacementEnd];

/** Where a slot stands. */
export const PlacementPlace = {
  /** 首页. */
  HOME: "HOME",
  /** 产品列表, above the list and never in it. */
  PRODUCTS: "PRODUCTS",
} as const;
export type PlacementPlace = (typeof PlacementPlace)[keyof typeof PlacementPlace];

/** Where a booking stands. */
export const PlacementState = {
  /** 已生效: runs on its days. */
  BOOKED: "BOOKED",
  /** 已结束. */
  ENDED: "ENDED",
  /** 待审批: waits for a second person. */
  PROPOSED: "PROPOSED",
  /** 已拒绝: the second person did not agree. */
  REJECTED: "REJECTED",
} as const;
export type PlacementState = (typeof PlacementState)[keyof typeof PlacementState];

/** What a loan is meant for. */
export const ProductCategory = {
  /** Running a small business. */
  BUSINESS: "BUSINESS",
  /** Buying a car. */
  CAR: "CAR",
  /** Everyday consumption. */
  CONSUMPTION: "CONSUMPTION",
  /** Replacing dearer debts by one. */
  DEBT_CONSOLIDATION: "DEBT_CONSOLIDATION",
  /** Education and training. */
  EDUCATION: "EDUCATION",
  /** Medical costs. */
  MEDICAL: "MEDICAL",
  /** Renovation of a home. */
  RENOVATION: "RENOVATION",
  /** Travel. */
  TRAVEL: "TRAVEL",
} as const;
export type ProductCategory = (typeof ProductCategory)[keyof typeof ProductCategory];

/** Orders of a product list; ties stand by product id. Costs are those of the quote beside each product. */
export const ProductSort = {
  /** Largest amount offered, high to low. */
  AMOUNT_MAX: "AMOUNT_MAX",
  /** Annual cost, low to high. */
  ANNUAL_COST: "ANNUAL_COST",
  /** Highest single payment, low to high; products that do not lend the loan asked for come last. */
  MONTHLY_PAYMENT: "MONTHLY_PAYMENT",
  /** Last published first. */
  NEWEST: "NEWEST",
  /** Best answer to the text, amount and term first, then by the dearest annual cost, low to high. */
  RELEVANCE: "RELEVANCE",
  /** Hours to the money, few to many. */
  SPEED: "SPEED",
  /** Interest and fees in yuan, low to high; products that do not lend the loan asked for come last. */
  TOTAL_COST: "TOTAL_COST",
} as const;
export type ProductSort = (typeof ProductSort)[keyof typeof ProductSort];

/** Where a product stands on its way to the shelf and off it. */
export const ProductState = {
  /** 已归档: out of use. */
  ARCHIVED: "ARCHIVED",
  /** 草稿: never listed, still being written. */
  DRAFT: "DRAFT",
  /** 审核中: not on the shelf, waits for the platform's review. */
  IN_REVIEW: "IN_REVIEW",
  /** 已上架: on the shelf. A newer draft may be under review beside it. */
  PUBLISHED: "PUBLISHED",
  /** 已暂停: taken off the shelf by the platform. */
  SUSPENDED: "SUSPENDED",
  /** 已下架: taken off the shelf by its institution. */
  UNPUBLISHED: "UNPUBLISHED",
} as const;
export type ProductState = (typeof ProductState)[keyof typeof ProductState];

/** What moved a product up in the order. */
export const RankReasonCode = {
  /** It lends well above the amount. */
  AMPLE_LIMIT: "AMPLE_LIMIT",
  /** Fewer of its customers complained. */
  FEW_COMPLAINTS: "FEW_COMPLAINTS",
  /** Nothing sets it apart from the others but that it stands in the order at all. */
  FITS_NEED: "FITS_NEED",
  /** It is made for the stated purpose. */
  FITS_PURPOSE: "FITS_PURPOSE",
  /** An approval is likelier than for most. */
  LIKELY_APPROVAL: "LIKELY_APPROVAL",
  /** It is, or is like, what this person took an interest in. */
  LIKE_VIEWED: "LIKE_VIEWED",
  /** It costs less than most. */
  LOW_COST: "LOW_COST",
  /** It offers the term. */
  OFFERS_TERM: "OFFERS_TERM",
} as const;
export type RankReasonCode = (typeof RankReasonCode)[keyof typeof RankReasonCode];

/** Whose order it is. */
export const RankingBasis = {
  /** Everybody's, because nobody is signed in. */
  GUEST: "GUEST",
  /** By this person's facts and interest, with their consent. */
  PERSONAL: "PERSONAL",
  /** Everybody's, because this person has not agreed to a personal one. */
  SWITCHED_OFF: "SWITCHED_OFF",
} as const;
export type RankingBasis = (typeof RankingBasis)[keyof typeof RankingBasis];

/** How far the reading of an identity photo has come. */
export const ReadingState = {
  /** Being read; seconds, usually. */
  PENDING: "PENDING",
  /** Something was read. */
  READ: "READ",
  /** The reader did not answer: fill the form by hand. */
  UNAVAILABLE: "UNAVAILABLE",
  /** Nothing on it could be made out: fill the form by hand, or take another photo. */
  UNREADABLE: "UNREADABLE",
} as const;
export type ReadingState = (typeof ReadingState)[keyof typeof ReadingState];

/** How principal and interest come back. */
export const RepaymentMethod = {
  /** 一次性还本付息: one payment at the end. At most 12 months. */
  BULLET: "BULLET",
  /** 等额本息: the same payment every month; the last one takes the rounding difference. */
  EQUAL_INSTALMENT: "EQUAL_INSTALMENT",
  /** 等额本金: the same principal every month, interest on what is left. */
  EQUAL_PRINCIPAL: "EQUAL_PRINCIPAL",
  /** 等本等息: interest on the original principal throughout. For imported loans only, never offered. */
  FLAT: "FLAT",
  /** 先息后本: interest every month, the principal with the last payment. */
  INTEREST_ONLY_BULLET: "INTEREST_ONLY_BULLET",
  /** 随借随还: daily interest on what is drawn. No product is offered with it. */
  REVOLVING: "REVOLVING",
} as const;
export type RepaymentMethod = (typeof RepaymentMethod)[keyof typeof RepaymentMethod];

/** What an institution's model said. */
export const RuleOutcome = {
  /** Within the institution's policy. */
  PASS: "PASS",
  /** A person has to look. */
  REFER: "REFER",
  /** Outside the policy. */
  REJECT: "REJECT",
} as const;
export type RuleOutcome = (typeof RuleOutcome)[keyof typeof RuleOutcome];

/** Truth of a rule; a missing fact makes it unknown, and unknown never passes. */
export const RuleResult = {
  /** It did not hold. */
  FALSE: "FALSE",
  /** It held. */
  TRUE: "TRUE",
  /** A fact was missing. */
  UNKNOWN: "UNKNOWN",
} as const;
export type RuleResult = (typeof RuleResult)[keyof typeof RuleResult];

/** What the order of a walk from lender to lender is made for. */
export const SequenceGoal = {
  /** The one that pays out sooner first. */
  FASTEST: "FASTEST",
  /** The cheaper loan first, unless it is hardly to be had. */
  LOWEST_COST: "LOWEST_COST",
  /** The likeliest approval first. */
  SUREST: "SUREST",
} as const;
export type SequenceGoal = (typeof SequenceGoal)[keyof typeof SequenceGoal];

/** How a walk from lender to lender stands. */
export const SequenceState = {
  /** An offer was taken; nobody else is asked. */
  ACCEPTED: "ACCEPTED",
  /** Ended by the borrower. */
  CANCELLED: "CANCELLED",
  /** Every lender was asked or passed by. */
  EXHAUSTED: "EXHAUSTED",
  /** Nobody else is asked until it is resumed; `reason` says what stopped it, if not you. */
  PAUSED: "PAUSED",
  /** The next lender is asked once the one before has said no. */
  RUNNING: "RUNNING",
} as const;
export type SequenceState = (typeof SequenceState)[keyof typeof SequenceState];

/** How one lender of a walk stands. */
export const SequenceStepState = {
  /** Its offer was taken. */
  ACCEPTED: "ACCEPTED",
  /** Refused, expired, or the borrower withdrew or declined the offer. */
  ENDED: "ENDED",
  /** Has the application. */
  SENT: "SENT",
  /** Never asked: passed by, or no longer needed. */
  SKIPPED: "SKIPPED",
  /** Not asked: knows nothing and has no consent. */
  WAITING: "WAITING",
} as const;
export type SequenceStepState = (typeof SequenceStepState)[keyof typeof SequenceStepState];

/** What a suggestion is. */
export const SuggestionKind = {
  /** A lender. */
  LENDER: "LENDER",
  /** An amount or a term. */
  NEED: "NEED",
  /** One product; follow its slug. */
  PRODUCT: "PRODUCT",
  /** A purpose. */
  PURPOSE: "PURPOSE",
} as const;
export type SuggestionKind = (typeof SuggestionKind)[keyof typeof SuggestionKind];

/** What kind of caller somebody is. */
export const ViewerKind = {
  /** Not signed in. */
  ANONYMOUS: "ANONYMOUS",
  /** A person who borrows. */
  BORROWER: "BORROWER",
  /** A partner's key. */
  CHANNEL: "CHANNEL",
  /** Somebody who works for a lender. */
  INSTITUTION: "INSTITUTION",
  /** Somebody who works for the platform. */
  PLATFORM: "PLATFORM",
} as const;
export type ViewerKind = (typeof ViewerKind)[keyof typeof ViewerKind];

/** Accepts an offer. */
export interface AcceptOfferInput {
  /** Your own key for this intent, 8 to 128 characters: sent again, it gives the first answer. */
  idempotencyKey: string;
  /** The open offer. */
  offerId: string;
  /** Other applications of yours to withdraw in the same moment; one that has ended meanwhile stays as it is. */
  withdrawing?: ReadonlyArray<string> | null;
}

/** Which accounts to list. */
export interface AccountFilter {
  /** Only this kind. */
  kind?: AccountKind | null;
  /** Only this state. */
  state?: AccountState | null;
  /** A whole phone number or login, or a part of the name; at most 200 characters. */
  text?: string | null;
}

/** One thing somebody did. Codes and numbers only: no words of a person have a place here. */
export interface ActivityEventInput {
  /** With SEARCHED and CALCULATOR_USED: the amount. */
  amount?: Money | null;
  /** With SEARCHED: the purpose. */
  category?: ProductCategory | null;
  /** A uuid made by the page; the same id again is the same event. */
  id: string;
  /** What was done; decides which fields it needs. */
  kind: ActivityKind;
  /** The product; needed by all kinds but SEARCHED, CALCULATOR_USED may have one. */
  productId?: string | null;
  /** With PRODUCT_DWELT: seconds during which the page was visible, 1 to 3600. */
  seconds?: number | null;
  /** With SEARCHED and CALCULATOR_USED: the term in months. */
  termCount?: number | null;
}

/** Where to move business time to. */
export interface AdvanceClockInput {
  /** The hour of that day in Asia/Shanghai, 0 to 23. */
  hour?: number;
  /** The day; never before the present business day. */
  toDay: Day;
}

/** Answers a document request. */
export interface AnswerDocumentRequestInput {
  /** One of your accepted documents, of the kind asked for. */
  documentId: string;
  /** Your own key for this intent, 8 to 128 characters: sent again, it gives the first answer. */
  idempotencyKey: string;
  /** The open request. */
  requestId: string;
}

/** Which applications to list; everything given must hold. */
export interface ApplicationFilter {
  /** True: only those in your own hands. */
  assignedToMe?: boolean | null;
  /** True: still under way. False: ended or paid out. */
  isOpen?: boolean | null;
  /** What the institution's model said. */
  outcome?: RuleOutcome | null;
  /** For this product. */
  productId?: string | null;
  /** In one of these states. */
  states?: ReadonlyArray<ApplicationState> | null;
  /** Part of the number, the product's name or the masked name. At most 200 characters, none of them NUL. */
  text?: string | null;
}

/** Which approvals to list. */
export interface ApprovalFilter {
  /** Only those of this kind. */
  kind?: string | null;
  /** Only those in this state. */
  state?: ApprovalState | null;
}

/** Takes an application into your hands, or puts it back. */
export interface AssignApplicationInput {
  /** An application of your institution, under review. */
  applicationId: string;
  /** False puts it back into the queue. */
  toMe?: boolean;
  /** The version you read. */
  version: number;
}

/** Which entries of the audit trail to list; all parts must hold. */
export interface AuditFilter {
  /** Name of the event, such as application.statusChanged. */
  event?: string | null;
  /** The thing. */
  subjectId?: string | null;
  /** Kind of thing, such as Application or Product. */
  subjectType?: string | null;
}

/** A bank card of your own. */
export interface BindBankCardInput {
  /** 16 to 19 digits; blanks are ignored. */
  cardNumber: string;
  /** Your own id of this intent, 8 to 128 characters: the same key binds once. */
  idempotencyKey: string;
}

/** A slot to book. */
export interface BookPlacementInput {
  /** What may be spent in all. */
  budget: Money;
  /** What a day costs. */
  dailyPrice: Money;
  /** Last business day; at most 90 days in all. */
  endsOn: Day;
  /** The same key answers with the same booking. */
  idempotencyKey: string;
  /** Where. */
  place: PlacementPlace;
  /** The product to show; its institution is the advertiser. */
  productId: string;
  /** First business day; today or later. */
  startsOn: Day;
}

/** Which walk ends. */
export interface CancelSequenceInput {
  /** Your walk. */
  sequenceId: string;
  /** The version you read. */
  version: number;
}

/** A new value for a parameter. */
export interface ChangeParameterInput {
  /** Business time to begin at, not in the past; at once without it. */
  effectiveFrom?: Instant | null;
  /** Name of the parameter. */
  name: string;
  /** Why, for whoever reads the history; at most 500 characters. */
  reason: string;
  /** The value, in the parameter's unit. */
  value: string;
}

/** A new password by the present one. */
export interface ChangePasswordInput {
  /** The present password. */
  currentPassword: string;
  /** 8 to 64 characters; not one of the last five. */
  newPassword: string;
}

/** Another number for the account, proved by a code to each of the two. */
export interface ChangePhoneInput {
  /** From requestCode to the present number with the purpose CHANGE_PHONE. */
  challengeId: string;
  /** The six digits sent to the present number. */
  code: string;
  /** From requestCode to the new number with the purpose CHANGE_PHONE. */
  newChallengeId: string;
  /** The six digits sent to the new number. */
  newCode: string;
  /** The new number, eleven digits. */
  newPhone: string;
}

/** A change of a saved search; what is left out stays. */
export interface ChangeSavedSearchInput {
  /** Alerts on or off. */
  isAlerting?: boolean | null;
  /** Its new name, 1 to 40 characters. */
  name?: string | null;
  /** The search. */
  savedSearchId: string;
}

/** Which pre-check to take over. */
export interface ClaimPrecheckInput {
  /** Its token. */
  token: string;
}

/** Which upload is whole. */
export interface CompleteUploadInput {
  /** The document of the upload. */
  documentId: string;
}

/** The code that came to the address. */
export interface ConfirmContactEmailInput {
  /** Six digits. */
  code: string;
}

/** Which cost sheet was read. */
export interface ConfirmDisclosureInput {
  /** From `openDisclosure`. */
  disclosureId: string;
}

/** One consent: this institution may have the data, on this text. */
export interface ConsentInput {
  /** The receiver. */
  institutionId: string;
  /** Hash of the text you were shown, from `consentText`. */
  textHash: string;
}

/** One choice. */
export interface ContactChoiceInput {
  /** How it comes. */
  channel: ContactChannel;
  /** On or off. */
  isOn: boolean;
  /** What it is about. */
  kind: NoticeKind;
}

/** What to apply for, and where. */
export interface CreateDraftInput {
  /** Wanted; above zero. */
  amount: Money;
  /** Your own key for this intent, 8 to 128 characters: sent again, it gives the first answer. */
  idempotencyKey: string;
  /** Without it, each product's own first method. */
  method?: RepaymentMethod | null;
  /** One to ten published products. */
  productIds: ReadonlyArray<string>;
  /** What for; without it, what the products are made for. */
  purpose?: LoanPurpose | null;
  /** Months. */
  termCount: number;
}

/** A new product. */
export interface CreateProductInput {
  /** 8 to 128 characters of your choice; the same key answers with the same product. */
  idempotencyKey: string;
  /** Its first draft. */
  terms: ProductTermsInput;
}

/** A verdict on an application under review. */
export interface DecideApplicationInput {
  /** Counter-offer: principal. As asked for when left out. */
  amount?: Money | null;
  /** Contract rate a year; the quoted one when left out. */
  annualRate?: Rate | null;
  /** An application of your institution. */
  applicationId: string;
  /** A word to the borrower, shown with an offer. */
  comment?: string | null;
  /** Your own key for this intent, 8 to 128 characters: sent again, it gives the first answer. */
  idempotencyKey: string;
  /** Counter-offer: repayment method. */
  method?: RepaymentMethod | null;
  /** For a refusal, at least one; the borrower reads them. */
  reasons: ReadonlyArray<DecisionReason>;
  /** Counter-offer: months. */
  termCount?: number | null;
  /** The verdict. */
  verdict: DecisionVerdict;
  /** The version you read; CONFLICT when it changed since. */
  version: number;
}

/** A second person's verdict. */
export interface DecideApprovalInput {
  /** The wish. */
  approvalId: string;
  /** Required when returning or refusing; at most 500 characters. */
  reason?: string | null;
  /** What is said about it. */
  verdict: ApprovalVerdict;
}

/** Declines an offer. */
export interface DeclineOfferInput {
  /** Your own key for this intent, 8 to 128 characters: sent again, it gives the first answer. */
  idempotencyKey: string;
  /** The open offer. */
  offerId: string;
  /** Why not. */
  reason?: DeclineReason | null;
}

/** Which saved search goes. */
export interface DeleteSavedSearchInput {
  /** The search. */
  savedSearchId: string;
}

/** Which document to put away. */
export interface DiscardDocumentInput {
  /** One of your own documents. */
  documentId: string;
}

/** A draft to throw away. */
export interface DiscardDraftInput {
  /** Your draft. */
  draftId: string;
}

/** Who may apply. */
export interface EligibilityInput {
  /** Employments accepted; empty means all. */
  employments: ReadonlyArray<EmploymentKind>;
  /** minAge to 75. */
  maxAge: number;
  /** 18 to 75. */
  minAge: number;
  /** Shortest time in the present employment, in months. */
  minEmploymentMonths?: number | null;
  /** Lowest monthly income. */
  minMonthlyIncome?: Money | null;
  /** Provinces served; empty means all. */
  provinces: ReadonlyArray<string>;
}

/** Which placement to stop, and why. */
export interface EndPlacementInput {
  /** The booking. */
  placementId: string;
  /** Why, 1 to 200 characters. */
  reason: string;
  /** Its version as it was read. */
  version: number;
}

/** Which account to freeze, and why. */
export interface FreezeAccountInput {
  /** The account; never your own. */
  accountId: string;
  /** Why; its owner's sessions end at once. At most 500 characters. */
  reason: string;
}

/** A key for a partner. */
export interface IssuePartnerKeyInput {
  /** The partner. */
  channelId: string;
  /** Its last day; after today. Without it the key does not expire. */
  expiresOn?: Day | null;
  /** What it may do: permissions that partners can hold, such as products:read. */
  scopes: ReadonlyArray<string>;
}

/** Which unclear photo to keep. */
export interface KeepDocumentInput {
  /** One of your own accepted documents. */
  documentId: string;
}

/** Which loans to list. */
export interface LoanFilter {
  /** Any of these states. */
  states?: ReadonlyArray<LoanState> | null;
  /** Part of a loan's number. */
  text?: string | null;
}

/** Which notices to mark as read: all of yours without any restriction. */
export interface MarkNotificationsReadInput {
  /** Only these, at most 100. */
  ids?: ReadonlyArray<string> | null;
  /** Only of these kinds. */
  kinds?: ReadonlyArray<NoticeKind> | null;
}

/** What somebody wants to borrow. */
export interface NeedInput {
  /** How much. */
  amount: Money;
  /** What for; products made for it stand higher. */
  purpose?: ProductCategory | null;
  /** Over how many months, 1 to 360. */
  termCount: number;
}

/** Which notices to list. */
export interface NotificationFilter {
  /** Only those not read yet. */
  isUnread?: boolean | null;
  /** Only these kinds. */
  kinds?: ReadonlyArray<NoticeKind> | null;
}

/** Which contract to open. */
export interface OpenContractInput {
  /** The contract. */
  contractId: string;
}

/** Which cost sheet to show. */
export interface OpenDisclosureInput {
  /** An application whose offer you accepted. */
  applicationId: string;
}

/** Opens a document. */
export interface OpenDocumentInput {
  /** For staff: the application it stands behind. */
  applicationId?: string | null;
  /** The document. */
  documentId: string;
  /** Why; OWN_DATA for the borrower. */
  purpose: AccessPurpose;
}

/** Which saved search is looked at. */
export interface OpenSavedSearchInput {
  /** The search. */
  savedSearchId: string;
}

/** Which walk waits. */
export interface PauseSequenceInput {
  /** Your walk. */
  sequenceId: string;
  /** The version you read. */
  version: number;
}

/** A payment. */
export interface PayLoanInput {
  /** From 0.01 up to everything still owed, less what is being paid already. */
  amount: Money;
  /** One of your bound cards. */
  bankCardId: string;
  /** Your own key for this intent, 8 to 128 characters: a repeat has no second effect. */
  idempotencyKey: string;
  /** Your loan. */
  loanId: string;
}

/** Which bookings. */
export interface PlacementFilter {
  /** In this place. */
  place?: PlacementPlace | null;
  /** In one of these states. */
  states?: ReadonlyArray<PlacementState> | null;
}

/** Which contract to read before signing. */
export interface PreviewContractInput {
  /** The card you would sign with; without it the text names none. */
  bankCardId?: string | null;
  /** The cost sheet of an application that waits for your signature. */
  disclosureId: string;
}

/** Terms to try on an application. */
export interface PreviewDecisionInput {
  /** Principal. */
  amount: Money;
  /** Contract rate a year. */
  annualRate: Rate;
  /** An application of your institution. */
  applicationId: string;
  /** Repayment method. */
  method: RepaymentMethod;
  /** Months. */
  termCount: number;
}

/** One fee. Fixed amount or share, never both. */
export interface ProductFeeInput {
  /** Each charge; with basis AMOUNT only, at most a tenth of the smallest loan. */
  amount?: Money | null;
  /** What it is measured on. */
  basis: FeeBasis;
  /** Code in capitals, such as GUARANTEE; unique within the product. */
  code: string;
  /** Name as the contract has it, up to 30 characters. */
  name: string;
  /** What kind of party receives it. */
  payee: FeePayee;
  /** Who receives it, up to 60 characters. */
  payeeName: string;
  /** How it is taken; DEDUCTED only with UPFRONT. */
  payment: FeePayment;
  /** Share charged each time, up to 0.100000; with the other bases only. */
  rate?: Rate | null;
  /** When it falls due. */
  timing: FeeTiming;
}

/** What the list is narrowed by. Empty lists narrow nothing, except ids. */
export interface ProductFilter {
  /** Only products that lend this amount; quotes are for it. */
  amount?: Money | null;
  /** Only these purposes. */
  categories?: ReadonlyArray<ProductCategory> | null;
  /** Only these products; an empty list finds none. */
  ids?: ReadonlyArray<string> | null;
  /** Only these lenders. */
  institutionIds?: ReadonlyArray<string> | null;
  /** Only lenders with these licences. */
  licenceKinds?: ReadonlyArray<LicenceKind> | null;
  /** Highest annual cost of the quote. */
  maxAnnualCost?: Rate | null;
  /** No payment of the quote may be above this. */
  maxMonthlyPayment?: Money | null;
  /** Interest and fees of the quote together at most this. */
  maxTotalCost?: Money | null;
  /** Only products with one of these; quotes use the product's first of them. */
  methods?: ReadonlyArray<RepaymentMethod> | null;
  /** Only products with this term in months; quotes are for it. */
  termCount?: number | null;
  /** Free text in Chinese, pinyin or initials, up to 200 characters. Amounts and terms in it ("装修 5万 一年") order the hits and price them, without excluding any. */
  text?: string | null;
}

/** Which listings to show. */
export interface ProductListingFilter {
  /** Only of this lender; an institution sees its own alone. */
  institutionId?: string | null;
  /** Only in these states. */
  states?: ReadonlyArray<ProductState> | null;
  /** Part of a name or address. */
  text?: string | null;
}

/** Every parameter of a product. Refusals name the field under terms. */
export interface ProductTermsInput {
  /** Largest amount, whole yuan, up to the ceiling for the lender's licence. */
  amountMax: Money;
  /** Smallest amount, whole yuan. */
  amountMin: Money;
  /** What it is meant for. */
  category: ProductCategory;
  /** 0 to 60. */
  coolingOffDays: number;
  /** How interest days are counted. */
  dayCount: DayCount;
  /** Hours from approval to the money, 1 to 720. */
  disbursementHours: number;
  /** What happens to due days on holidays. */
  dueShift: DueShift;
  /** Who may apply. */
  eligibility: EligibilityInput;
  /** Up to 10 fees. */
  fees: ReadonlyArray<ProductFeeInput>;
  /** 2 to 30 characters. */
  name: string;
  /** Highest contract rate a year. With all fees the dearest loan must keep the cap (CATALOG_RATE_OVER_CAP). */
  rateMax: Rate;
  /** Lowest contract rate a year. */
  rateMin: Rate;
  /** At least one; never REVOLVING or FLAT, BULLET only with terms up to 12. */
  repaymentMethods: ReadonlyArray<RepaymentMethod>;
  /** Documents an application needs; at least one. */
  requiredDocuments: ReadonlyArray<DocumentKind>;
  /** 2 to 60 characters; banned claims keep it from being listed. */
  tagline: string;
  /** Months, 1 to 360, rising, without repeats, at most 24 of them. */
  termOptions: ReadonlyArray<number>;
}

/** A batch of events of one page. */
export interface RecordActivityInput {
  /** 1 to 50 events. */
  events: ReadonlyArray<ActivityEventInput>;
  /** The number of this browser; needed by a guest only. */
  visitorId?: string | null;
}

/** A new borrower's account. */
export interface RegisterInput {
  /** Must be true. */
  acceptsTerms: boolean;
  /** From requestCode with the purpose REGISTER. */
  challengeId: string;
  /** The six digits. */
  code: string;
  /** 8 to 64 characters; common ones are refused. */
  password: string;
}

/** Begins an ended application anew. */
export interface ReopenApplicationInput {
  /** Another amount than the one asked for then. */
  amount?: Money | null;
  /** Your refused, withdrawn, expired or cancelled application. */
  applicationId: string;
  /** Your own key for this intent, 8 to 128 characters: sent again, it gives the first answer. */
  idempotencyKey: string;
  /** Another term, in months. */
  termCount?: number | null;
}

/** Another order for those who have not been asked. */
export interface ReorderSequenceInput {
  /** Exactly the products that wait, in their new order. */
  productIds: ReadonlyArray<string>;
  /** Your walk. */
  sequenceId: string;
  /** The version you read. */
  version: number;
}

/** Where to send a code, and what for. */
export interface RequestCodeInput {
  /** A mainland mobile number, eleven digits. */
  phone: string;
  /** What the code is for. */
  purpose: CodePurpose;
}

/** One more document wanted from the borrower. */
export interface RequestDocumentInput {
  /** An application of your institution, under review. */
  applicationId: string;
  /** Days to answer; unanswered, the application expires. */
  dueInDays?: number;
  /** Your own key for this intent, 8 to 128 characters: sent again, it gives the first answer. */
  idempotencyKey: string;
  /** What is wanted. */
  kind: DocumentKind;
  /** Why, for the borrower to read. */
  reason: string;
  /** The version you read. */
  version: number;
}

/** A person to look again after an automatic refusal. */
export interface RequestHumanReviewInput {
  /** Your refused application. */
  applicationId: string;
  /** Your own key for this intent, 8 to 128 characters: sent again, it gives the first answer. */
  idempotencyKey: string;
  /** The application's version you saw. */
  version: number;
}

/** What is to be signed. */
export interface RequestSigningCodeInput {
  /** An application that waits for your signature. */
  applicationId: string;
}

/** A file to be handed in. */
export interface RequestUploadInput {
  /** image/jpeg, image/png or application/pdf; the bytes must agree. */
  contentType: string;
  /** Its name for you, up to 120 characters; staff are not shown it. */
  fileName: string;
  /** What it proves. */
  kind: DocumentKind;
  /** Exact length in bytes, at most 8 MB (8,388,608). */
  sizeBytes: number;
}

/** A new password by a code to the phone. */
export interface ResetPasswordInput {
  /** From requestCode with the purpose RESET_PASSWORD. */
  challengeId: string;
  /** The six digits. */
  code: string;
  /** 8 to 64 characters; not one of the last five. */
  newPassword: string;
}

/** A suspended product to put back. */
export interface ResumeProductInput {
  /** The product. */
  productId: string;
  /** Why, up to 200 characters. */
  reason: string;
}

/** Goes on with a walk that stands still. */
export interface ResumeSequenceInput {
  /** Texts agreed to anew, where they have changed. */
  consents?: ReadonlyArray<ConsentInput> | null;
  /** Your walk. */
  sequenceId: string;
  /** The version you read. */
  version: number;
}

/** Which upload to go on with. */
export interface ResumeUploadInput {
  /** The document of the upload. */
  documentId: string;
}

/** A failed payout to send again. */
export interface RetryDisbursementInput {
  /** An application in DISBURSE_FAILED. */
  applicationId: string;
  /** Your own key for this intent, 8 to 128 characters: a repeat has no second effect. */
  idempotencyKey: string;
  /** The application's version you saw. */
  version: number;
}

/** Asks for clear personal data behind an application. */
export interface RevealPersonalDataInput {
  /** An application of your scope, with a standing consent. */
  applicationId: string;
  /** What you need, and no more. */
  fields: ReadonlyArray<PersonalField>;
  /** Why; the borrower reads it. */
  purpose: AccessPurpose;
}

/** Which key to revoke. */
export interface RevokePartnerKeyInput {
  /** The key. */
  keyId: string;
}

/** Which session to end. */
export interface RevokeSessionInput {
  /** One of your own sessions. */
  sessionId: string;
}

/** A wish and five answers. Nothing in it says who somebody is. */
export interface RunPrecheckInput {
  /** Age as a span. */
  ageBand: AgeBand;
  /** Amount, 100 to 5,000,000 yuan. */
  amount: Money;
  /** Kind of work. */
  employment: EmploymentKind;
  /** What other debts take from a month; 0.00 where there are none. */
  monthlyDebtPayment: Money;
  /** Monthly income. */
  monthlyIncome: Money;
  /** Province-level region by its two-digit code (GB/T 2260), such as 33. */
  provinceCode: string;
  /** Months, 1 to 360. */
  termCount: number;
}

/** How you want to be reached. */
export interface SaveContactPreferencesInput {
  /** What to change; the rest stays. */
  choices: ReadonlyArray<ContactChoiceInput>;
  /** Beginning of the quiet hours, such as 22:00. */
  quietFrom: string;
  /** Their end, such as 08:00; equal to the beginning means none. */
  quietTo: string;
}

/** What changed in a draft; what is left out stays. */
export interface SaveDraftInput {
  /** Wanted. */
  amount?: Money | null;
  /** Where the form stands, so that another device opens it there. */
  currentStep?: string | null;
  /** Your draft. */
  draftId: string;
  /** Null goes back to each product's own first method. */
  method?: RepaymentMethod | null;
  /** What for. */
  purpose?: LoanPurpose | null;
  /** Which of the draft's products are to be submitted. */
  selectedProductIds?: ReadonlyArray<string> | null;
  /** Months. */
  termCount?: number | null;
  /** The version you read; CONFLICT when another device saved since. */
  version: number;
}

/** A product's draft, whole. */
export interface SaveProductDraftInput {
  /** The product. */
  productId: string;
  /** The draft as it shall be. */
  terms: ProductTermsInput;
  /** The listing's version as you saw it; CONFLICT when it has moved on. */
  version: number;
}

/** An edit of the own profile: what is left out stays as it was, null clears it. */
export interface SaveProfileInput {
  /** Address of residence, up to 120 characters. */
  address?: string | null;
  /** City of residence. */
  city?: string | null;
  /** Highest degree. */
  education?: EducationLevel | null;
  /** Somebody to reach in an emergency. */
  emergencyContactName?: string | null;
  /** Their mainland mobile number. */
  emergencyContactPhone?: string | null;
  /** First day of the present employment; not in the future. */
  employedSince?: Day | null;
  /** Name of the employer or of the own business, up to 60 characters. */
  employer?: string | null;
  /** How you earn your living. */
  employment?: EmploymentKind | null;
  /** How you live. */
  housing?: HousingKind | null;
  /** Repayments of other debts in an ordinary month. */
  monthlyDebtPayment?: Money | null;
  /** Income after tax in an ordinary month, up to 10 million yuan. */
  monthlyIncome?: Money | null;
  /** Province of residence, by its full Chinese name. */
  province?: string | null;
  /** The version the edit was made on; 0 before the first save. */
  version: number;
}

/** A search to keep. */
export interface SaveSearchInput {
  /** What it narrows by. */
  filter: SavedSearchFilterInput;
  /** 8 to 128 characters of your choice; the same key answers with the same search. */
  idempotencyKey: string;
  /** Whether to be told when a hit is new or has become cheaper. */
  isAlerting: boolean;
  /** A name for it, 1 to 40 characters. */
  name: string;
  /** The order of its list. */
  sort: ProductSort;
}

/** What a search narrows by, as the product list takes it, without picked ids. */
export interface SavedSearchFilterInput {
  /** Amount. */
  amount?: Money | null;
  /** Purposes. */
  categories?: ReadonlyArray<ProductCategory> | null;
  /** Lenders. */
  institutionIds?: ReadonlyArray<string> | null;
  /** Licences of the lender. */
  licenceKinds?: ReadonlyArray<LicenceKind> | null;
  /** Highest annual cost. */
  maxAnnualCost?: Rate | null;
  /** Highest payment. */
  maxMonthlyPayment?: Money | null;
  /** Highest total cost: everything paid less the principal. */
  maxTotalCost?: Money | null;
  /** Repayment methods. */
  methods?: ReadonlyArray<RepaymentMethod> | null;
  /** Term in months. */
  termCount?: number | null;
  /** Free text. */
  text?: string | null;
}

/** A choice about recording and personalisation. */
export interface SetActivityChoiceInput {
  /** Yes or no. No erases what had been recorded. */
  isAllowed: boolean;
  /** Hash of the text that was shown; a changed text is refused. */
  textHash: string;
  /** The random number of this browser, a uuid of its own making. A guest needs one; a borrower's yes takes that trail over, their no erases it. */
  visitorId?: string | null;
}

/** An e-mail address to write to. */
export interface SetContactEmailInput {
  /** The address; without it the present one is forgotten. */
  email?: string | null;
}

/** A signature. */
export interface SignContractInput {
  /** What is signed. */
  applicationId: string;
  /** One of your bound cards: the loan is paid out to it. */
  bankCardId: string;
  /** From `requestSigningCode` for this application. */
  challengeId: string;
  /** The six digits sent to your phone. */
  code: string;
  /** The cost sheet you confirmed. */
  disclosureId: string;
  /** Your own key for this intent, 8 to 128 characters: a repeat has no second effect. */
  idempotencyKey: string;
  /** Your name as it was verified. */
  typedName: string;
}

/** Which demo account to be. */
export interface SignInAsDemoInput {
  /** Its key from demoAccounts. */
  key: string;
}

/** Sign-in with a password. */
export interface SignInInput {
  /** Phone of a borrower, login name of staff. */
  login: string;
  /** The password. */
  password: string;
}

/** Sign-in with a code. */
export interface SignInWithCodeInput {
  /** From requestCode with the purpose SIGN_IN. */
  challengeId: string;
  /** The six digits. */
  code: string;
}

/** Asks the lenders of a draft one after another. */
export interface StartSequenceInput {
  /** One for each institution. It is given when the institution's turn comes, and not before. */
  consents: ReadonlyArray<ConsentInput>;
  /** Your draft; it is closed by this. */
  draftId: string;
  /** What the order was made for. */
  goal: SequenceGoal;
  /** Your own key for this intent, 8 to 128 characters: sent again, it gives the first answer. */
  idempotencyKey: string;
  /** Products of the draft, in the order of their turns. */
  productIds: ReadonlyArray<string>;
  /** The version you read. */
  version: number;
}

/** Submits the selected products of a draft. */
export interface SubmitApplicationsInput {
  /** One for each institution; a product without one is refused. */
  consents: ReadonlyArray<ConsentInput>;
  /** Your draft. */
  draftId: string;
  /** Your own key for this intent, 8 to 128 characters: sent again, it gives the first answer. */
  idempotencyKey: string;
  /** The version you read. */
  version: number;
}

/** A draft to be reviewed. */
export interface SubmitProductInput {
  /** The product. */
  productId: string;
  /** The listing's version as you saw it. */
  version: number;
}

/** A product to take off the shelf, by the platform. */
export interface SuspendProductInput {
  /** The product. */
  productId: string;
  /** Why, up to 200 characters; the institution reads it. */
  reason: string;
}

/** A product to keep an eye on, or no longer. */
export interface ToggleFavouriteInput {
  /** What it shall be; saying it twice is the same as once. */
  isFavourite: boolean;
  /** The product. */
  productId: string;
}

/** Which card to let go. */
export interface UnbindBankCardInput {
  /** One of your bound cards. */
  bankCardId: string;
}

/** Which account to unfreeze, and why. */
export interface UnfreezeAccountInput {
  /** A frozen account. */
  accountId: string;
  /** Why; read by the second person. At most 500 characters. */
  reason: string;
}

/** A product to take off the shelf, by its institution. */
export interface UnpublishProductInput {
  /** The product. */
  productId: string;
  /** Why, up to 200 characters. */
  reason: string;
}

/** Who you are, as on the identity card. */
export interface VerifyIdentityInput {
  /** Identity number of 18 characters (GB 11643). */
  identityNumber: string;
  /** Full name in Chinese characters. */
  name: string;
}

/** The authenticator's code. */
export interface VerifySecondFactorInput {
  /** From signIn. */
  challengeId: string;
  /** The six digits the authenticator shows. */
  code: string;
}

/** Takes an application back. */
export interface WithdrawApplicationInput {
  /** Your application. */
  applicationId: string;
  /** Your own key for this intent, 8 to 128 characters: sent again, it gives the first answer. */
  idempotencyKey: string;
  /** Why; kept for yourself and the platform. */
  reason?: string | null;
  /** The version you read. */
  version: number;
}

/** Takes a consent back. */
export interface WithdrawConsentInput {
  /** Your consent. */
  consentId: string;
}

