import { seeded } from "@daichao/scoring";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Market, openMarket } from "../../../tests/kit/market.js";
import { everydayPast, openMatching, plantPast } from "../../../tests/kit/matching.js";
import { newId } from "../../kernel/ids/index.js";
import { anonymous, type BorrowerViewer, system } from "../../kernel/viewer/index.js";
import type { PrecheckAnswers } from "./precheck.rules.js";

let market: Market;
let matching: ReturnType<typeof openMatching>;
let products: string[];

const answers: PrecheckAnswers = {
  amount: 3_000_000n,
  termCount: 12,
  employment: "EMPLOYED",
  monthlyIncome: 1_200_000n,
  monthlyDebtPayment: 100_000n,
  ageBand: "FROM_31",
  provinceCode: "11",
};
const run = (changed: Partial<PrecheckAnswers> = {}) =>
  matching.prechecks.run({ ...answers, ...changed }, "203.0.113.9");

/** Somebody who has just registered and said nothing yet. */
async function blank(phone: string): Promise<BorrowerViewer> {
  const { id } = await market.kernel.db.write(system, (tx) =>
    market.identity.createBorrowerAccount(tx, system, { phone, passwordHash: "x" }),
  );
  const own = { accountId: id, borrowerId: id, sessionId: newId(), displayName: "新用户", isFrozen: false };
  return { ...own, kind: "BORROWER", permissions: new Set(["precheck:claim"]) };
}

beforeAll(async () => {
  market = await openMarket();
  const one = await market.lender("甲银行");
  const other = await market.lender("乙消金", "CONSUMER_FINANCE");
  const eligibility = { minAge: 18, maxAge: 65, employments: [], provinces: [], minEmploymentMonths: null };
  products = [
    await market.product(one.id, { eligibility: { ...eligibility, minMonthlyIncome: 2_000_000n } }),
    await market.product(one.id, { eligibility: { ...eligibility, minMonthlyIncome: null } }),
    await market.product(other.id, { eligibility: { ...eligibility, minMonthlyIncome: null } }),
  ];
  matching = openMatching(market);
  await plantPast(market, everydayPast(products, 900, seeded(21)));
  await matching.training.train(system);
});
afterAll(async () => {
  await matching.shown.stop();
  await market.close();
});

describe("a pre-check", () => {
  it("2-01: asks no bureau and notes no query, whatever is answered", async () => {
    const counted = () => market.owner`
      select (select count(*) from bureau_queries) as queries, (select count(*) from credit_reports) as reports,
        (select count(*) from access_records) as looks, (select count(*) from consents) as consents`;
    const before = await counted();
    for (const monthlyIncome of [0n, 300_000n, 9_000_000n]) await run({ monthlyIncome });
    expect(await counted()).toEqual(before);
    expect(market.bureau.questions).toBe(0);
  });

  it("2-01: says how likely each product is, and of the others what stands in the way", async () => {
    const found = await run();
    expect(found).toMatchObject({ matchCount: 2, productCount: 3 });
    expect(["HIGH", "MEDIUM", "LOW"]).toContain(found.band);
    const refused = found.items.at(-1);
    expect(refused?.priced.product.id).toBe(products[0]);
    expect(
      refused?.match.lines.filter(({ verdict }) => verdict === "NOT_MET").map(({ criterion }) => criterion),
    ).toEqual(["INCOME"]);
    expect(refused?.match.odds).toBeNull();
  });

  it("2-01: advice is kept when it is followed: so many products suit the changed wish", async () => {
    const found = await run({ amount: 12_000_000n, monthlyIncome: 800_000n });
    expect(found.matchCount).toBe(0);
    expect(found.advice.length).toBeGreaterThan(0);
    for (const { amount, termCount, matchCount } of found.advice)
      expect((await run({ amount, termCount, monthlyIncome: 800_000n })).matchCount).toBe(matchCount);
  });

  it("2-01: is found again by its token only, and not after its last day", async () => {
    const { token, expiresOn } = await run();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await matching.prechecks.find(token)).toMatchObject({ monthlyIncome: 1_200_000n, isClaimed: false });
    expect(await matching.prechecks.find(`${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`)).toBeNull();
    const stored = await market.owner`select token_hash from prechecks`;
    expect(stored.some(({ token_hash }) => token_hash === token)).toBe(false);
    await market.owner`update prechecks set expires_on = current_date - 400`;
    expect(await matching.prechecks.find(token)).toBeNull();
    expect(await matching.prechecks.forget(expiresOn)).toBeGreaterThan(0);
    expect(await market.owner`select 1 from prechecks`).toHaveLength(0);
  });

  it("2-01: no row of it can be read from outside, with whatever id", async () => {
    await run();
    const seen = await market.kernel.db.read(anonymous, (reader) =>
      reader.execute("select count(*)::int as n from prechecks"),
    );
    expect(seen[0]).toEqual({ n: 0 });
  });

  it("2-01: one address may not flood it", async () => {
    await market.owner`delete from prechecks`;
    await market.owner`alter table parameter_versions disable trigger all`;
    await market.owner`update parameter_versions set value = '60'
      where parameter_id = (select id from parameters where name = 'precheck.perIpPerHour')`;
    await market.settings.load();
    for (let tries = 0; tries < 60; tries += 1) await matching.prechecks.run(answers, "198.51.100.7");
    await expect(matching.prechecks.run(answers, "198.51.100.7")).rejects.toMatchObject({ code: "PRECHECK_TOO_MANY" });
    await expect(run()).resolves.toMatchObject({ matchCount: 2 });
  });

  it("2-01: once claimed its answers fill the profile's gaps, with their source and age, and nothing newer", async () => {
    const { token, checkedAt } = await run({ provinceCode: "33", monthlyDebtPayment: 230_000n });
    const newcomer = await blank("19910099001");
    const { fields } = await matching.prechecks.claim(newcomer, token);
    expect([...fields].sort()).toEqual(["employment", "monthlyDebtPayment", "monthlyIncome", "province"]);
    const profile = await market.kernel.db.read(newcomer, (reader) =>
      market.profiles.find(reader, newcomer.borrowerId),
    );
    expect(profile).toMatchObject({ province: "浙江省", monthlyDebtPayment: 230_000n, employer: null });
    expect(profile?.facts.every(({ source }) => source === "PRECHECK")).toBe(true);
    expect(profile?.facts[0]?.recordedAt).toEqual(checkedAt);
    expect(await matching.prechecks.claim(newcomer, token)).toEqual({ fields: [] });

    const settled = await market.borrower();
    const second = await run({ monthlyIncome: 100_000n });
    expect(await matching.prechecks.claim(settled, second.token)).toEqual({ fields: [] });
    await expect(matching.prechecks.claim(settled, token)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await matching.prechecks.find(token))?.isClaimed).toBe(true);
  });

  it("idea 4: odds it showed belong to whoever claims it, so that they can be held against what comes of them", async () => {
    const { token, items } = await run({ monthlyIncome: 3_000_000n });
    await matching.shown.flush();
    const newcomer = await blank("19910099002");
    await matching.prechecks.claim(newcomer, token);
    const rows = await market.owner`select product_id from shown_odds where borrower_id = ${newcomer.borrowerId}`;
    expect(rows).toHaveLength(items.filter(({ match }) => match.odds !== null).length);
    expect(rows.length).toBeGreaterThan(0);
  });
});
