/** The published audits of the GraphQL-over-HTTP specification, against the endpoint as a partner's program meets it. */
import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, type World } from "./kit/world.js";

let world: World;
let bearer: string;
let url: string;
beforeAll(async () => {
  world = await openWorld({ hasWorker: false });
  const partner = world.partner();
  bearer = partner.options.bearer ?? "";
  url = `${partner.url}/graphql`;
}, 60_000);
afterAll(() => world.close());

const audits = serverAudits({
  url: () => url,
  fetchFn: (address: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set("authorization", `Bearer ${bearer}`);
    return fetch(address, { ...init, headers });
  },
});

it("P-11: the specification's own audits are all there", () => {
  expect(audits.length).toBeGreaterThanOrEqual(61);
});

// A text gets its plan once it was answered twice, so every later time is another way through the house.
describe.each(["first", "second", "third"])("P-11: the specification's own audits, the %s time", () => {
  it.each(audits.map((audit) => [audit.name, audit] as const))("%s", async (_name, audit) => {
    const result = await audit.fn();
    expect(result.status, "reason" in result ? result.reason : undefined).toBe("ok");
  });
});
