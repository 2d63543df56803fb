/** What moved a product up. */
export const RankReasonCode = {
  LIKELY_APPROVAL: "LIKELY_APPROVAL",
  LOW_COST: "LOW_COST",
  LIKE_VIEWED: "LIKE_VIEWED",
  FITS_PURPOSE: "FITS_PURPOSE",
  OFFERS_TERM: "OFFERS_TERM",
  AMPLE_LIMIT: "AMPLE_LIMIT",
  FEW_COMPLAINTS: "FEW_COMPLAINTS",
  FITS_NEED: "FITS_NEED",
} as const;
export type RankReasonCode = (typeof RankReasonCode)[keyof typeof RankReasonCode];

/** Whose order this is, and why it is not a personal one where it is not. */
export const RankingBasis = {
  PERSONAL: "PERSONAL",
  GUEST: "GUEST",
  SWITCHED_OFF: "SWITCHED_OFF",
} as const;
export type RankingBasis = (typeof RankingBasis)[keyof typeof RankingBasis];
