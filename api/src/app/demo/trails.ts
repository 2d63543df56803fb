/**
 * What people looked at before they applied, left by those who agreed to it. Each has a hidden taste: purposes they
 * come back to, and whether they go by cost, by speed or by name. Nothing in the product reads it; a recommender that
 * reads the trail has to find it.
 */
import type { activityChoices, activityRecords } from "../../modules/activity/activity.tables.js";
import { ActivityKind, activityEvents } from "../../modules/activity/index.js";
import type { ProductCategory } from "../../modules/catalog/index.js";
import type { CaseRow } from "./case-rows.js";
import type { Offering } from "./desk.js";
import type { EventLog } from "./event-log.js";
import { actorOf, type Member } from "./person-rows.js";
import { Random } from "./random.js";
import type { Times } from "./times.js";

type ChoiceRow = typeof activityChoices.$inferInsert;
type RecordRow = typeof activityRecords.$inferInsert;

/** Share of people who said yes, and of those who were asked and said no. */
const YES = 0.62;
const NO = 0.2;
/** Trails begin within what is kept. */
const DAYS = 170;
const MINUTE_MS = 60_000;

type Leaning = "COST" | "SPEED" | "NAME";

/** What draws somebody to a product. */
interface Taste {
  readonly categories: readonly (readonly [ProductCategory, number])[];
  readonly leaning: Leaning;
  readonly lender: string;
}

function tasteOf(random: Random, own: readonly CaseRow[], offerings: readonly Offering[]): Taste {
  const byProduct = new Map(offerings.map((offering) => [offering.productId, offering]));
  const applied = own.flatMap(({ productId }) => byProduct.get(productId) ?? []);
  const all = [...new Set(offerings.map(({ version }) => version.category))].sort();
  const liked = new Set([...applied.map(({ version }) => version.category), random.pick(all)]);
  const lender = (applied[0] ?? random.pick(offerings)).desk.lender.key;
  return {
    categories: all.map((category) => [category, liked.has(category) ? 12 : 0.5] as const),
    leaning: random.weighted([
      ["COST", 5],
      ["SPEED", 3],
      ["NAME", 3],
    ]),
    lender,
  };
}

/** How much a product draws the eye of somebody with this taste. */
function pullOf({ version, desk }: Offering, { leaning, lender }: Taste): number {
  if (leaning === "COST") return Math.exp(-version.annualCostMax / 60_000);
  if (leaning === "SPEED") return Math.exp(-version.disbursementHours / 18);
  return desk.lender.key === lender ? 6 : 1;
}

/** One sitting in front of the shelf: looks, stays, compares, calculates. */
class Sitting {
  readonly rows: RecordRow[] = [];
  #atMs: number;

  constructor(
    private readonly random: Random,
    private readonly borrowerId: string,
    private readonly times: Times,
    at: Date,
  ) {
    this.#atMs = at.getTime();
  }

