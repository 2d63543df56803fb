/** The shelf on its way in and out of the catalogue: published, suspended, taken down, under review and in draft. */
import type { Tx } from "../../kernel/database/index.js";
import type { Kernel } from "../../kernel/index.js";
import { ProductState } from "../../modules/catalog/index.js";
import * as products from "../../modules/catalog/product.repository.js";
import type { Modules } from "../modules.js";
import { adminOf, staffOf } from "./demo-viewers.js";
import { demoLenders, type Lender, lenders } from "./lenders.js";
import { Random } from "./random.js";
import { comingShelf, formerShelf, type ShelfLine, shelf } from "./shelf.js";
import { termsOf } from "./shelf-terms.js";
import type { Times } from "./times.js";

const lenderNamed = (key: string): Lender => {
  const lender = lenders.find((candidate) => candidate.key === key);
  if (!lender) throw new Error(`no lender is called ${key}`);
  return lender;
};

/** The same product has the same id in every database, so that its address stays. */
const idOf = (line: ShelfLine, index: number): string =>
  new Random(`product-id/${line.name}`).id(1_700_000_100_000 + index);

/** Published well before the first application of the invented year, a few of them lately. */
const publishedOn = (index: number): number => (index % 11 === 10 ? 20 + index : 400 + ((index * 7) % 60));

/** Publishes the whole shelf, and what will be taken off it again. */
export async function publishShelf(tx: Tx, { catalog }: Modules["catalog"], times: Times): Promise<void> {
  const lines = [...shelf, formerShelf.suspended, formerShelf.unpublished];
  await catalog.createPublished(
    tx,
    lines.map((line, index) => {
      const lender = lenderNamed(line.lender);
      const publishedAt = times.real(times.daysAgo(publishedOn(index), 10 * 60));
      return { id: idOf(line, index), institutionId: lender.id, terms: termsOf(line, lender), publishedAt };
    }),
  );
}

async function write(
  kernel: Kernel,
  { listings }: Modules["catalog"],
  line: ShelfLine,
  isSubmitted: boolean,
): Promise<void> {
  const lender = lenderNamed(line.lender);
  const manager = await staffOf(kernel, lender, "manager");
  const terms = termsOf(line, lender);
  const {
    id: productId,
    state,
    version,
  } = await listings.create(manager, { terms, idempotencyKey: `demo:${line.name}` });
  if (isSubmitted && state === ProductState.DRAFT) await listings.submit(manager, { productId, version });
}

/** Drafts, submissions, a suspension and a withdrawal through the same doors as anybody's; safe to repeat. */
export async function bringToMarketStates(kernel: Kernel, modules: Modules["catalog"]): Promise<void> {
  for (const line of comingShelf.drafts) await write(kernel, modules, line, false);
  for (const line of comingShelf.inReview) await write(kernel, modules, line, true);
  const idIn = (line: ShelfLine, place: number) => idOf(line, shelf.length + place);
  const [suspendedId, unpublishedId] = [idIn(formerShelf.suspended, 0), idIn(formerShelf.unpublished, 1)];
  const admin = await adminOf(kernel);
  const owner = demoLenders.find(({ key }) => key === formerShelf.unpublished.lender) ?? lenderNamed("qiwu");
  const manager = await staffOf(kernel, owner, "manager");
  const standing = await kernel.db.read(admin, (reader) => products.published(reader));
  const isStanding = (id: string) => standing.some((row) => row.id === id);
  if (isStanding(suspendedId))
    await modules.listings.suspend(admin, {
      productId: suspendedId,
      reason: "宣传页面与合同费用说明不一致，核实期间暂停",
    });
  if (isStanding(unpublishedId))
    await modules.listings.unpublish(manager, { productId: unpublishedId, reason: "产品方案调整" });
}
