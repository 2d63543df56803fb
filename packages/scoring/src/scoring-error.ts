/** Every reason this package refuses to go on. What is wrong with a model is told by `validateModel`, not thrown. */
export const ScoringErrorCode = {
  INPUT_INVALID: "INPUT_INVALID",
  FACTS_INVALID: "FACTS_INVALID",
  FIELDS_INVALID: "FIELDS_INVALID",
  TRAINING_INVALID: "TRAINING_INVALID",
} as const;
export type ScoringErrorCode = (typeof ScoringErrorCode)[keyof typeof ScoringErrorCode];

/** The only error this package throws on purpose. */
export class ScoringError extends Error {
  readonly code: ScoringErrorCode;

  constructor(code: ScoringErrorCode, message: string) {
    super(message);
    this.name = "ScoringError";
    this.code = code;
  }
}
