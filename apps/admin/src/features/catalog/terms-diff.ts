import type { VersionTerms_VersionFragment } from "../../gql/graphql.ts";

type Terms = VersionTerms_VersionFragment;

export interface TermsLine {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

const compared = [
  "name",
  "tagline",
  "category",
  "rateMin",
  "rateMax",
  "amountMin",
  "amountMax",
  "termOptions",
  "repaymentMethods",
  "fees",
  "eligibility",
  "requiredDocuments",
  "disbursementHours",
  "coolingOffDays",
  "dayCount",
  "dueShift",
] as const satisfies readonly (keyof Terms)[];

// What the cache and the schema add to a value is no term of the product.
const added: ReadonlySet<string> = new Set(["__typename", "lines"]);

function textOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return JSON.stringify(value, (key, one) => (added.has(key) ? undefined : one));
}

/** Terms that differ from one version to another, or all of them where nothing came before. */
export function termsDiff(before: Terms | null, after: Terms): readonly TermsLine[] {
  return compared
    .map((field) => ({
      field,
      before: before === null ? null : textOf(before[field]),
      after: textOf(after[field]),
    }))
    .filter((line) => line.before !== line.after);
}