  note(kind: ActivityKind, more: Partial<RecordRow>): void {
    this.#atMs += this.random.whole(5, 90) * 1_000;
    const occurredAt = new Date(this.#atMs);
    this.rows.push({
      id: this.random.id(this.#atMs),
      borrowerId: this.borrowerId,
      kind,
      productId: null,
      seconds: null,
      amount: null,
      termCount: null,
      category: null,
      occurredAt,
      occurredOn: this.times.dayOf(occurredAt),
      ...more,
    });
  }

  looksAt({ productId, version }: Offering, isKeen: boolean): void {
    const { random } = this;
    this.note(ActivityKind.PRODUCT_VIEWED, { productId });
    const seconds = isKeen ? random.whole(25, 240) : random.whole(3, 40);
    this.#atMs += seconds * 1_000;
    this.note(ActivityKind.PRODUCT_DWELT, { productId, seconds });
    if (random.isChance(isKeen ? 0.6 : 0.12))
      this.note(ActivityKind.CALCULATOR_USED, {
        productId,
        amount: version.amountMin,
        termCount: random.pick(version.termOptions),
      });
    if (random.isChance(isKeen ? 0.3 : 0.05)) this.note(ActivityKind.FAVOURITED, { productId });
  }

  compares(seen: readonly Offering[]): void {
    for (const { productId } of seen) this.note(ActivityKind.PRODUCT_COMPARED, { productId });
  }
}

/** Products of a purpose that somebody with this taste would look at, the strongest pull the most often. */
function drawn(random: Random, offerings: readonly Offering[], category: ProductCategory, taste: Taste): Offering[] {
  const left = offerings.filter(({ version }) => version.category === category);
  const found: Offering[] = [];
  for (let wanted = random.whole(2, 5); wanted > 0 && left.length > 0; wanted -= 1) {
    const next = random.weighted(left.map((offering) => [offering, pullOf(offering, taste)] as const));
    found.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return found;
}

interface Ground {
  readonly offerings: readonly Offering[];
  readonly times: Times;
}

/** The evening or two before an application: its product among others of its purpose. */
function beforeApplying(random: Random, row: CaseRow, taste: Taste, { offerings, times }: Ground): RecordRow[] {
  const chosen = offerings.find(({ productId }) => productId === row.productId);
  if (!chosen || times.age(row.submittedAt) > DAYS - 5) return [];
  const category = chosen.version.category;
  const at = new Date(row.submittedAt.getTime() - random.whole(40, 3 * 1_440) * MINUTE_MS);
  const sitting = new Sitting(random, row.borrowerId, times, at);
  sitting.note(ActivityKind.SEARCHED, { amount: row.amount, termCount: row.termCount, category });
  const others = drawn(random, offerings, category, taste).filter(({ productId }) => productId !== row.productId);
  for (const offering of others) sitting.looksAt(offering, false);
  sitting.looksAt(chosen, true);
  if (others.length > 0 && random.isChance(0.5)) sitting.compares([chosen, ...others.slice(0, 2)]);
  const start = new Date(row.submittedAt.getTime() - random.whole(3, 20) * MINUTE_MS);
  const starting = new Sitting(random, row.borrowerId, times, start);
  starting.note(ActivityKind.APPLICATION_STARTED, { productId: row.productId });
  return [...sitting.rows, ...starting.rows];
}

/** Looking around without applying, after one's taste. */
function browsing(random: Random, borrowerId: string, taste: Taste, { offerings, times }: Ground): RecordRow[] {
  const daysAgo = 1 + Math.floor(DAYS * random.next() ** 1.8);
  const sitting = new Sitting(
    random,
    borrowerId,
    times,
    times.daysAgo(Math.min(DAYS, daysAgo), random.whole(8 * 60, 22 * 60)),
  );
  const category = random.weighted(taste.categories);
  if (random.isChance(0.5)) sitting.note(ActivityKind.SEARCHED, { category });
  const seen = drawn(random, offerings, category, taste);
  for (const [index, offering] of seen.entries()) sitting.looksAt(offering, index === 0);
  if (seen.length > 1 && random.isChance(0.3)) sitting.compares(seen.slice(0, 3));
  return sitting.rows;
}

export interface Trails {
  readonly choices: readonly ChoiceRow[];
  readonly records: readonly RecordRow[];
}

/** Choices and trails of everybody; of those who did not agree there is no trail. */
export function leaveTrails(
  members: readonly Member[],
  applications: readonly CaseRow[],
  ground: Ground & { readonly textHash: string; readonly log: EventLog },
): Trails {
  const own = Map.groupBy(applications, ({ borrowerId }) => borrowerId);
  const choices: ChoiceRow[] = [];
  const records: RecordRow[] = [];
  for (const { person, joinedAt } of members) {
    const random = new Random(`trail/${person.identityNumber}`);
    const answer = random.next();
    const isAllowed = person.isDemo || answer < YES;
    if (!isAllowed && answer > YES + NO) continue;
    const at = new Date(joinedAt.getTime() + 20 * MINUTE_MS);
    choices.push(chosen(random, person.id, isAllowed, at, ground));
    noteChoice({ person, at, isAllowed }, ground);
    if (!isAllowed) continue;
    const applied = own.get(person.id) ?? [];
    const taste = tasteOf(random, applied, ground.offerings);
    for (const row of applied) records.push(...beforeApplying(random, row, taste, ground));
    for (let sittings = random.whole(2, 6); sittings > 0; sittings -= 1)
      records.push(...browsing(random, person.id, taste, ground));
  }
  return { choices, records };
}

const chosen = (
  random: Random,
  borrowerId: string,
  isAllowed: boolean,
  at: Date,
  { times, textHash }: { readonly times: Times; readonly textHash: string },
): ChoiceRow => ({
  id: random.id(at.getTime()),
  borrowerId,
  isAllowed,
  textHash,
  decidedAt: times.real(at),
  decidedOn: times.dayOf(at),
});

function noteChoice(
  { person, at, isAllowed }: { person: Member["person"]; at: Date; isAllowed: boolean },
  { log, textHash }: { readonly log: EventLog; readonly textHash: string },
): void {
  log.note(activityEvents.choiceChanged, {
    at,
    actor: actorOf(person),
    subject: ["Borrower", person.id],
    borrowerId: person.id,
    facts: { state: isAllowed ? "ALLOWED" : "REFUSED", textHash },
  });
}
