/** What the demo borrower was told in the invented past, and what they keep: notices, favourites and saved searches. */
import type { EventRow } from "../../kernel/events/event.tables.js";
import type { Kernel } from "../../kernel/index.js";
import { type BorrowerViewer, system } from "../../kernel/viewer/index.js";
import * as accounts from "../../modules/identity/account.repository.js";
import type { PastNoticeService } from "../../modules/messaging/index.js";
import type { notifications } from "../../modules/messaging/notification.tables.js";
import type { Modules } from "../modules.js";
import type { CaseRow } from "./case-rows.js";
import type { Offering } from "./desk.js";
import { Random } from "./random.js";
import type { Times } from "./times.js";

type NoticeRow = typeof notifications.$inferInsert;

/** Notices older than this were read. */
const UNREAD_DAYS = 3;
const HOUR_MS = 3_600_000;

/** One notice per event that is told, as messaging would have given it. Asked for once the applications have their numbers. */
export function pastNotices(
  borrowerId: string,
  { applications, log }: { applications: readonly CaseRow[]; log: readonly EventRow[] },
  { offerings, times, past }: { offerings: readonly Offering[]; times: Times; past: PastNoticeService },
): NoticeRow[] {
  const own = new Map(applications.filter((row) => row.borrowerId === borrowerId).map((row) => [row.id, row]));
  const lenders = new Map(offerings.map(({ desk }) => [desk.lender.id, desk.lender.shortName]));
  const aheadMs = times.daysAgo(0, 0).getTime() - times.real(times.daysAgo(0, 0)).getTime();
  return log.flatMap((event) => {
    const row = event.borrowerId === borrowerId ? own.get(String(event.facts.applicationId)) : undefined;
    if (!row) return [];
    const about = {
      borrowerId,
      applicationId: row.id,
      product: row.productName,
      number: row.number,
      institution: lenders.get(row.institutionId) ?? "",
      amount: row.amount,
    };
    const occurredAt = new Date(event.occurredAt.getTime() + aheadMs);
    const isRead = times.age(occurredAt) > UNREAD_DAYS;
    const readAt = isRead ? new Date(event.occurredAt.getTime() + HOUR_MS) : null;
    const notice = past.rowOf(event, about, { occurredAt, readAt });
    const name = `notice/${row.number}/${notice?.template}/${occurredAt.toISOString()}`;
    return notice ? [{ ...notice, id: new Random(name).id(occurredAt.getTime()) }] : [];
  });
}

async function demoBorrower(kernel: Kernel): Promise<BorrowerViewer | null> {
  const account = await kernel.db.read(system, (reader) => accounts.byDemoKey(reader, "borrower"));
  if (!account) return null;
  const { id, displayName } = account;
  return {
    kind: "BORROWER",
    accountId: id,
    borrowerId: id,
    sessionId: id,
    permissions: new Set(),
    displayName,
    isFrozen: false,
  };
}

const FAVOURITES = ["青屿安居装修贷", "望川新居装修贷", "栖梧远行旅游分期"];

/** Through the doors of the house, once the shelf is full. */
export async function keepThings(kernel: Kernel, { catalog, activity }: Modules): Promise<void> {
  const viewer = await demoBorrower(kernel);
  if (!viewer) return;
  await catalog.catalog.refresh();
  for (const { id: productId, name } of catalog.catalog.snapshot().products)
    if (FAVOURITES.includes(name)) await activity.favourites.toggle(viewer, { productId, isFavourite: true });
  const save = (name: string, filter: object, isAlerting: boolean) =>
    activity.savedSearches.save(viewer, {
      name,
      filter,
      sort: "TOTAL_COST",
      isAlerting,
      idempotencyKey: `demo-search-${name}`,
    });
  await save("装修 5 万一年", { text: "装修", amount: 5_000_000n, termCount: 12 }, true);
  await save("低成本消费贷", { categories: ["CONSUMPTION"], maxAnnualCost: 120_000 }, false);
}
