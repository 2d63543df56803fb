/** Who applies for what, when: sessions of one to three products over the year before day 0, with more of them lately. */
import type { LoanPurpose } from "../../modules/applications/index.js";
import type { ProductCategory } from "../../modules/catalog/index.js";
import type { Offering } from "./desk.js";
import { demoLenders } from "./lenders.js";
import type { Person } from "./people.js";
import type { Member } from "./person-rows.js";
import { Random } from "./random.js";
import type { Times } from "./times.js";

/** Where an application is to stand at day 0; NATURAL leaves it to the desk, the borrower and time. */
export type Fate =
  | "NATURAL"
  | "SUBMITTED"
  | "SCREENING"
  | "UNDER_REVIEW"
  | "NEED_MORE_INFO"
  | "COUNTER_OFFERED"
  | "APPROVED"
  | "ACCEPTED"
  | "FUNDED"
  | "WITHDRAWN";

export interface Wish {
  readonly member: Member;
  readonly offering: Offering;
  /** Fen. */
  readonly amount: bigint;
  readonly termCount: number;
  readonly method: Offering["version"]["repaymentMethods"][number];
  readonly purpose: LoanPurpose;
  /** Business time. */
  readonly submittedAt: Date;
  /** Applications of one session came from one draft; `place` counts those before. */
  readonly session: string;
  readonly place: number;
  readonly fate: Fate;
  /** The day a funded one must be paid out on, where that matters. */
  readonly paidOutOn?: string;
}

const YUAN = 100n;

const CATEGORIES: readonly (readonly [ProductCategory, number])[] = [
  ["CONSUMPTION", 28],
  ["RENOVATION", 20],
  ["CAR", 9],
  ["EDUCATION", 10],
  ["MEDICAL", 9],
  ["TRAVEL", 9],
  ["BUSINESS", 9],
  ["DEBT_CONSOLIDATION", 6],
];
const PURPOSE: Readonly<Record<ProductCategory, readonly LoanPurpose[]>> = {
  CONSUMPTION: ["DAILY_CONSUMPTION", "DAILY_CONSUMPTION", "WEDDING", "OTHER"],
  RENOVATION: ["RENOVATION"],
  CAR: ["CAR"],
  EDUCATION: ["EDUCATION"],
  MEDICAL: ["MEDICAL"],
  TRAVEL: ["TRAVEL"],
  BUSINESS: ["BUSINESS"],
  DEBT_CONSOLIDATION: ["DEBT_CONSOLIDATION"],
};
/** Months of income people typically ask for. */
const MULTIPLE: Readonly<Record<ProductCategory, number>> = {
  CONSUMPTION: 2.2,
  RENOVATION: 6,
  CAR: 9,
  EDUCATION: 3,
  MEDICAL: 2.5,
  TRAVEL: 1.3,
  BUSINESS: 4,
  DEBT_CONSOLIDATION: 5,
};

const DAYS = 362;
const YOUNGEST = 3;
const PAUSE_DAYS = 25;

/** What somebody believes they can pay a month, in yuan; not always what they can. */
const bearableBy = (random: Random, { monthlyIncome, monthlyDebtPayment }: Person): number =>
  Math.max(300, Number(monthlyIncome) * (0.4 + 0.07 * random.normal()) - Number(monthlyDebtPayment)) / 100;

/** Terms people like best are short; among the long ones a year and two. */
const liking = (term: number): number => (term <= 12 ? 3 : term <= 24 ? 1.1 : 0.6);

/** Fen, in steps people think in, within what the product lends. */
function inRange(yuan: number, { amountMin, amountMax }: Pick<Offering["version"], "amountMin" | "amountMax">): bigint {
  const step = yuan < 10_000 ? 500 : 1_000;
  const amount = BigInt(Math.round(yuan / step) * step) * YUAN;
  if (amount < amountMin) return amountMin;
  return amount > amountMax ? amountMax : amount;
}

/** Applications of one person for one product keep a distance, so that no two are under way at once. */
class Spacing {
  readonly #days = new Map<string, number[]>();

  isFree(member: Member, offering: Offering, daysAgo: number): boolean {
    const taken = this.#days.get(`${member.person.id}/${offering.productId}`) ?? [];
    return taken.every((day) => Math.abs(day - daysAgo) >= PAUSE_DAYS);
  }

  take(member: Member, offering: Offering, daysAgo: number): void {
    const key = `${member.person.id}/${offering.productId}`;
    this.#days.set(key, [...(this.#days.get(key) ?? []), daysAgo]);
  }
}

export class WishBook {
  readonly wishes: Wish[] = [];
  readonly #spacing = new Spacing();
  readonly #random = new Random("wishes");
  readonly #crowd: readonly (readonly [Member, number])[];

