import type { Reader } from "../../kernel/database/index.js";
import type { ProductView, QuoteValue } from "../catalog/index.js";
import type { ApplicationDraftService } from "./application-draft.service.js";
import type { ApplicationDraftRow, DraftItemRow } from "./application-draft.tables.js";
import { planInOrder, planSequence, type SequenceCandidate } from "./application-sequence.rules.js";
import type { SequenceGoal } from "./application-sequence.states.js";
import type { ApplicationSubmissionService } from "./application-submission.service.js";

/** Chance of an approval of each product in parts per million; a product that is missing is one nobody can tell of. */
export type Odds = ReadonlyMap<string, number>;

export interface PlannedTurn {
  readonly product: ProductView;
  readonly quote: QuoteValue;
  readonly odds: number | null;
}

export interface ApplicationPlanValue {
  readonly goal: SequenceGoal;
  readonly turns: readonly PlannedTurn[];
  readonly leftOut: readonly ProductView[];
  readonly expectedHardPulls: number;
  readonly parallelHardPulls: number;
  readonly chance: number | null;
}

/** The order in which lenders would be asked one after another. */
export class ApplicationPlanService {
  constructor(
    private readonly drafts: ApplicationDraftService,
    private readonly submission: ApplicationSubmissionService,
  ) {}

  /**
   * The best order of a draft's selected products for a goal, within the credit checks that are left; or, where the
   * borrower names an order, the figures of that one. Odds come from whoever can tell them.
   */
  async planFor(
    reader: Reader,
    draft: ApplicationDraftRow,
    items: readonly DraftItemRow[],
    wish: { goal: SequenceGoal; productIds?: readonly string[] | null },
    odds: Odds = new Map(),
  ): Promise<ApplicationPlanValue> {
    const turns = new Map<string, PlannedTurn>();
    for (const { productId, isSelected, applicationId } of items) {
      const product = this.drafts.presentProduct(productId);
      if (!product || !isSelected || applicationId !== null) continue;
      const quote = this.drafts.quoteFor(draft, product);
      turns.set(productId, { product, quote, odds: odds.get(productId) ?? null });
    }
    const { left } = await this.submission.hardPullsOf(reader, draft.borrowerId);
    const ordered = (wish.productIds ?? []).flatMap((id) => turns.get(id) ?? []);
    const plan =
      ordered.length > 0
        ? planInOrder(ordered.map(candidateOf), wish.goal)
        : planSequence([...turns.values()].map(candidateOf), wish.goal, Math.max(1, left));
    return {
      goal: wish.goal,
      turns: plan.productIds.flatMap((id) => turns.get(id) ?? []),
      leftOut: plan.leftOutIds.flatMap((id) => turns.get(id)?.product ?? []),
      expectedHardPulls: plan.expectedPullsPerMille / 1_000,
      parallelHardPulls: turns.size,
      chance: plan.chance,
    };
  }
}

const candidateOf = ({ product, quote, odds }: PlannedTurn): SequenceCandidate => ({
  productId: product.id,
  totalCost: quote.totalCost,
  disbursementHours: product.disbursementHours,
  odds,
});
