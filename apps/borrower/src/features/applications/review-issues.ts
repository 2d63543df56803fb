import type { ReviewStep_DraftFragment } from "../../gql/graphql.ts";
import type { Agreed } from "./ConsentsStep.tsx";
import { consentsWanted, isAgreed } from "./ConsentsStep.tsx";
import type { WizardStep } from "./wizard-steps.ts";
import { stepOfMissing } from "./wizard-steps.ts";

type Missing = ReviewStep_DraftFragment["missing"][number];

/** One thing that keeps the form from being handed in, and the step that mends it. */
export type Issue = { readonly step: WizardStep; readonly key: string } & (
  | { readonly kind: "nothing" }
  | { readonly kind: "product"; readonly name: string; readonly problem: string }
  | { readonly kind: "missing"; readonly missing: Missing }
  | { readonly kind: "consent"; readonly institution: string }
);

/** Everything still to be mended, in the order of the steps; empty when it can be handed in. */
export function issuesOf(draft: ReviewStep_DraftFragment, agreed: Agreed): readonly Issue[] {
  const selected = draft.items.filter((item) => item.isSelected);
  if (selected.length === 0) return [{ step: "need", key: "nothing", kind: "nothing" }];
  const products = selected.flatMap(({ product, problem }): Issue[] =>
    problem === null
      ? []
      : [{ step: "need", key: `product-${product.id}`, kind: "product", name: product.name, problem }],
  );
  const missing = draft.missing.map(
    (one): Issue => ({
      step: stepOfMissing[one.kind],
      key: `missing-${one.kind}-${one.documentKind ?? one.field}`,
      kind: "missing",
      missing: one,
    }),
  );
  const consents = consentsWanted(draft)
    .filter((text) => !isAgreed(agreed, text))
    .map(
      ({ institution }): Issue => ({
        step: "consents",
        key: `consent-${institution.id}`,
        kind: "consent",
        institution: institution.shortName,
      }),
    );
  return [...products, ...missing, ...consents];
}