  constructor(
    members: readonly Member[],
    private readonly offerings: readonly Offering[],
    private readonly times: Times,
  ) {
    this.#crowd = members
      .filter(({ person }) => !person.isDemo)
      .map((member) => [member, member.person.eagerness] as const);
  }

  /** Adds one wish as it is. */
  add(wish: Wish): void {
    this.wishes.push(wish);
    this.#spacing.take(wish.member, wish.offering, this.times.age(wish.submittedAt));
  }

  /** A wish of somebody for one of these products at that moment, whom `suits` accepts. */
  draw(
    random: Random,
    from: readonly Offering[],
    submittedAt: Date,
    made: Partial<Pick<Wish, "amount" | "termCount" | "method">> & { fate: Fate; suits: (wish: Wish) => boolean },
  ): Wish {
    for (let attempt = 0; attempt < 400; attempt += 1) {
      const member = random.weighted(this.#crowd);
      const offering = random.pick(from);
      const daysAgo = this.times.age(submittedAt);
      if (!this.#spacing.isFree(member, offering, daysAgo)) continue;
      const { suits: _suits, ...given } = made;
      const ask = this.#ask(random, member, offering);
      const wish = { ...ask, submittedAt, session: random.id(), place: 0, ...given };
      if (made.suits(wish)) return wish;
    }
    throw new Error("nobody suits");
  }

  /** Fills up with sessions of everyday people until there are so many wishes. */
  fillTo(total: number): void {
    while (this.wishes.length < total) this.#session(total - this.wishes.length);
  }

  #session(most: number): void {
    const random = this.#random;
    const member = random.weighted(this.#crowd);
    const daysAgo = YOUNGEST + Math.floor(DAYS * random.next() ** 1.25);
    const submittedAt = this.times.daysAgo(daysAgo, random.whole(8 * 60, 22 * 60));
    const category = random.weighted(CATEGORIES);
    const open = this.offerings.filter(
      (offering) =>
        offering.version.category === category &&
        this.#isFor(random, member, offering) &&
        (offering.version.publishedAt?.getTime() ?? 0) < this.times.real(submittedAt).getTime() &&
        this.#spacing.isFree(member, offering, this.times.age(submittedAt)),
    );
    if (open.length === 0) return;
    const first = random.weighted(
      open.map((offering) => [offering, demoLenders.includes(offering.desk.lender) ? 2.2 : 1] as const),
    );
    const ask = this.#ask(random, member, first);
    const others = open.filter(
      ({ productId, version }) =>
        productId !== first.productId &&
        version.termOptions.includes(ask.termCount) &&
        version.repaymentMethods.includes(ask.method) &&
        version.amountMin <= ask.amount &&
        ask.amount <= version.amountMax,
    );
    const count = random.weighted([
      [0, 62],
      [1, 27],
      [2, 11],
    ]);
    const session = random.id(submittedAt.getTime());
    const chosen = [first, ...random.some(others, count)].slice(0, most);
    for (const [place, offering] of chosen.entries())
      this.add({
        ...ask,
        offering,
        submittedAt: new Date(submittedAt.getTime() + place * 1_000),
        session,
        place,
        fate: "NATURAL",
      });
  }

  /** People mostly apply where they are served; a few try all the same. */
  #isFor(random: Random, { person }: Member, { version }: Offering): boolean {
    const { employments, provinces, minMonthlyIncome, minAge, maxAge } = version.eligibility;
    const age = Number(this.times.dayZero.slice(0, 4)) - Number(person.birthOn.slice(0, 4));
    const isServed =
      age > minAge &&
      age < maxAge &&
      (employments.length === 0 || employments.includes(person.employment)) &&
      (provinces.length === 0 || provinces.includes(person.province)) &&
      (minMonthlyIncome == null || person.monthlyIncome >= minMonthlyIncome);
    return isServed || random.isChance(0.06);
  }

  #ask(
    random: Random,
    member: Member,
    offering: Offering,
  ): Pick<Wish, "member" | "offering" | "amount" | "termCount" | "method" | "purpose"> {
    const { version } = offering;
    const { person } = member;
    const wanted = (Number(person.monthlyIncome) / 100) * MULTIPLE[version.category] * Math.exp(0.5 * random.normal());
    const termCount = random.weighted(version.termOptions.map((term) => [term, liking(term)] as const));
    const bearable = bearableBy(random, person) * termCount;
    const amount = inRange(random.isChance(0.12) ? wanted : Math.min(wanted, bearable), version);
    const method = random.pick(version.repaymentMethods);
    return { member, offering, amount, termCount, method, purpose: random.pick(PURPOSE[version.category]) };
  }
}
