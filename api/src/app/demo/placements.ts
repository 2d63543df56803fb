/** Slots that lenders pay for, booked through the same door as anybody's and agreed to by a second person. */
import { addDays } from "@daichao/finance";
import { eq } from "drizzle-orm";
import { approvals } from "../../kernel/approvals/approval.tables.js";
import { ApprovalState } from "../../kernel/approvals/index.js";
import type { Kernel } from "../../kernel/index.js";
import type { ProductView } from "../../modules/catalog/index.js";
import type { BookPlacement } from "../../modules/marketing/index.js";
import { placements } from "../../modules/marketing/placement.tables.js";
import type { Modules } from "../modules.js";
import { adminOf } from "./demo-viewers.js";

interface Slot {
  readonly key: string;
  readonly name: string;
  readonly place: BookPlacement["place"];
  readonly dailyPrice: bigint;
  readonly days: number;
  /** One is left for the second person to see. */
  readonly isAgreed: boolean;
  readonly startsIn?: number;
}

const SLOTS: readonly Slot[] = [
  { key: "home-1", name: "栖梧日常消费贷", place: "HOME", dailyPrice: 80_000n, days: 60, isAgreed: true },
  { key: "products-1", name: "禾序家装分期", place: "PRODUCTS", dailyPrice: 60_000n, days: 60, isAgreed: true },
  { key: "products-2", name: "北珩精装贷", place: "PRODUCTS", dailyPrice: 50_000n, days: 45, isAgreed: true },
  { key: "home-2", name: "海砚海岸装修贷", place: "HOME", dailyPrice: 90_000n, days: 14, isAgreed: false, startsIn: 7 },
];

/** Safe to repeat: a slot that was asked for is not asked for again. */
export async function bookPlacements(kernel: Kernel, { catalog, marketing }: Modules): Promise<void> {
  if (await kernel.db.read(await adminOf(kernel), (reader) => reader.$count(placements))) return;
  const maker = await adminOf(kernel);
  const checker = await adminOf(kernel, "risk-officer");
  const shelf = new Map(catalog.catalog.snapshot().products.map((product) => [product.name, product]));
  for (const slot of SLOTS) {
    const product = shelf.get(slot.name);
    if (!product) continue;
    const row = await marketing.placements.book(maker, bookingOf(slot, product, kernel.clock.today()));
    if (!slot.isAgreed) continue;
    await kernel.db.write(checker, async (tx) => {
      const [wish] = await tx.select().from(approvals).where(eq(approvals.subjectId, row.id));
      if (wish?.state === ApprovalState.PENDING) await kernel.approvals.decide(tx, checker, wish.id, "APPROVED", null);
    });
  }
}

function bookingOf(slot: Slot, { id }: ProductView, today: string): BookPlacement {
  const startsOn = addDays(today, slot.startsIn ?? 0);
  return {
    place: slot.place,
    productId: id,
    startsOn,
    endsOn: addDays(startsOn, slot.days - 1),
    dailyPrice: slot.dailyPrice,
    budget: slot.dailyPrice * BigInt(slot.days),
    idempotencyKey: `demo:placement:${slot.key}`,
  };
}
