/** The year before day 0: people, 3,000 applications, 1,200 loans, written in one transaction or not at all. */
import { sql } from "drizzle-orm";
import type { Tx } from "../../kernel/database/index.js";
import { events } from "../../kernel/events/event.tables.js";
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import { activityChoices, activityRecords } from "../../modules/activity/activity.tables.js";
import { applications } from "../../modules/applications/application.tables.js";
import { consentTexts } from "../../modules/borrowers/consent.tables.js";
import { documents } from "../../modules/borrowers/document.tables.js";
import { notifications } from "../../modules/messaging/notification.tables.js";
import type { Modules } from "../modules.js";
import { Answers, type Funded } from "./answers.js";
import { type CaseRow, CaseRows } from "./case-rows.js";
import { Case, type CaseTools } from "./casework.js";
import type { Offering } from "./desk.js";
import { openDesks } from "./desks.js";
import { EventLog } from "./event-log.js";
import { insertLoans, numberEvents, numberTheRest, planLoans } from "./loans.js";
import { pastNotices } from "./notices.js";
import { PaperPile, storePapers } from "./papers.js";
import { inventPeople, type Person } from "./people.js";
import { enrol, insertMembers, type Member, noteJoining } from "./person-rows.js";
import { demoWishes, plantQueues } from "./planted.js";
import type { Progress } from "./progress.js";
import { type Offered, Review } from "./review.js";
import { insertRows } from "./rows.js";
import type { Times } from "./times.js";
import { leaveTrails } from "./trails.js";
import { WishBook } from "./wishes.js";

export const PEOPLE = 400;
export const APPLICATIONS = 3_000;
export const LOANS = 1_200;
/** An offer this many days old has had time to be signed and paid out. */
const RIPE_DAYS = 1.7;

interface History {
  readonly members: readonly Member[];
  readonly offerings: readonly Offering[];
  readonly tools: CaseTools;
  readonly funded: readonly Funded[];
}

/** Funds as many as there are to be, those fated first, and lets time settle the other offers. */
function settleOffers(offered: readonly Offered[], tools: CaseTools): Funded[] {
  const answers = new Answers(tools);
  const fated = offered.filter(({ story }) => story.wish.fate === "FUNDED");
  const ripe = offered
    .filter(({ story }) => story.wish.fate === "NATURAL" && tools.times.age(story.at) > RIPE_DAYS)
    .map((one) => ({ one, zeal: one.story.random.next() }))
    .sort((a, b) => a.zeal - b.zeal)
    .map(({ one }) => one);
  const taken = new Set([...fated, ...ripe.slice(0, LOANS - fated.length)]);
  if (taken.size < LOANS) throw new Error(`only ${taken.size} offers could become loans`);
  for (const one of offered) if (!taken.has(one)) answers.settle(one);
  return [...taken].map((one) => answers.fund(one));
}

function tellAll(members: readonly Member[], offerings: readonly Offering[], tools: CaseTools): Funded[] {
  const [demo] = members;
  if (!demo) throw new Error("there is nobody");
  const book = new WishBook(members, offerings, tools.times);
  for (const wish of demoWishes(demo, offerings, tools.times)) book.add(wish);
  plantQueues(book, offerings, tools.times);
  book.fillTo(APPLICATIONS);
  const review = new Review(tools);
  const wishes = book.wishes.toSorted((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime());
  return settleOffers(
    wishes.flatMap((wish) => review.tell(new Case(wish, tools)) ?? []),
    tools,
  );
}

async function invent(kernel: Kernel, modules: Modules, times: Times): Promise<History> {
  const { settings } = modules.settings;
  const people = inventPeople(PEOPLE, times);
  const { members, offerings } = await kernel.db.read(system, async (reader) => ({
    members: await enrol(kernel, reader, people, times),
    offerings: await openDesks(reader, modules),
  }));
  const tools: CaseTools = {
    times,
    log: new EventLog(times),
    rows: new CaseRows(),
    papers: new PaperPile(),
    validHours: settings.number("offer.validHours"),
    reviewDays: settings.number("review.slaWorkingDays"),
  };
  return { members, offerings, tools, funded: tellAll(members, offerings, tools) };
}

/** Running numbers in the order of submission. */
async function numberApplications(tx: Tx, rows: CaseRow[], times: Times): Promise<void> {
  rows.sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime());
  const serials = await tx.execute<{ serial: string }>(
    sql`select nextval('application_serial')::text as serial from generate_series(1, ${rows.length})`,
  );
  for (const [index, row] of rows.entries()) {
    const day = times.dayOf(row.submittedAt).replaceAll("-", "");
    row.number = `DA${day}-${(serials[index]?.serial ?? "").padStart(6, "0")}`;
  }
}

/** When somebody last stood by their profile: with their newest application, or on joining. */
function confirmationsOf(rows: readonly CaseRow[], members: readonly Member[], times: Times): (person: Person) => Date {
  const joined = new Map(members.map(({ person, joinedAt }) => [person.id, joinedAt]));
  const newest = new Map<string, Date>();
  for (const { borrowerId, submittedAt } of rows) {
    const known = newest.get(borrowerId);
    if (!known || known < submittedAt) newest.set(borrowerId, submittedAt);
  }
  return ({ id }) => {
    const at = newest.get(id) ?? joined.get(id) ?? times.daysAgo(400, 600);
    return new Date(at.getTime() - 25 * 60_000);
  };
}

/** Invents the year and writes it. Does nothing where applications stand already. */
export async function fillHistory(kernel: Kernel, modules: Modules, times: Times, progress: Progress): Promise<void> {
  const isThere = await kernel.db.read(system, (reader) => reader.$count(applications));
  if (isThere > 0) return;
  const { members, offerings, tools, funded } = await progress("people and their stories", () =>
    invent(kernel, modules, times),
  );
  const { log, rows, papers } = tools;
  const planned = planLoans(funded, times);
  for (const member of members) noteJoining(member, log);
  const agreed = modules.activity.activityChoices.text("zh-CN");
  const trails = leaveTrails(members, rows.applications, { offerings, times, log, textHash: agreed.hash });
  const papersRows = await progress("documents", () =>
    storePapers(kernel, modules.gateways.files, papers.all(), { times, log }),
  );
  const texts = new Map([agreed, ...offerings.map(({ desk }) => desk.consent)].map((text) => [text.hash, text]));
  await progress("applications and loans", () =>
    kernel.db.write(system, async (tx) => {
      // Thousands of rows are made ready between two statements: on a busy machine longer than a request may idle.
      await tx.execute(sql`set local idle_in_transaction_session_timeout = '5min'`);
      await tx.execute(sql`set local statement_timeout = '5min'`);
      if ((await tx.$count(applications)) > 0) return;
      const confirmedAt = confirmationsOf(rows.applications, members, times);
      await insertMembers(tx, kernel, members, { times, confirmedAt });
      await insertRows(tx, documents, papersRows);
      await insertRows(tx, consentTexts, [...texts.values()]);
      await insertRows(tx, activityChoices, trails.choices);
      await insertRows(tx, activityRecords, trails.records);
      await numberApplications(tx, rows.applications, times);
      await rows.insert(tx);
      await insertRows(tx, events, await numberEvents(tx, log.rows));
      const told = { applications: rows.applications, log: log.rows };
      for (const { person } of members.filter(({ person: { isDemo } }) => isDemo))
        await insertRows(
          tx,
          notifications,
          pastNotices(person.id, told, { offerings, times, past: modules.messaging.pastNotices }),
        );
      await insertLoans(tx, modules, planned, times);
      await numberTheRest(tx);
    }),
  );
}
