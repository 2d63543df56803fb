import type { Tx } from "../../kernel/database/index.js";
import type { Kernel } from "../../kernel/index.js";
import type { ApplicantFacts, BorrowerService } from "../borrowers/index.js";
import { maskEmployer, monthsBetween } from "./application.rules.js";
import type { FrozenApplicant } from "./application.tables.js";

/** Freezes what an institution may know of an applicant, at the moment of submission. */
export class ApplicantSnapshotService {
  constructor(
    private readonly kernel: Kernel,
    private readonly borrowers: BorrowerService,
  ) {}

  /** Masks and plain facts only: the clear name, numbers and address stay with borrowers, behind a purpose. */
  async take(tx: Tx, borrowerId: string, otherOpenApplicationCount: number): Promise<FrozenApplicant> {
    const facts = await this.borrowers.factsOf(tx, borrowerId);
    const { clock } = this.kernel;
    return {
      ...masksOf(facts),
      age: facts.age ?? 0,
      sex: facts.sex ?? "UNKNOWN",
      province: facts.province,
      city: facts.city,
      employment: facts.employment,
      monthlyIncome: textOf(facts.monthlyIncome),
      monthlyDebtPayment: textOf(facts.monthlyDebtPayment),
      employedSince: facts.employedSince,
      employedMonths: facts.employedSince ? monthsBetween(facts.employedSince, clock.today()) : null,
      education: facts.education,
      housing: facts.housing,
      isIdentityVerified: facts.isIdentityVerified,
      otherOpenApplicationCount,
      takenOn: clock.today(),
    };
  }
}

const textOf = (amount: bigint | null): string | null => (amount === null ? null : String(amount));

const masksOf = (facts: ApplicantFacts) => ({
  nameMasked: facts.nameMasked ?? "*",
  phoneMasked: facts.phoneMasked,
  identityNumberMasked: facts.identityNumberMasked ?? "*",
  employer: maskEmployer(facts.employer),
});
