import { seeded } from "@daichao/scoring";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Market, openMarket } from "../../../tests/kit/market.js";
import { everydayPast, openMatching, plantPast } from "../../../tests/kit/matching.js";
import { system } from "../../kernel/viewer/index.js";

let market: Market;
let matching: ReturnType<typeof openMatching>;
let products: string[];

beforeAll(async () => {
  market = await openMarket();
  const strict = await market.lender("严谨银行");
  const open = await market.lender("开放消金", "CONSUMER_FINANCE");
  products = [await market.product(strict.id), await market.product(open.id), await market.product(open.id)];
  matching = openMatching(market);
});
afterAll(() => market.close());

const models = () => market.owner<
  { version: number; state: string; failure: string | null; failure_detail: string | null }[]
>`
  select version, state, failure, failure_detail from odds_models order by version`;

describe("the odds of approval", () => {
  it("B-04: a house without decisions has no model, and everything answers all the same", async () => {
    expect(await matching.training.trainOn("2026-12-01")).toBe(0);
    await expect(matching.training.train(system)).rejects.toMatchObject({ code: "ODDS_TOO_FEW_DECISIONS" });
    expect(await matching.odds.current()).toBeNull();
    expect(await models()).toEqual([]);
  });

  it("B-04: a job learns them from decisions, judges itself by newer ones, and keeps the figures", async () => {
    await plantPast(market, everydayPast(products, 900, seeded(11)));
    expect(await matching.training.trainOn("2026-12-01")).toBe(900);
    const row = await market.kernel.db.read(system, (reader) => matching.odds.inForce(reader));
    expect(row).toMatchObject({ version: 1, state: "ACTIVE", decisionCount: 900, trainedOn: "2026-12-01" });
    expect(row?.figures).toMatchObject({ trainingCount: 540, calibrationCount: 180, holdoutCount: 180 });
    expect(row?.figures?.auc).toBeGreaterThan(0.7);
    expect(row?.figures?.brier).toBeLessThan(0.22);
    expect(row?.figures?.calibrationError).toBeLessThan(0.15);
    const records = await market.owner<{ institution_id: string | null; count: number }[]>`
      select institution_id, count from odds_records`;
    expect(records.filter(({ institution_id }) => institution_id !== null)).toHaveLength(2);
    expect(records.find(({ institution_id }) => institution_id === null)?.count).toBe(180);
  });

  it("B-04: without new decisions the next night trains nothing", async () => {
    expect(await matching.training.trainOn("2026-12-02")).toBe(0);
    expect(await models()).toHaveLength(1);
  });

  it("B-04: a past in which income hurts fails the job by name, and the last good model stays in force", async () => {
    const planted = everydayPast(products, 2_500, seeded(5), -1).map((one) => ({ ...one, daysAgo: one.daysAgo / 3 }));
    await plantPast(market, planted);
    await matching.training.train(system);
    expect(await models()).toMatchObject([
      { version: 1, state: "ACTIVE", failure: null },
      { version: 2, state: "FAILED", failure: "WRONG_SIGN", failure_detail: expect.stringContaining("income") },
    ]);
    expect((await matching.odds.current())?.version).toBe(1);
    const [told] = await market.owner`select facts from events where name = 'oddsModel.failed'`;
    expect(told?.facts).toMatchObject({ version: 2, failure: "WRONG_SIGN" });
  });
});
