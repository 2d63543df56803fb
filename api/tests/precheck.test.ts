/** From five answers as a guest to an application that asks them no second time. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, type World } from "./kit/world.js";
import { mutation } from "./kit/world-documents.js";

const ANSWERS = {
  amount: "30000.00",
  termCount: 12,
  employment: "EMPLOYED",
  monthlyIncome: "12000.00",
  monthlyDebtPayment: "800.00",
  ageBand: "FROM_31",
  provinceCode: "37",
};
const PRECHECK = `token matchCount productCount isClaimed advice { amount termCount matchCount }
  items { product { id } match { isMatch lines { criterion verdict text } } }`;
const PROFILE = `viewer { borrower { profile { employment monthlyIncome monthlyDebtPayment province employer
  facts { field source isStale } } } }`;

interface PrecheckView {
  readonly token: string;
  readonly matchCount: number;
  readonly productCount: number;
  readonly isClaimed: boolean;
  readonly advice: readonly { readonly amount: string; readonly termCount: number; readonly matchCount: number }[];
  readonly items: readonly {
    readonly product: { readonly id: string };
    readonly match: { readonly isMatch: boolean; readonly lines: readonly { criterion: string; verdict: string }[] };
  }[];
}
interface ProfileView {
  readonly viewer: {
    readonly borrower: {
      readonly profile: { readonly facts: readonly { field: string; source: string; isStale: boolean }[] } | null;
    };
  };
}

let world: World;
const shelf = { open: "", strict: "" };
beforeAll(async () => {
  world = await openWorld();
  shelf.open = await world.publishes("A");
  const eligibility = { minAge: 20, maxAge: 60, minMonthlyIncome: "20000.00", employments: [], provinces: [] };
  shelf.strict = await world.publishes("B", { name: "高薪装修贷", eligibility });
}, 120_000);
afterAll(async () => {
  await world.booksBalance();
  await world.close();
});

const asked = async (changed: Partial<typeof ANSWERS> = {}, caller = world.guest()): Promise<PrecheckView> =>
  (
    await caller.run<{ runPrecheck: PrecheckView }>(mutation("runPrecheck", PRECHECK), {
      input: { ...ANSWERS, ...changed },
    })
  ).runPrecheck;
const marks = () =>
  world.owner`select (select count(*) from bureau_queries) as queries, (select count(*) from credit_reports) as reports,
    (select count(*) from consents) as consents, (select count(*) from access_records) as looks`;

describe("a guest's pre-check", () => {
  it("2-01: names what suits and what stands in the way, and leaves no mark anywhere", async () => {
    const before = await marks();
    const found = await asked();
    expect(found).toMatchObject({ matchCount: 1, productCount: 2, isClaimed: false });
    expect(found.items.map(({ product, match }) => [product.id, match.isMatch])).toEqual([
      [shelf.open, true],
      [shelf.strict, false],
    ]);
    const failures = found.items[1]?.match.lines.filter(({ verdict }) => verdict === "NOT_MET");
    expect(failures?.map(({ criterion }) => criterion)).toEqual(["INCOME"]);
    expect(await marks()).toEqual(before);
  });

  it("2-01: is refused on the field, in the reader's language, and then keeps nothing", async () => {
    const count = async () => Number((await world.owner`select count(*) as n from prechecks`)[0]?.n);
    const before = await count();
    const refusalIn = async (language: string) =>
      (await world.guest(language).ask(mutation("runPrecheck", "token"), { input: { ...ANSWERS, provinceCode: "99" } }))
        .refusals[0];
    const [chinese, english] = [await refusalIn("zh-CN"), await refusalIn("en-US")];
    expect(chinese?.extensions).toMatchObject({ kind: "invalid", field: "provinceCode" });
    expect(chinese?.message).toMatch(/[\u4e00-\u9fff]/);
    expect(english?.message).not.toMatch(/[\u4e00-\u9fff]/);
    expect(await count()).toBe(before);
  });
});

describe("the account that follows", () => {
  it("2-01 B-12: takes the answers over with their source, and an application asks only for the rest", async () => {
    const { token } = await asked();
    const li = await world.borrower().registers();
    const claim = () =>
      li.run<{ claimPrecheck: { fields: string[] } }>(mutation("claimPrecheck", "fields"), { input: { token } });
    const asks = async () => (await li.drafts([shelf.open])).missing.map(({ field }) => field);
    const before = await asks();
    const { fields } = (await claim()).claimPrecheck;
    expect([...fields].sort()).toEqual(["employment", "monthlyDebtPayment", "monthlyIncome", "province"]);
    const { profile } = (await li.run<ProfileView>(`{ ${PROFILE} }`)).viewer.borrower;
    expect(profile).toMatchObject({ employment: "EMPLOYED", monthlyIncome: "12000.00", province: "山东省" });
    expect(profile?.facts.map(({ source, isStale }) => [source, isStale])).toEqual(
      fields.map(() => ["PRECHECK", false]),
    );

    const after = await asks();
    expect(before).toEqual(expect.arrayContaining(["employment", "monthlyIncome"]));
    expect(after).toEqual(before.filter((field) => !fields.includes(field)));
    // The second press of the same person changes nothing; another person is told the same as of a token that never was.
    expect((await claim()).claimPrecheck.fields).toEqual([]);
    const other = await world.borrower().registers();
    const taken = other.run(mutation("claimPrecheck", "fields"), { input: { token } });
    await expect(taken).rejects.toMatchObject({ code: "NOT_FOUND" });
    const unknown = other.run(mutation("claimPrecheck", "fields"), { input: { token: randomUUID() } });
    await expect(unknown).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("B-12: the second application asks for nothing the first one was given, and for what has gone stale since", async () => {
    const sun = await world.borrower().isReady();
    expect((await sun.drafts([shelf.open])).missing).toEqual([]);
    // Years go by: versions are append-only, so the fault is planted behind the trigger's back.
    await world.owner.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`update profile_versions set provenance =
        jsonb_set(provenance, '{monthlyIncome,recordedAt}', '"2020-01-01T00:00:00.000Z"') where borrower_id = ${sun.id}`;
    });
    const missing = (await sun.drafts([shelf.open])).missing.map(({ field }) => field);
    expect(missing).toEqual(["monthlyIncome"]);
  });
});
