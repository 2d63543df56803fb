/** The part of a failure that words depend on. */
export interface FailureWords {
  readonly code: string;
  readonly kind: string;
  readonly message?: string | null;
}

/**
 * Where the sentence for a failure comes from: a text of our own for the code, else the api's sentence (already in the
 * viewer's language), else a text for the kind, else the text for the unknown.
 */
export function failureText(failure: FailureWords, translate: (key: string) => string | null): string {
  const own = translate(`error.${failure.code}`);
  if (own !== null) return own;
  const isSpoken = failure.kind !== "internal" && failure.kind !== "network";
  if (isSpoken && failure.message) return failure.message;
  return translate(`error.kind.${failure.kind}`) ?? translate("error.kind.internal") ?? failure.code;
}
