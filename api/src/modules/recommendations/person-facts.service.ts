import type { Reader, Tx } from "../../kernel/database/index.js";
import type { BorrowerService } from "../borrowers/index.js";
import { monthsBetween, type PersonFacts } from "./match.rules.js";

export interface KnownPerson {
  readonly facts: PersonFacts;
  readonly profileVersion: number;
}

/** What a borrower's profile says for matching. */
export class PersonFactsService {
  constructor(
    private readonly borrowers: BorrowerService,
    private readonly today: () => string,
  ) {}

  async of(reader: Reader | Tx, borrowerId: string): Promise<KnownPerson> {
    const known = await this.borrowers.matchingFactsOf(reader, borrowerId);
    const { employment, monthlyIncome, monthlyDebtPayment, province, employedSince, age, profileVersion } = known;
    const employedMonths = employedSince === null ? null : monthsBetween(employedSince, this.today());
    const span = age === null ? null : { from: age, to: age };
    return {
      facts: { employment, monthlyIncome, monthlyDebtPayment, province, employedMonths, age: span },
      profileVersion,
    };
  }
}
