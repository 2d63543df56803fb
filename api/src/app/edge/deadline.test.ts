import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestKernel, testKernel } from "../../../tests/kit/index.js";
import { refusalOf } from "../../kernel/database/index.js";
import { system } from "../../kernel/viewer/index.js";
import { withinTime } from "./deadline.js";

let world: TestKernel;
beforeAll(async () => {
  world = await testKernel();
});
afterAll(() => world.close());

test("an operation that is over in time answers for itself, also when it fails", async () => {
  const giveUp = () => expect.unreachable();
  expect(await withinTime(1_000, Promise.resolve("done"), giveUp)).toBe("done");
  await expect(withinTime(1_000, Promise.reject(new Error("failed")), giveUp)).rejects.toThrow("failed");
});

test("one that waits too long is refused, reads nothing more, and hands its connection back", async () => {
  const pages = Array.from({ length: 30 }, async () => {
    const operation = world.kernel.db.operation(system);
    const gate = Promise.withResolvers<void>();
    const work = (async () => {
      await operation.reader.execute(sql`select 1`);
      await gate.promise;
      return operation.reader.execute(sql`select 2`).catch(refusalOf);
    })();
    const outcome = await withinTime(100, work, () => void operation.end()).catch(refusalOf);
    gate.resolve();
    return [outcome, await work];
  });
  for (const [outcome, late] of await Promise.all(pages)) {
    expect(outcome).toMatchObject({ code: "UNAVAILABLE", definition: { retryable: true } });
    expect(late).toMatchObject({ code: "UNAVAILABLE" });
  }
  const rows = await world.kernel.db.read(system, (reader) => reader.execute(sql`select 3 as n`));
  expect(rows).toMatchObject([{ n: 3 }]);
});
