import type { AnnualisationMethod, Ppm } from "@daichao/finance";
import type { InstitutionRow } from "../institutions/index.js";
import { ProductState } from "./product.states.js";
import type { ProductRow, ProductVersionRow } from "./product.tables.js";
import type { ContingentCost, ProductTerms } from "./product-terms.rules.js";
import { CARD_METHOD } from "./quote.rules.js";

export interface CostSpan {
  readonly min: Ppm;
  readonly max: Ppm;
  readonly method: AnnualisationMethod;
}

/** One version of a product as people are shown it; the GraphQL type Product resolves from it. */
export interface ProductView extends ProductTerms {
  readonly id: string;
  readonly slug: string;
  readonly institutionId: string;
  readonly institution: InstitutionRow;
  /** The version's number. */
  readonly version: number;
  readonly versionId: string;
  readonly contentHash: string;
  readonly contingentCosts: readonly ContingentCost[];
  readonly annualCost: CostSpan;
  /** The dearest case by each way of measuring, for the caps. */
  readonly dearestBy: Readonly<Record<AnnualisationMethod, Ppm>>;
  /** Whether it can be applied for now. */
  readonly isAvailable: boolean;
  readonly publishedAt: Date | null;
}

export const costSpanOf = ({
  annualCostMin,
  annualCostMax,
}: Pick<ProductVersionRow, "annualCostMin" | "annualCostMax">): CostSpan => ({
  min: annualCostMin,
  max: annualCostMax,
  method: CARD_METHOD,
});

export const dearestOf = (
  row: Pick<ProductVersionRow, "annualCostMax" | "dearestCompound" | "dearestDated">,
): Record<AnnualisationMethod, Ppm> => ({
  IRR_NOMINAL_SIMPLE: row.annualCostMax,
  IRR_COMPOUND: row.dearestCompound,
  XIRR: row.dearestDated,
});

/** A version with its product and its lender, frozen: the same object serves borrowers and partners. */
export function viewOf(
  product: Pick<ProductRow, "id" | "slug" | "state">,
  version: ProductVersionRow,
  institution: InstitutionRow,
): ProductView {
  const {
    id: versionId,
    number,
    productId: _,
    submittedAt: _submitted,
    createdAt: _created,
    annualCostMin: _min,
    annualCostMax: _max,
    ...promise
  } = version;
  return Object.freeze({
    ...promise,
    id: product.id,
    slug: product.slug,
    institution,
    version: number,
    versionId,
    annualCost: costSpanOf(version),
    dearestBy: dearestOf(version),
    isAvailable: product.state === ProductState.PUBLISHED,
  });
}
