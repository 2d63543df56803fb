/** Where a product stands. A published product that has a new draft under review stays published until the draft is. */
export const ProductState = {
  DRAFT: "DRAFT",
  IN_REVIEW: "IN_REVIEW",
  PUBLISHED: "PUBLISHED",
  SUSPENDED: "SUSPENDED",
  UNPUBLISHED: "UNPUBLISHED",
  ARCHIVED: "ARCHIVED",
} as const;
export type ProductState = (typeof ProductState)[keyof typeof ProductState];

/** From which states each act may begin; an act on any other state is refused. */
export const productTransitions = {
  submit: ["DRAFT", "PUBLISHED", "SUSPENDED", "UNPUBLISHED"],
  suspend: ["PUBLISHED"],
  resume: ["SUSPENDED"],
  unpublish: ["PUBLISHED", "SUSPENDED"],
} as const satisfies Record<string, readonly ProductState[]>;

/** What an unpublished or never published product becomes while its draft waits; a live one keeps its state. */
export const stateInReview = (state: ProductState): ProductState =>
  state === ProductState.DRAFT || state === ProductState.UNPUBLISHED ? ProductState.IN_REVIEW : state;

/** What a returned draft leaves behind: whatever the product was before it was submitted. */
export const stateWhenReturned = (state: ProductState, wasPublished: boolean): ProductState => {
  if (state !== ProductState.IN_REVIEW) return state;
  return wasPublished ? ProductState.UNPUBLISHED : ProductState.DRAFT;
};

/** What an approved draft makes of the product. A suspension or a withdrawal that came meanwhile stands. */
export const stateWhenApproved = (state: ProductState): ProductState =>
  state === ProductState.IN_REVIEW ? ProductState.PUBLISHED : state;

export const ProductCategory = {
  CONSUMPTION: "CONSUMPTION",
  RENOVATION: "RENOVATION",
  CAR: "CAR",
  EDUCATION: "EDUCATION",
  MEDICAL: "MEDICAL",
  TRAVEL: "TRAVEL",
  BUSINESS: "BUSINESS",
  DEBT_CONSOLIDATION: "DEBT_CONSOLIDATION",
} as const;
export type ProductCategory = (typeof ProductCategory)[keyof typeof ProductCategory];

/** The day counts a product may be offered with. */
export const DayCount = {
  THIRTY_360: "THIRTY_360",
  ACT_360: "ACT_360",
  ACT_365: "ACT_365",
  ACT_ACT: "ACT_ACT",
} as const;
export type DayCount = (typeof DayCount)[keyof typeof DayCount];

export const FeePayee = { INSTITUTION: "INSTITUTION", GUARANTOR: "GUARANTOR", PLATFORM: "PLATFORM" } as const;
export type FeePayee = (typeof FeePayee)[keyof typeof FeePayee];

export const CheckVerdict = { PASS: "PASS", WARN: "WARN", FAIL: "FAIL" } as const;
export type CheckVerdict = (typeof CheckVerdict)[keyof typeof CheckVerdict];

export const ProductSort = {
  RELEVANCE: "RELEVANCE",
  TOTAL_COST: "TOTAL_COST",
  ANNUAL_COST: "ANNUAL_COST",
  MONTHLY_PAYMENT: "MONTHLY_PAYMENT",
  AMOUNT_MAX: "AMOUNT_MAX",
  SPEED: "SPEED",
  NEWEST: "NEWEST",
} as const;
export type ProductSort = (typeof ProductSort)[keyof typeof ProductSort];

export const SuggestionKind = { PURPOSE: "PURPOSE", LENDER: "LENDER", PRODUCT: "PRODUCT", NEED: "NEED" } as const;
export type SuggestionKind = (typeof SuggestionKind)[keyof typeof SuggestionKind];
