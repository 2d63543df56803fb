/** Lenders' listings over a fresh database: two banks, who writes, who reviews, and the steps from draft to shelf. */
import { newId } from "../../src/kernel/ids/index.js";
import type { InstitutionViewer, PlatformViewer, Viewer } from "../../src/kernel/viewer/index.js";
import type { ProductRow } from "../../src/modules/catalog/product.tables.js";
import type { ProductTerms } from "../../src/modules/catalog/product-terms.rules.js";
import { testCatalog } from "./catalog.js";
import { testKernel } from "./index.js";
import { sampleProduct } from "./sample-product.js";

const permissions = new Set(["listing:read", "listing:write", "listing:submit", "listing:review", "listing:suspend"]);
const person = (displayName: string) => ({ accountId: newId(), sessionId: newId(), permissions, displayName });
export const lender = (institutionId: string, name = "王经理"): InstitutionViewer => ({
  ...person(name),
  kind: "INSTITUTION",
  institutionId,
  decisionLimit: 0n,
});
const reviewer: PlatformViewer = { ...person("陈审核"), kind: "PLATFORM" };

/** Opens the market; the steps are those of `manager`, who writes, and `reviewer`, who agrees. */
export async function openListings() {
  const bank = newId();
  const otherBank = newId();
  const manager = lender(bank);
  const world = await testKernel();
  const { kernel } = world;
  const catalog = await testCatalog(kernel);
  kernel.approvals.register(catalog.approvals ?? []);
  for (const [id, uscc] of [
    [bank, "91310000MA1K35XQ0A"],
    [otherBank, "91310000MA1K35XQ0B"],
  ])
    await world.owner`insert into institutions (id, name, short_name, licence_kind, licence_number, uscc, state, province, service_phone, contact_email, monogram)
      values (${id ?? ""}, ${`江南银行${uscc}`}, '江南银行', 'BANK', 'B0001', ${uscc ?? ""}, 'ACTIVE', '江苏', '95500', 'a@example.com', '江')`;
  await catalog.catalog.refresh();

  const read = <T>(viewer: Viewer, work: Parameters<typeof kernel.db.read<T>>[1]) => kernel.db.read(viewer, work);
  const create = (changed: Partial<ProductTerms> = {}, viewer: Viewer = manager) =>
    catalog.listings.create(viewer, { terms: sampleProduct(changed), idempotencyKey: `key-${newId()}` });
  const submit = ({ id, version }: ProductRow) => catalog.listings.submit(manager, { productId: id, version });
  const pending = async (id: string) => {
    const approval = await read(reviewer, (reader) => kernel.approvals.pendingFor(reader, "product.publish", id));
    if (!approval) throw new Error("nothing waits");
    return approval;
  };
  const decide = async (
    id: string,
    verdict: "APPROVED" | "RETURNED" | "REJECTED",
    reason: string | null = null,
    viewer: Viewer = reviewer,
  ) => {
    const approval = await pending(id);
    return kernel.db.write(viewer, (tx) => kernel.approvals.decide(tx, viewer, approval.id, verdict, reason));
  };
  const listed = async (changed: Partial<ProductTerms> = {}) => {
    const row = await submit(await create(changed));
    await decide(row.id, "APPROVED");
    await catalog.catalog.refresh();
    return find(row.id);
  };
  const find = async (id: string) => {
    const row = await read(manager, (reader) => catalog.listings.find(reader, manager, id));
    if (!row) throw new Error("gone");
    return row;
  };
  const isOffered = (id: string) => catalog.catalog.snapshot().find(id) !== undefined;
  const eventsOf = async (id: string) =>
    (await world.owner`select name from events where subject_id = ${id} order by occurred_at, id`).map((row) =>
      String(row.name),
    );
  return {
    world,
    kernel,
    catalog,
    bank,
    otherBank,
    manager,
    reviewer,
    read,
    create,
    submit,
    pending,
    decide,
    listed,
    find,
    isOffered,
    eventsOf,
  };
}
