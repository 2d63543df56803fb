/** The rows of the invented applications, gathered first and written in a few statements. */
import type { Tx } from "../../kernel/database/index.js";
import { applicationDocuments, applications } from "../../modules/applications/application.tables.js";
import { applicationDraftItems, applicationDrafts } from "../../modules/applications/application-draft.tables.js";
import { documentRequests } from "../../modules/applications/document-request.tables.js";
import { consents } from "../../modules/borrowers/consent.tables.js";
import { bureauQueries, creditReports } from "../../modules/credit/credit-report.tables.js";
import { assessments } from "../../modules/underwriting/assessment.tables.js";
import { decisions } from "../../modules/underwriting/decision.tables.js";
import { offers } from "../../modules/underwriting/offer.tables.js";
import { insertRows } from "./rows.js";

type Writable<Row> = { -readonly [Key in keyof Row]: Row[Key] };

/** A row whose later fields change while its story goes on. */
export type DraftRow = Writable<typeof applicationDrafts.$inferInsert>;
export type CaseRow = Writable<typeof applications.$inferSelect>;
export type ConsentRow = Writable<typeof consents.$inferSelect>;
export type RequestRow = Writable<typeof documentRequests.$inferInsert>;
export type OfferRow = Writable<typeof offers.$inferInsert>;

export class CaseRows {
  readonly drafts = new Map<string, DraftRow>();
  readonly draftItems: (typeof applicationDraftItems.$inferInsert)[] = [];
  readonly applications: CaseRow[] = [];
  readonly documents: (typeof applicationDocuments.$inferInsert)[] = [];
  readonly requests: RequestRow[] = [];
  readonly consents: ConsentRow[] = [];
  readonly queries: (typeof bureauQueries.$inferInsert)[] = [];
  readonly reports: (typeof creditReports.$inferInsert)[] = [];
  readonly assessments: (typeof assessments.$inferInsert)[] = [];
  readonly decisions: (typeof decisions.$inferInsert)[] = [];
  readonly offers: OfferRow[] = [];

  async insert(tx: Tx): Promise<void> {
    await insertRows(tx, applicationDrafts, [...this.drafts.values()]);
    await insertRows(tx, applicationDraftItems, this.draftItems);
    await insertRows(tx, applications, this.applications);
    await insertRows(tx, applicationDocuments, this.documents);
    await insertRows(tx, documentRequests, this.requests);
    await insertRows(tx, consents, this.consents);
    await insertRows(tx, bureauQueries, this.queries);
    await insertRows(tx, creditReports, this.reports);
    await insertRows(tx, assessments, this.assessments);
    await insertRows(tx, decisions, this.decisions);
    await insertRows(tx, offers, this.offers);
  }
}
