/** A message that waited for the morning goes out only while what it says is still so. */
import "reflect-metadata";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildModules } from "../src/app/modules.js";
import { newId } from "../src/kernel/ids/index.js";
import { system } from "../src/kernel/viewer/index.js";
import { draftFor, type Market, openMarket } from "./kit/market.js";

let market: Market;
beforeAll(async () => {
  market = await openMarket();
});
afterAll(() => market.close());

it("2-36: that a walk from lender to lender has stopped is told while it stands still, and not once it goes on", async () => {
  const { kernel } = market;
  const { messaging } = buildModules({ ...kernel, events: { ...kernel.events, register: () => {} } });
  const viewer = await market.borrower();
  const products = [await market.product((await market.lender("甲银行")).id)];
  const subjectId = await market.sequences.start(viewer, {
    ...(await draftFor(market, viewer, products)),
    goal: "LOWEST_COST",
    productIds: products,
    idempotencyKey: newId(),
  });
  const isStillTrue = () =>
    kernel.db.write(system, (tx) =>
      messaging.notices.isStillTrue(tx, { template: "SEQUENCE_STOPPED", subjectId, facts: {} }),
    );
  expect(await isStillTrue()).toBe(false);
  await market.owner`update application_sequences set state = 'PAUSED' where id = ${subjectId}`;
  expect(await isStillTrue()).toBe(true);
});
