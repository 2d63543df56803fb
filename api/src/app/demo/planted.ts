/** What must be there to be shown: the demo borrower's own applications, and full queues at the two demo lenders. */
import { addDays, addMonths } from "@daichao/finance";
import { factsOf, judge, type Offering } from "./desk.js";
import { busyLenders } from "./lenders.js";
import type { Member } from "./person-rows.js";
import { Random } from "./random.js";
import { applicantOf } from "./snapshot.js";
import type { Times } from "./times.js";
import type { Fate, Wish, WishBook } from "./wishes.js";

const YUAN = 100n;
/** Fen. */
export const LARGE_AMOUNT = 15_000_000n;
const MONTHS_PAID = 4;
const DUE_SOON_DAYS = 5;

const named = (offerings: readonly Offering[], name: string): Offering => {
  const found = offerings.find(({ version }) => version.name === name);
  if (!found) throw new Error(`${name} is not on offer`);
  return found;
};

/** A loan with four instalments paid and the fifth due in five days, one under review, a counter-offer, a refusal of far too much, one withdrawn. */
export function demoWishes(member: Member, offerings: readonly Offering[], times: Times): Wish[] {
  const random = new Random("demo-borrower");
  const paidOutOn = addMonths(addDays(times.dayZero, DUE_SOON_DAYS), -(MONTHS_PAID + 1));
  const base = { member, method: "EQUAL_INSTALMENT", place: 0 } as const;
  const wish = (
    name: string,
    yuan: bigint,
    termCount: number,
    more: Pick<Wish, "purpose" | "submittedAt" | "fate"> & Partial<Wish>,
  ): Wish => ({
    ...base,
    offering: named(offerings, name),
    amount: yuan * YUAN,
    termCount,
    session: random.id(),
    ...more,
  });
  return [
    wish("青屿安居装修贷", 50_000n, 12, {
      purpose: "RENOVATION",
      submittedAt: times.on(addDays(paidOutOn, -2), 20 * 60),
      fate: "FUNDED",
      paidOutOn,
    }),
    wish("栖梧日常消费贷", 20_000n, 12, {
      purpose: "DAILY_CONSUMPTION",
      submittedAt: times.daysAgo(1, 15 * 60 + 12),
      fate: "UNDER_REVIEW",
    }),
    wish("青屿轻享消费贷", 80_000n, 24, {
      purpose: "DAILY_CONSUMPTION",
      submittedAt: times.daysAgo(2, 19 * 60 + 40),
      fate: "COUNTER_OFFERED",
    }),
    wish("栖梧焕家装修分期", 200_000n, 12, {
      purpose: "RENOVATION",
      submittedAt: times.daysAgo(12, 20 * 60 + 18),
      fate: "NATURAL",
    }),
    wish("栖梧远行旅游分期", 8_000n, 6, {
      purpose: "TRAVEL",
      submittedAt: times.daysAgo(75, 12 * 60 + 5),
      fate: "WITHDRAWN",
    }),
  ];
}

/** How many of each stand open at each demo lender, besides what everyday business leaves. */
const QUEUE: readonly (readonly [Fate, number])[] = [
  ["UNDER_REVIEW", 12],
  ["NEED_MORE_INFO", 3],
  ["COUNTER_OFFERED", 2],
  ["APPROVED", 2],
  ["ACCEPTED", 3],
  ["SCREENING", 1],
  ["SUBMITTED", 1],
];

const NEEDS_VERDICT: readonly Fate[] = ["NEED_MORE_INFO", "COUNTER_OFFERED", "APPROVED", "ACCEPTED"];

/** Whether the lender's model leaves the wish to a person, and a counter-offer would have room. */
function reachesReview(wish: Wish, times: Times): boolean {
  const { member, offering, amount, fate } = wish;
  const { outcome } = judge(offering.desk, factsOf(member.person, applicantOf(wish, times), wish, offering.version));
  const hasRoom = fate !== "COUNTER_OFFERED" || amount >= offering.version.amountMin * 2n;
  return outcome !== "REJECT" && hasRoom;
}

/** More than a reviewer of the first demo lender may decide alone: there for the second person to agree to. */
function plantLarge(book: WishBook, offerings: readonly Offering[], times: Times): void {
  const random = new Random("queue/large");
  const large = { amount: LARGE_AMOUNT, termCount: 36, method: "EQUAL_INSTALMENT", fate: "UNDER_REVIEW" } as const;
  const suits = (wish: Wish) => reachesReview(wish, times);
  const from = [named(offerings, "青屿安居装修贷")];
  book.add(book.draw(random, from, times.daysAgo(2, 14 * 60), { ...large, suits }));
}

export function plantQueues(book: WishBook, offerings: readonly Offering[], times: Times): void {
  plantLarge(book, offerings, times);
  for (const lender of busyLenders) {
    const random = new Random(`queue/${lender.key}`);
    const own = offerings.filter(({ desk }) => desk.lender === lender);
    for (const [fate, count] of QUEUE)
      for (let index = 0; index < count; index += 1) {
        const days = NEEDS_VERDICT.includes(fate)
          ? random.whole(2, 3)
          : fate === "UNDER_REVIEW"
            ? random.whole(1, 2)
            : 1;
        const minute =
          fate === "SUBMITTED" || fate === "SCREENING" ? random.whole(21 * 60, 23 * 60) : random.whole(9 * 60, 20 * 60);
        const suits = (wish: Wish) => reachesReview(wish, times);
        book.add(book.draw(random, own, times.daysAgo(days, minute), { fate, suits }));
      }
  }
}
