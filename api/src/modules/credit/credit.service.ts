import type { BureauReport, CreditBureauGateway } from "../../gateways/credit-bureau/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import type { BorrowerService, ConsentService } from "../borrowers/index.js";
import type { SettingsService } from "../settings/index.js";
import { creditEvents } from "./credit.events.js";
import { QueryReason, QueryState } from "./credit.states.js";
import * as reports from "./credit-report.repository.js";
import { isStaleReport } from "./credit-report.rules.js";
import type { BureauQueryRow, CreditReportRow } from "./credit-report.tables.js";

interface FetchWish {
  readonly borrowerId: string;
  readonly institutionId: string;
  readonly applicationId: string;
}

/** Bureau reports: asked for only while the borrower's consent stands, and every question is on record. */
export class CreditService {
  constructor(
    private readonly kernel: Kernel,
    private readonly left: {
      readonly settings: SettingsService;
      readonly borrowers: BorrowerService;
      readonly consents: ConsentService;
      readonly creditBureau: CreditBureauGateway;
    },
  ) {}

  /**
   * The application's report: the one at hand while it is fresh, else a new one from the bureau. Never call it inside a
   * transaction. Asking again after a failure goes on with the same question, so the file shows one hard query.
   * @throws CONSENT_REQUIRED without a standing consent for this application (nothing is asked then);
   * BORROWER_IDENTITY_REQUIRED; UNAVAILABLE when the bureau does not answer.
   */
  async fetch(borrowerId: string, institutionId: string, applicationId: string): Promise<CreditReportRow> {
    const { db } = this.kernel;
    const wish = { borrowerId, institutionId, applicationId };
    const begun = await db.write(system, (tx) => this.#begin(tx, wish));
    if ("report" in begun) return begun.report;
    const { query } = begun;
    const who = await db.read(system, (reader) => this.left.borrowers.clearIdentityOf(reader, wish.borrowerId));
    const answer = await this.left.creditBureau.report({ ...who, consentHash: query.consentHash, key: query.id });
    return db.write(system, (tx) => this.#store(tx, query, answer));
  }

  /** The newest report of an application, stale or not, as far as the reader's walls let it be seen. */
  async latestFor(reader: Reader | Tx, applicationId: string): Promise<CreditReportRow | null> {
    return (await reports.latest(reader, applicationId)) ?? null;
  }

  isStale(report: CreditReportRow): boolean {
    const staleDays = this.left.settings.number("creditReport.staleDays");
    return isStaleReport(report.fetchedAt, this.kernel.clock.businessNow(), staleDays);
  }

  /** The question is on record before it is asked. */
  async #begin(tx: Tx, wish: FetchWish): Promise<{ report: CreditReportRow } | { query: BureauQueryRow }> {
    await reports.lock(tx, wish.applicationId);
    const consent = await this.left.consents.requireStanding(tx, wish);
    const report = await reports.latest(tx, wish.applicationId);
    if (report && !this.isStale(report)) return { report };
    const asked = await reports.openQuery(tx, wish.applicationId);
    if (asked) return { query: asked };
    const reason = QueryReason.LOAN_APPROVAL;
    const { borrowerId, institutionId, applicationId } = wish;
    const query = await reports.insertQuery(tx, {
      borrowerId,
      institutionId,
      applicationId,
      reason,
      consentId: consent.id,
      consentHash: consent.textHash,
    });
    await this.kernel.events.record(tx, system, creditEvents.queried, {
      subject: { type: "Application", id: applicationId },
      borrowerId,
      institutionId,
      facts: { queryId: query.id, applicationId, consentId: consent.id, reason },
    });
    return { query };
  }

  async #store(tx: Tx, query: BureauQueryRow, answer: BureauReport): Promise<CreditReportRow> {
    const { id: queryId, borrowerId, institutionId, applicationId } = query;
    await reports.lock(tx, applicationId);
    const present = await reports.latest(tx, applicationId);
    // Two askers of one question: the first to store wins, and both get the same report.
    if (!(await reports.endQuery(tx, queryId, QueryState.ANSWERED)) && present) return present;
    const fetchedAt = this.kernel.clock.businessNow();
    const row = await reports.insertReport(tx, {
      ...answer,
      queryId,
      borrowerId,
      institutionId,
      applicationId,
      fetchedAt,
    });
    await this.kernel.events.record(tx, system, creditEvents.reported, {
      subject: { type: "Application", id: applicationId },
      borrowerId,
      institutionId,
      facts: { queryId, reportId: row.id, applicationId, provider: row.provider },
    });
    return row;
  }
}
