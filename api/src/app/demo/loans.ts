/** Loans of the invented past, and how they were paid: through the bulk doors, on the plans of the quotes themselves. */
import { addDays, type Day } from "@daichao/finance";
import { sql } from "drizzle-orm";
import type { Tx } from "../../kernel/database/index.js";
import { type EventRow, events } from "../../kernel/events/event.tables.js";
import { type QuoteValue, quoteOf } from "../../modules/catalog/index.js";
import { LoanState, loanEvents, type PastLoan } from "../../modules/lending/index.js";
import * as lendingBulk from "../../modules/lending/lending-bulk.repository.js";
import type { Modules } from "../modules.js";
import type { Funded } from "./answers.js";
import { type Habit, habitOf, riskOf } from "./behaviour.js";
import { EventLog, theSystem } from "./event-log.js";
import type { Random } from "./random.js";
import { insertRows } from "./rows.js";
import type { Times } from "./times.js";

interface DueAmount {
  readonly number: number;
  readonly dueOn: Day;
  readonly amount: bigint;
}

interface PaidAmount {
  readonly amount: bigint;
  readonly paidOn: Day;
  readonly minute: number;
}

interface PlannedLoan {
  readonly past: PastLoan;
  readonly payments: readonly PaidAmount[];
}

/** What falls due: the instalments, and before them the fees that are paid on top of the loan. */
function dueAmountsOf(quote: QuoteValue): DueAmount[] {
  const upfront = quote.fees
    .filter(({ timing, payment }) => timing === "UPFRONT" && payment === "PAID")
    .reduce((sum, { total }) => sum + total, 0n);
  const rows = quote.rows.map(({ number, dueOn, payment: amount }) => ({ number, dueOn, amount }));
  return upfront > 0n ? [{ number: 0, dueOn: quote.startOn, amount: upfront }, ...rows] : rows;
}

/** The day on which somebody of that habit pays what is due; undefined when they do not. */
function dayOfPayment(random: Random, habit: Habit, { number, dueOn }: DueAmount, startOn: Day): Day | undefined {
  if (habit.kind === "STOPPED" && number >= habit.from) return undefined;
  if (number === 0) return startOn;
  if (habit.kind === "FORGETFUL" && random.isChance(0.35)) return addDays(dueOn, random.whole(1, 9));
  const early = random.isChance(0.25) ? addDays(dueOn, -random.whole(1, 3)) : dueOn;
  return early < startOn ? startOn : early;
}

/** What was paid before day 0, oldest first; nobody pays an instalment before the one that stands before it. */
function paymentsOf(random: Random, quote: QuoteValue, habit: Habit, lastDay: Day): PaidAmount[] {
  const paid: PaidAmount[] = [];
  for (const due of dueAmountsOf(quote)) {
    const wanted = dayOfPayment(random, habit, due, quote.startOn);
    const before = paid.at(-1)?.paidOn ?? quote.startOn;
    const minute = 8 * 60 + paid.length + random.whole(0, 700);
    if (wanted === undefined) {
      const isPartial = habit.kind === "STOPPED" && habit.isPartial && due.number === habit.from;
      const paidOn = addDays(due.dueOn, 4);
      const amount = due.amount / 3n;
      if (isPartial && paidOn <= lastDay && paidOn >= before && amount > 0n) paid.push({ amount, paidOn, minute });
      break;
    }
    const paidOn = [wanted, before].toSorted().at(-1) ?? wanted;
    if (paidOn > lastDay) break;
    const last = paid.at(-1);
    paid.push({ amount: due.amount, paidOn, minute: last?.paidOn === paidOn ? last.minute + 1 : minute });
  }
  return paid;
}

function planOf({ story, terms, paidOutAt }: Funded, times: Times): PlannedLoan {
  const { row, wish, facts, random } = story;
  const { version } = wish.offering;
  const quote = quoteOf(version, { ...terms, startOn: times.dayOf(paidOutAt) });
  const { person } = wish.member;
  const habit: Habit = person.isDemo
    ? { kind: "PUNCTUAL" }
    : habitOf(random.stream("habit"), riskOf(facts), terms.termCount);
  const { id, borrowerId, institutionId, productId, productVersionId } = row;
  return {
    past: {
      application: { id, borrowerId, institutionId, productId, productVersionId },
      version,
      bankCardId: person.cardId,
      quote,
      paidOutAt: times.real(paidOutAt),
    },
    payments: paymentsOf(random.stream("payments"), quote, habit, times.day(1)),
  };
}

/** Plans of all loans; pure, so that nothing waits for it inside a transaction. */
export const planLoans = (funded: readonly Funded[], times: Times): PlannedLoan[] =>
  funded.map((loan) => planOf(loan, times));

/** Writes loans and payments and brings every loan to day 0. */
export async function insertLoans(
  tx: Tx,
  modules: Modules,
  planned: readonly PlannedLoan[],
  times: Times,
): Promise<void> {
  const loans = await modules.lending.lendingBulk.insertLoans(
    tx,
    planned.map(({ past }) => past),
  );
  const byApplication = new Map(planned.map((plan) => [plan.past.application.id, plan.payments]));
  const payments = loans.flatMap(({ id: loanId, applicationId }) =>
    (byApplication.get(applicationId) ?? []).map(({ amount, paidOn, minute }) => ({
      loanId,
      amount,
      paidOn,
      paidAt: times.real(times.on(paidOn, minute)),
    })),
  );
  await modules.repayments.paymentBulk.insertPayments(tx, payments);
  await bringToDayZero(
    tx,
    loans.map(({ id }) => id),
    times,
  );
}

/** States and days past due as of day 0; a loan that is late became so on the day after the oldest unpaid due day. */
async function bringToDayZero(tx: Tx, loanIds: readonly string[], times: Times): Promise<void> {
  const late = await lendingBulk.bringTo(tx, times.dayZero, loanIds);
  const log = new EventLog(times);
  for (const { id: loanId, borrowerId, institutionId, daysPastDue } of late)
    log.note(loanEvents.statusChanged, {
      at: times.daysAgo(daysPastDue - 1, 60),
      actor: theSystem,
      subject: ["Loan", loanId],
      borrowerId,
      institutionId,
      facts: { loanId, from: LoanState.ACTIVE, to: LoanState.OVERDUE, daysPastDue: 1 },
    });
  await insertRows(tx, events, log.rows);
}

/** Numbers events in the order in which they happened, so that nobody's open page replays a year. */
export async function numberEvents(tx: Tx, rows: EventRow[]): Promise<EventRow[]> {
  rows.sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
  const numbers = await tx.execute<{ seq: string }>(
    sql`select nextval('event_seq')::text as seq from generate_series(1, ${rows.length})`,
  );
  return rows.map((row, index) => ({ ...row, seq: Number(numbers[index]?.seq) }));
}

/** The same for events that the bulk doors have written. */
export async function numberTheRest(tx: Tx): Promise<void> {
  await tx.execute(sql`
    update events set seq = numbered.seq from (
      select id, nextval('event_seq') as seq from (select id from events where seq is null order by occurred_at, id) waiting
    ) numbered where events.id = numbered.id`);
}
