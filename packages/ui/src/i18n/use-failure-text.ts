import { useCallback } from "react";
import type { FailureWords } from "../format/failure.ts";
import { failureText } from "../format/failure.ts";
import type { MessageValues } from "./use-t.ts";
import { useHouseT } from "./use-t.ts";

export interface SpokenFailure extends FailureWords {
  readonly params?: Readonly<Record<string, unknown>>;
}

function plainValues(params: Readonly<Record<string, unknown>> = {}): MessageValues {
  const entries = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === "number" ? value : String(value),
  ]);
  return Object.fromEntries(entries);
}

/** The sentence for a failure: ours, the api's, or one for its kind. */
export function useFailureText(): (failure: SpokenFailure) => string {
  const t = useHouseT();
  return useCallback((failure) => failureText(failure, (key) => t.find(key, plainValues(failure.params))), [t]);
}
