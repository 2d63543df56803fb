import { afterAll, describe, expect, test } from "vitest";
import { lender, openListings } from "../../../tests/kit/listings.js";
import { guaranteeFee, sampleProduct } from "../../../tests/kit/sample-product.js";
import { newId } from "../../kernel/ids/index.js";
import { anonymous, system } from "../../kernel/viewer/index.js";

const {
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
} = await openListings();
afterAll(() => world.close());

const refusal = (code: string, field?: string) => expect.objectContaining({ code, ...(field ? { field } : {}) });

describe("I-01 from draft to shelf", () => {
  test("borrowers see it only once somebody else has approved it, and then at once", async () => {
    const draft = await create();
    expect(draft.state).toBe("DRAFT");
    const submitted = await submit(draft);
    expect(submitted.state).toBe("IN_REVIEW");
    await catalog.catalog.refresh();
    expect(isOffered(draft.id)).toBe(false);
    expect(await read(anonymous, (reader) => catalog.catalog.find(reader, { id: draft.id }))).toBeNull();
    const before = catalog.catalog.snapshot().version;
    await decide(draft.id, "APPROVED");
    await catalog.catalog.refresh();
    expect(isOffered(draft.id)).toBe(true);
    expect(catalog.catalog.snapshot().version).toBe(before + 1);
    expect(await eventsOf(draft.id)).toEqual(["listing.drafted", "listing.submitted", "listing.published"]);
  });

  test("the same intent sent twice makes one product; other terms under the same key are refused", async () => {
    const input = { terms: sampleProduct(), idempotencyKey: `key-${newId()}` };
    const [first, second] = [
      await catalog.listings.create(manager, input),
      await catalog.listings.create(manager, input),
    ];
    expect(second.id).toBe(first.id);
    await expect(
      catalog.listings.create(manager, { ...input, terms: sampleProduct({ coolingOffDays: 3 }) }),
    ).rejects.toEqual(refusal("KEY_REUSED"));
  });

  test("I-02 every parameter comes back as it was written", async () => {
    const terms = sampleProduct({
      fees: [
        guaranteeFee({ amount: 1_200n }),
        guaranteeFee({
          code: "SERVICE",
          basis: "RATE_OF_PRINCIPAL",
          amount: null,
          rate: 5_000,
          timing: "UPFRONT",
          payment: "DEDUCTED",
        }),
      ],
      eligibility: {
        minAge: 20,
        maxAge: 55,
        minMonthlyIncome: 650_000n,
        employments: ["EMPLOYED"],
        provinces: ["江苏", "浙江"],
        minEmploymentMonths: 12,
      },
      dayCount: "ACT_365",
      dueShift: "PREVIOUS_WORKING_DAY",
    });
    const row = await create(terms);
    const [version] = await read(manager, (reader) => versionsOf(reader, row.id));
    expect(version).toMatchObject({ ...terms, number: 1, publishedAt: null });
    expect(version?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(version?.contingentCosts.map((cost) => cost.code)).toEqual([
      "OVERDUE_INTEREST",
      "MISUSE_INTEREST",
      "EARLY_SETTLEMENT",
    ]);
  });

  test("A-21 the maker cannot be the checker, and the institution cannot approve its own", async () => {
    const row = await submit(await create());
    await expect(decide(row.id, "APPROVED", null, manager)).rejects.toEqual(refusal("NOT_FOUND"));
    const approval = await pending(row.id);
    await world.owner`update approvals set maker_id = ${reviewer.accountId} where id = ${approval.id}`;
    await expect(decide(row.id, "APPROVED")).rejects.toEqual(refusal("APPROVAL_MAKER_CANNOT_CHECK"));
  });

  test("a returned draft goes back with the reason, can be changed and submitted again", async () => {
    const row = await submit(await create());
    await expect(
      catalog.listings.saveDraft(manager, { productId: row.id, version: row.version, terms: sampleProduct() }),
    ).rejects.toEqual(refusal("CATALOG_DRAFT_IN_REVIEW"));
    await expect(decide(row.id, "RETURNED")).rejects.toEqual(refusal("APPROVAL_REASON_REQUIRED"));
    await decide(row.id, "RETURNED", "请补充收费说明");
    const returned = await find(row.id);
    expect(returned).toMatchObject({ state: "DRAFT", returnedReason: "请补充收费说明" });
    const saved = await catalog.listings.saveDraft(manager, {
      productId: row.id,
      version: returned.version,
      terms: sampleProduct({ coolingOffDays: 5 }),
    });
    expect((await submit(saved)).state).toBe("IN_REVIEW");
    await decide(row.id, "APPROVED");
    expect((await find(row.id)).state).toBe("PUBLISHED");
  });
});

const versionsOf = async (reader: Parameters<Parameters<typeof kernel.db.read>[1]>[0], id: string) => {
  const { versionsByProduct } = await import("./product.loaders.js");
  return (await versionsByProduct.batch(reader, [id], manager))[0] ?? [];
};

describe("I-02 A-16 2-24 what is refused", () => {
  const overCap = { rateMax: 240_000, fees: [guaranteeFee()] };

  test("over the cap: as a draft, when saved, when submitted and when approved, each time with the figures", async () => {
    await expect(create(overCap)).rejects.toMatchObject({
      code: "CATALOG_RATE_OVER_CAP",
      field: "terms.rateMax",
      params: { cap: "0.240000", method: "IRR_NOMINAL_SIMPLE" },
    });
    const row = await create();
    await expect(
      catalog.listings.saveDraft(manager, { productId: row.id, version: row.version, terms: sampleProduct(overCap) }),
    ).rejects.toEqual(refusal("CATALOG_RATE_OVER_CAP", "terms.rateMax"));
    await lowerCap("IRR_NOMINAL_SIMPLE:110000");
    await expect(submit(row)).rejects.toEqual(refusal("CATALOG_RATE_OVER_CAP", "terms.rateMax"));
    await lowerCap("IRR_NOMINAL_SIMPLE:240000");
    const submitted = await submit(row);
    await lowerCap("IRR_NOMINAL_SIMPLE:110000");
    await expect(decide(submitted.id, "APPROVED")).rejects.toEqual(refusal("CATALOG_RATE_OVER_CAP"));
    await lowerCap("IRR_NOMINAL_SIMPLE:240000");
    expect((await find(row.id)).state).toBe("IN_REVIEW");
    await decide(submitted.id, "APPROVED");
  });

  test("a cap lowered later takes the dearer products off the shelf and refuses their quotes", async () => {
    const row = await listed();
    const product = catalog.catalog.offered(row.id);
    await lowerCap("IRR_NOMINAL_SIMPLE:110000");
    await catalog.catalog.refresh();
    expect(isOffered(row.id)).toBe(false);
    expect(() => catalog.catalog.quote(product, {})).toThrow(refusal("CATALOG_RATE_OVER_CAP"));
    await lowerCap("IRR_NOMINAL_SIMPLE:240000");
    await catalog.catalog.refresh();
    expect(isOffered(row.id)).toBe(true);
    expect(catalog.catalog.quote(product, {}).annualCost.primary).toBeLessThanOrEqual(120_100);
  });

  test("a banned claim may be drafted but not submitted, and the refusal names the field", async () => {
    const row = await create({ tagline: "全网最低利率，秒批" });
    await expect(submit(row)).rejects.toEqual(refusal("CATALOG_CHECK_FAILED", "terms.tagline"));
    expect((await find(row.id)).state).toBe("DRAFT");
  });

  test("broken terms, and amounts over the ceiling of the lender's licence, are refused at their field", async () => {
    await expect(create({ amountMin: 30_000_000n, amountMax: 20_000_000n })).rejects.toEqual(
      refusal("CATALOG_RANGE_INVERTED", "terms.amountMin"),
    );
    await expect(create({ amountMax: 30_000_100n })).rejects.toEqual(
      refusal("CATALOG_AMOUNT_INVALID", "terms.amountMax"),
    );
    await expect(create({ amountMax: 30_000_100n, category: "BUSINESS" })).resolves.toBeDefined();
  });

  test("somebody else's product is not found, whatever is asked of it", async () => {
    const row = await listed();
    const stranger = lender(otherBank, "李经理");
    const input = { productId: row.id, version: row.version, reason: "x", terms: sampleProduct() };
    expect(await read(stranger, (reader) => catalog.listings.find(reader, stranger, row.id))).toBeNull();
    for (const act of [catalog.listings.saveDraft, catalog.listings.submit, catalog.listings.unpublish])
      await expect(act.call(catalog.listings, stranger, input)).rejects.toEqual(refusal("NOT_FOUND"));
    await expect(
      catalog.listings.create(reviewer, { terms: sampleProduct(), idempotencyKey: "12345678" }),
    ).rejects.toEqual(refusal("NOT_FOUND"));
    await expect(catalog.listings.unpublish(reviewer, input)).rejects.toEqual(refusal("NOT_FOUND"));
    await expect(catalog.listings.suspend(manager, input)).rejects.toEqual(refusal("NOT_FOUND"));
    const page = await read(stranger, (reader) => catalog.listings.page(reader, stranger, {}, { first: 100 }));
    expect(page.edges.some(({ node }) => node.institutionId === bank)).toBe(false);
  });

  test("a stale version and a missing draft are conflicts", async () => {
    const row = await listed();
    await expect(submit({ ...row, version: row.version - 1 })).rejects.toEqual(refusal("CONFLICT"));
    await expect(submit(row)).rejects.toEqual(refusal("CATALOG_NO_DRAFT"));
  });

  async function lowerCap(value: string) {
    await world.owner`update parameter_versions set value = ${value} where parameter_id = (select id from parameters where name = 'rateCap.BANK')`.catch(
      async () => {
        await world.owner`alter table parameter_versions disable trigger all`;
        await world.owner`update parameter_versions set value = ${value} where parameter_id = (select id from parameters where name = 'rateCap.BANK')`;
      },
    );
    await catalog.settings.load();
  }
});

describe("I-03 a new version", () => {
  test("stands beside the published one until it is approved; the old one never changes", async () => {
    const row = await listed();
    const first = catalog.catalog.offered(row.id);
    const saved = await catalog.listings.saveDraft(manager, {
      productId: row.id,
      version: row.version,
      terms: sampleProduct({ rateMax: 150_000 }),
    });
    const submitted = await submit(saved);
    expect(submitted.state).toBe("PUBLISHED");
    await catalog.catalog.refresh();
    expect(catalog.catalog.offered(row.id).versionId).toBe(first.versionId);
    expect((await pending(row.id)).diff).toEqual({ rateMax: ["0.120000", "0.150000"] });
    await decide(row.id, "APPROVED");
    await catalog.catalog.refresh();
    expect(catalog.catalog.offered(row.id)).toMatchObject({ version: 2, rateMax: 150_000 });
    const { productVersionById } = await import("./product.loaders.js");
    const [old] = await read(anonymous, (reader) => productVersionById.batch(reader, [first.versionId], anonymous));
    expect(old).toMatchObject({ version: 1, rateMax: 120_000, contentHash: first.contentHash });
  });

  test("the database itself refuses to change what was published, or what is under review", async () => {
    const row = await listed();
    const version = catalog.catalog.offered(row.id).versionId;
    await expect(
      world.owner`update product_versions set rate_max = 1000, rate_min = 0 where id = ${version}`,
    ).rejects.toThrow(/immutable/);
    await expect(world.owner`delete from product_versions where id = ${version}`).rejects.toThrow(/immutable/);
    const waiting = await submit(await create());
    await expect(
      world.owner`update product_versions set name = 'x' where id = ${waiting.draftVersionId}`,
    ).rejects.toThrow(/frozen/);
  });

  test("a rejected second version leaves the first on the shelf", async () => {
    const row = await listed();
    const saved = await catalog.listings.saveDraft(manager, {
      productId: row.id,
      version: row.version,
      terms: sampleProduct({ name: "安居二号贷" }),
    });
    await submit(saved);
    await decide(row.id, "REJECTED", "名称不合规");
    expect(await find(row.id)).toMatchObject({ state: "PUBLISHED", returnedReason: "名称不合规" });
    await catalog.catalog.refresh();
    expect(catalog.catalog.offered(row.id).name).toBe("安居装修贷");
  });
});

describe("I-04 A-28 off the shelf and back", () => {
  test("a suspension by the platform is gone from the shelf at once, keeps its page and names others", async () => {
    const [row, other] = [await listed(), await listed({ name: "安居二手房装修贷" })];
    await catalog.listings.suspend(reviewer, { productId: row.id, reason: "投诉集中" });
    await catalog.catalog.refresh();
    expect(isOffered(row.id)).toBe(false);
    expect(() => catalog.catalog.offered(row.id)).toThrow(refusal("PRODUCT_NOT_AVAILABLE"));
    const page = await read(anonymous, (reader) => catalog.catalog.find(reader, { slug: row.slug }));
    expect(page).toMatchObject({ id: row.id, isAvailable: false });
    const alternatives = page ? catalog.catalog.alternativesTo(page).map((product) => product.id) : [];
    expect(alternatives).not.toContain(row.id);
    expect(alternatives.length).toBeGreaterThan(0);
    expect(isOffered(other.id)).toBe(true);
    await expect(catalog.listings.suspend(reviewer, { productId: row.id, reason: "again" })).rejects.toEqual(
      refusal("CATALOG_STATE_CONFLICT"),
    );
    await catalog.listings.resume(reviewer, { productId: row.id, reason: "已整改" });
    await catalog.catalog.refresh();
    expect(isOffered(row.id)).toBe(true);
    expect((await eventsOf(row.id)).slice(-2)).toEqual(["listing.suspended", "listing.resumed"]);
  });

  test("an institution takes its own down; listing it again needs review again", async () => {
    const row = await listed();
    await expect(catalog.listings.unpublish(manager, { productId: row.id, reason: " " })).rejects.toEqual(
      refusal("CATALOG_TEXT_INVALID", "reason"),
    );
    const down = await catalog.listings.unpublish(manager, { productId: row.id, reason: "停售" });
    await catalog.catalog.refresh();
    expect(isOffered(row.id)).toBe(false);
    const saved = await catalog.listings.saveDraft(manager, {
      productId: row.id,
      version: down.version,
      terms: sampleProduct(),
    });
    expect((await submit(saved)).state).toBe("IN_REVIEW");
    await decide(row.id, "APPROVED");
    await catalog.catalog.refresh();
    expect(isOffered(row.id)).toBe(true);
  });

  test("a draft approved after its product was taken down does not put it back", async () => {
    const row = await listed();
    const saved = await catalog.listings.saveDraft(manager, {
      productId: row.id,
      version: row.version,
      terms: sampleProduct({ coolingOffDays: 1 }),
    });
    await submit(saved);
    await catalog.listings.unpublish(manager, { productId: row.id, reason: "停售" });
    await decide(row.id, "APPROVED");
    await catalog.catalog.refresh();
    expect(isOffered(row.id)).toBe(false);
  });
});

describe("listings and preview", () => {
  test("pages by state and by text, last changed first, each product once", async () => {
    const row = await create({ name: "独一无二教育贷", category: "EDUCATION" });
    const found = await read(manager, (reader) =>
      catalog.listings.page(reader, manager, { text: "独一无二", states: ["DRAFT"] }, { first: 10 }),
    );
    expect(found.edges.map(({ node }) => node.id)).toEqual([row.id]);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await read(reviewer, (reader) => catalog.listings.page(reader, reviewer, {}, { first: 3, after }));
      seen.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen[0]).toBe(row.id);
    await expect(
      read(manager, async (reader) => catalog.listings.page(reader, manager, { text: "a\u0000" }, { first: 3 })),
    ).rejects.toEqual(refusal("CATALOG_TEXT_UNUSABLE"));
  });

  test("a preview prices both ends and keeps nothing", async () => {
    const before = await world.owner`select count(*)::int as count from products`;
    const preview = await read(manager, (reader) =>
      catalog.listings.preview(reader, manager, sampleProduct({ fees: [guaranteeFee()] })),
    );
    expect(preview.cheapest?.annualCost.primary).toBe(preview.annualCost?.min);
    expect(preview.dearest?.annualCost.primary).toBe(preview.annualCost?.max);
    expect(preview.checks.every((check) => check.verdict !== "FAIL")).toBe(true);
    const broken = await read(manager, (reader) =>
      catalog.listings.preview(reader, manager, sampleProduct({ termOptions: [] })),
    );
    expect(broken).toMatchObject({ annualCost: null, cheapest: null, dearest: null });
    expect(await world.owner`select count(*)::int as count from products`).toEqual(before);
  });

  test("the walls: a stranger's transaction sees no draft, a guest sees only what was once published", async () => {
    const row = await create();
    for (const viewer of [anonymous, lender(otherBank)])
      expect(await read(viewer, (reader) => versionsOf(reader, row.id))).toEqual([]);
    expect(await read(system, (reader) => versionsOf(reader, row.id))).toHaveLength(1);
  });
});
