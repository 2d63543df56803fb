/** The recommendations of a small market, and a past planted straight into the tables: who asked for what and was decided how. */
import { newId } from "../../src/kernel/ids/index.js";
import { createMarketingModule } from "../../src/modules/marketing/module.js";
import type { CommonInterest, PersonalTrail, TrailStep } from "../../src/modules/recommendations/index.js";
import { createRecommendationsModule } from "../../src/modules/recommendations/module.js";
import type { Market } from "./market.js";

export interface PlantedTrail extends PersonalTrail {
  readonly agreed: Set<string>;
  readonly steps: Map<string, TrailStep[]>;
  readonly common: CommonInterest[];
}

/** A trail that says what a test planted. */
export function plantedTrail(): PlantedTrail {
  const agreed = new Set<string>();
  const steps = new Map<string, TrailStep[]>();
  const common: CommonInterest[] = [];
  return {
    agreed,
    steps,
    common,
    coOccurrences: async () => common,
    isPersonalised: async (_, borrowerId) => agreed.has(borrowerId),
    trailOf: async (_, { borrowerId }) => steps.get(borrowerId) ?? [],
  };
}

export function openMatching(market: Market) {
  const trail = plantedTrail();
  return { trail, ...createRecommendationsModule(market.kernel, { ...market, activity: trail }) };
}

export const openMarketing = (market: Market) => createMarketingModule(market.kernel, market);

export interface PastDecision {
  readonly productId: string;
  readonly monthlyIncome: bigint;
  readonly monthlyDebtPayment: bigint;
  readonly isApproved: boolean;
  /** Days before today. */
  readonly daysAgo: number;
  readonly borrowerId?: string;
  readonly amount?: bigint;
  readonly employment?: string;
  readonly purpose?: string;
}

/** Decided applications of people of whom nothing else is known. */
export async function plantPast(market: Market, past: readonly PastDecision[]): Promise<void> {
  const snapshot = market.catalog.snapshot();
  const rows = past.map((one, index) => {
    const product = snapshot.find(one.productId);
    if (!product) throw new Error(`nothing on the shelf is ${one.productId}`);
    const at = new Date(market.kernel.clock.businessNow().getTime() - one.daysAgo * 86_400_000 - index).toISOString();
    const amount = one.amount ?? 3_000_000n;
    return {
      id: newId(),
      number: `P${String(index).padStart(6, "0")}-${newId().slice(-6)}`,
      borrower_id: one.borrowerId ?? newId(),
      institution_id: product.institutionId,
      draft_id: newId(),
      product_id: product.id,
      product_version_id: product.versionId,
      amount: String(amount),
      total: String((amount * 108n) / 100n),
      purpose: one.purpose ?? "RENOVATION",
      facts: {
        age: 35,
        employment: one.employment ?? "EMPLOYED",
        employedMonths: 40,
        monthlyIncome: String(one.monthlyIncome),
        monthlyDebtPayment: String(one.monthlyDebtPayment),
        province: "北京市",
      },
      state: one.isApproved ? "APPROVED" : "REJECTED",
      verdict: one.isApproved ? "APPROVE" : "REJECT",
      decision_id: newId(),
      at,
    };
  });
  const text = JSON.stringify(rows);
  await market.owner.unsafe(
    `with given as (select * from json_to_recordset(($1::text)::json) as g (id uuid, number text, borrower_id uuid, institution_id uuid,
      draft_id uuid, product_id uuid, product_version_id uuid, amount bigint, total bigint, purpose text, facts jsonb, state text,
      verdict text, decision_id uuid, at timestamptz)),
    made as (insert into applications (id, number, borrower_id, institution_id, draft_id, product_id, product_version_id,
      product_version_number, product_name, amount, term_count, method, purpose, quoted_annual_rate, quoted_annual_cost,
      quoted_first_payment, quoted_total_payment, terms_hash, applicant_facts, name_masked, state, last_open_state, state_since, submitted_at)
      select id, number, borrower_id, institution_id, draft_id, product_id, product_version_id, 1, 'p', amount, 12,
        'EQUAL_INSTALMENT', purpose, 120000, 120000, 1, total, 'h', facts, '*', state, 'UNDER_REVIEW', at, at from given)
    insert into decisions (id, application_id, borrower_id, institution_id, actor, verdict, reasons, amount, decided_at)
      select decision_id, id, borrower_id, institution_id, 'MODEL', verdict, '["OUT_OF_POLICY"]', case when verdict = 'APPROVE' then amount end, at from given`,
    [text],
  );
}

/** A past in which income helps and debts hurt, at every product in turn; `incomeSign` -1 plants the opposite. */
export function everydayPast(
  products: readonly string[],
  count: number,
  random: () => number,
  incomeSign: 1 | -1 = 1,
): PastDecision[] {
  return Array.from({ length: count }, (_, index) => {
    const thousands = Math.exp(1.2 + 1.6 * random());
    const debtShare = random() * 0.6;
    const strictness = index % products.length === 0 ? -1 : 0.8;
    const logit = strictness + incomeSign * 2.2 * (Math.log(thousands) - 2) - 5 * (debtShare - 0.3);
    return {
      productId: products[index % products.length] ?? "",
      monthlyIncome: BigInt(Math.round(thousands * 1_000)) * 100n,
      monthlyDebtPayment: BigInt(Math.round(thousands * 1_000 * debtShare)) * 100n,
      isApproved: random() < 1 / (1 + Math.exp(-logit)),
      daysAgo: 300 - Math.floor((index * 299) / count),
    };
  });
}
