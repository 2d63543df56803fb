import { useState } from "react";
import type { SpokenFailure } from "../i18n/use-failure-text.ts";

/** What came of an attempt to get in: null when it went well, or why it did not. */
export type AttemptOutcome = Promise<SpokenFailure | null>;

export interface Attempt {
  readonly isUnderWay: boolean;
  /** Why the last attempt failed; null again as soon as the next one begins. */
  readonly failure: SpokenFailure | null;
  /** Resolves to whether it went well. */
  begin(outcome: AttemptOutcome): Promise<boolean>;
}

/** One attempt to get in, and what is shown of it meanwhile and afterwards. */
export function useAttempt(): Attempt {
  const [isUnderWay, setUnderWay] = useState(false);
  const [failure, setFailure] = useState<SpokenFailure | null>(null);
  return {
    isUnderWay,
    failure,
    async begin(outcome) {
      setFailure(null);
      setUnderWay(true);
      const came = await outcome;
      setUnderWay(false);
      setFailure(came);
      return came === null;
    },
  };
}
