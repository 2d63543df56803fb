import { addDays } from "@daichao/finance";
import { type Clock, dayOf, instantOf } from "../../kernel/clock/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import type { ApplicationService } from "../applications/index.js";
import type { BorrowerService } from "../borrowers/index.js";
import type { SettingsService } from "../settings/index.js";
import { monthsBetween, type PersonFacts, type RecentRefusal } from "./match.rules.js";

export interface KnownPerson {
  readonly facts: PersonFacts;
  readonly profileVersion: number;
}

/** What a borrower's profile says for matching, and which lenders have refused them of late. */
export class PersonFactsService {
  constructor(
    private readonly clock: Pick<Clock, "today">,
    private readonly settings: Pick<SettingsService, "number">,
    private readonly borrowers: BorrowerService,
    private readonly applications: Pick<ApplicationService, "refusalsOf">,
  ) {}

  async of(reader: Reader | Tx, borrowerId: string): Promise<KnownPerson> {
    const [known, refusals] = await Promise.all([
      this.borrowers.matchingFactsOf(reader, borrowerId),
      this.refusalsOf(reader, borrowerId),
    ]);
    const { employment, monthlyIncome, monthlyDebtPayment, province, employedSince, age, profileVersion } = known;
    const employedMonths = employedSince === null ? null : monthsBetween(employedSince, this.clock.today());
    const span = age === null ? null : { from: age, to: age };
    return {
      facts: { employment, monthlyIncome, monthlyDebtPayment, province, employedMonths, age: span, refusals },
      profileVersion,
    };
  }

  private async refusalsOf(reader: Reader | Tx, borrowerId: string): Promise<Map<string, RecentRefusal>> {
    const days = this.settings.number("matching.refusalDays");
    const least = new Map<string, RecentRefusal>();
    if (days === 0) return least;
    const since = instantOf(addDays(this.clock.today(), 1 - days));
    for (const { productId, amount, refusedAt } of await this.applications.refusalsOf(reader, borrowerId, since)) {
      const before = least.get(productId);
      if (!before || amount < before.amount) least.set(productId, { amount, day: dayOf(refusedAt), days });
    }
    return least;
  }
}
