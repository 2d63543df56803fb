/** One model says the odds at a time; a failed run changes nothing for anybody. */
export const OddsModelState = { ACTIVE: "ACTIVE", RETIRED: "RETIRED", FAILED: "FAILED" } as const;
export type OddsModelState = (typeof OddsModelState)[keyof typeof OddsModelState];

export const OddsFailure = {
  /** The past says the opposite of what must hold, such as that income hurts. */
  WRONG_SIGN: "WRONG_SIGN",
  /** It tells approvals from refusals no better than a coin. */
  NO_BETTER_THAN_CHANCE: "NO_BETTER_THAN_CHANCE",
  /** Too few decisions, or all of one kind. */
  TOO_FEW_DECISIONS: "TOO_FEW_DECISIONS",
} as const;
export type OddsFailure = (typeof OddsFailure)[keyof typeof OddsFailure];

/** What a record counts: decisions kept from the training, or odds that people were shown. */
export const OddsSource = { HOLDOUT: "HOLDOUT", SHOWN: "SHOWN" } as const;
export type OddsSource = (typeof OddsSource)[keyof typeof OddsSource];
