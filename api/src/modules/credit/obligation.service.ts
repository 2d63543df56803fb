import type { Reader, Tx } from "../../kernel/database/index.js";
import type { Kernel } from "../../kernel/index.js";
import type { SettingsService } from "../settings/index.js";
import { isStaleReport } from "./credit-report.rules.js";
import * as obligations from "./obligation.repository.js";

/** How one loan weighs on its borrower now. Fen. */
export interface Obligation {
  readonly loanId: string;
  readonly borrowerId: string;
  readonly monthlyPayment: bigint;
  readonly outstanding: bigint;
  /** Last due day. */
  readonly endsOn: string;
}

/** What a person owes, as far as the platform knows. Fen a month. */
export interface KnownDebts {
  readonly runningLoanCount: number;
  readonly monthly: bigint;
  readonly outstanding: bigint;
  /** What the newest bureau report says of debts elsewhere; null without a report, or with a stale one. */
  readonly bureauMonthly: bigint | null;
}

/** The person's record on this platform: what they owe here, written by those who service it. */
export class ObligationService {
  constructor(
    private readonly kernel: Kernel,
    private readonly settings: SettingsService,
  ) {}

  /** Notes how loans weigh now; nothing outstanding ends them. Joins the caller's transaction (the system's). */
  record(tx: Tx, found: readonly Obligation[]): Promise<void> {
    return obligations.record(
      tx,
      found.map((one) => ({ ...one, isRunning: one.outstanding > 0n })),
    );
  }

  /** How many loans are on the record. */
  count(reader: Reader | Tx): Promise<number> {
    return obligations.count(reader);
  }

  /** Those of the loans that are not on the record. */
  async unknownAmong(reader: Reader | Tx, loanIds: readonly string[]): Promise<string[]> {
    const known = await obligations.knownAmong(reader, loanIds);
    return loanIds.filter((id) => !known.has(id));
  }

  /** The caller has checked that the reader may know it. */
  async debtsOf(reader: Reader | Tx, borrowerId: string): Promise<KnownDebts> {
    const row = await obligations.ofBorrower(reader, borrowerId);
    const staleDays = this.settings.number("creditReport.staleDays");
    const at = row?.bureauAt ? new Date(row.bureauAt) : null;
    const isFresh = at !== null && !isStaleReport(at, this.kernel.clock.businessNow(), staleDays);
    return {
      runningLoanCount: Number(row?.count ?? 0),
      monthly: BigInt(row?.monthly ?? 0),
      outstanding: BigInt(row?.outstanding ?? 0),
      bureauMonthly: isFresh && row?.bureauMonthly ? BigInt(row.bureauMonthly) : null,
    };
  }
}
