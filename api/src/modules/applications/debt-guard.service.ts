import { formatYuan, monthlyBurden, type RepaymentMethod } from "@daichao/finance";
import type { Reader, Tx } from "../../kernel/database/index.js";
import type { DomainError } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import type { BorrowerService } from "../borrowers/index.js";
import { nearestQuoteOf, type ProductView } from "../catalog/index.js";
import type { ObligationService } from "../credit/index.js";
import type { SettingsService } from "../settings/index.js";
import { applicationErrors } from "./application.errors.js";
import { type DebtService, debtService, type Month } from "./debt-service.rules.js";

/** Terms as they would be lent. */
export interface JudgedTerms {
  readonly amount: bigint;
  readonly termCount: number;
  readonly method: RepaymentMethod;
}

/** Whether a person can carry one more loan: it warns wherever one is asked for, and refuses to push anybody into it. */
export class DebtGuard {
  constructor(
    private readonly kernel: Kernel,
    private readonly settings: SettingsService,
    private readonly borrowers: BorrowerService,
    private readonly obligations: ObligationService,
  ) {}

  /** Null while nobody knows what the person earns. */
  async monthOf(reader: Reader | Tx, borrowerId: string): Promise<Month | null> {
    const { monthlyIncome, monthlyDebtPayment } = await this.borrowers.monthOf(reader, borrowerId);
    if (monthlyIncome === null) return null;
    const { monthly, bureauMonthly } = await this.obligations.debtsOf(reader, borrowerId);
    return { income: monthlyIncome, declared: monthlyDebtPayment ?? 0n, bureau: bureauMonthly, platform: monthly };
  }

  /** Debt service with one loan of a product, and what would fit where that is too much. */
  judge(month: Month, product: ProductView, { amount, termCount, method }: JudgedTerms): DebtService {
    const startOn = this.kernel.clock.today();
    return debtService(month, { amount, termCount }, product, this.settings.number("debtService.maxShare"), (wish) => {
      const quote = nearestQuoteOf(product, { ...wish, method, startOn });
      return monthlyBurden(quote.rows.map(({ payment }) => payment));
    });
  }

  /** The refusal of a loan that is too much, with what would fit; undefined where it is not. */
  refusalOf(judged: DebtService, wanted: Pick<JudgedTerms, "amount" | "termCount">): DomainError | undefined {
    if (!judged.isAboveLimit) return undefined;
    const { share, limit, largestAmount, fittingTerm } = judged;
    const options = [
      largestAmount === null ? null : `${formatYuan(largestAmount)} × ${wanted.termCount}`,
      fittingTerm === null ? null : `${formatYuan(wanted.amount)} × ${fittingTerm}`,
    ].filter((option) => option !== null);
    return applicationErrors.debtServiceTooHigh({
      share: percentOf(share),
      limit: percentOf(limit),
      options: options.length > 0 ? options.join(" / ") : "—",
    });
  }
}

/** Whole percent, rounded up: 550001 is 56. */
const percentOf = (ppm: number): string => `${Math.ceil(ppm / 10_000)}%`;
