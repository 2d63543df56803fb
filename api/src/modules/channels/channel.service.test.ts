import { addDays } from "@daichao/finance";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PeopledHouse, peopledHouse } from "../../../tests/kit/peopled-house.js";
import { dayOf } from "../../kernel/clock/index.js";
import { system } from "../../kernel/viewer/index.js";

let house: PeopledHouse;
let admin: Awaited<ReturnType<PeopledHouse["hire"]>>["viewer"];
let channelId: string;
beforeAll(async () => {
  house = await peopledHouse();
  admin = (await house.hire("admin@platform")).viewer;
  channelId = (await house.kernel.db.write(system, (tx) => house.channels.createChannel(tx, system, "比价网"))).id;
});
afterAll(() => house.close());

const codeOf = async (error: Promise<unknown>) =>
  error.then(
    () => "accepted",
    (reason: { code?: string }) => reason.code ?? String(reason),
  );
const issue = (scopes: readonly string[] = ["products:read"], expiresOn: string | null = null) =>
  house.channels.issueKey(admin, { channelId, scopes, expiresOn });

describe("partner keys (P-01)", () => {
  it("are shown once and kept as a hash", async () => {
    const { key, token } = await issue();
    expect(token).toMatch(/^dck_test_[\w-]{43}$/);
    expect(token.startsWith(key.prefix)).toBe(true);
    const [row] = await house.owner`select k::text as text from partner_keys k where id = ${key.id}`;
    expect(row?.text).not.toContain(token.slice(key.prefix.length));
    const viewer = await house.channels.authenticate(token);
    expect(viewer).toMatchObject({ kind: "CHANNEL", channelId, keyId: key.id });
    expect([...(viewer?.permissions ?? [])]).toEqual(["products:read"]);
  });

  it("are refused here at once and elsewhere within five seconds of being revoked", async () => {
    const elsewhere = house.elsewhere().channels;
    const { key, token } = await issue();
    expect(await elsewhere.authenticate(token)).not.toBeNull();
    expect(await house.channels.authenticate(token)).not.toBeNull();
    await house.channels.revokeKey(admin, key.id);
    const revokedAt = performance.now();
    expect(await house.channels.authenticate(token)).toBeNull();
    while ((await elsewhere.authenticate(token)) !== null) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(performance.now() - revokedAt).toBeLessThan(5_000);
    const [event] = await house.owner`select facts from events where name = 'partnerKey.revoked'`;
    expect(event?.facts).toMatchObject({ keyId: key.id });
  });

  it("end with their last day, by the database's clock", async () => {
    const { key, token } = await issue(["products:read"], addDays(dayOf(house.kernel.clock.now()), 1));
    await house.owner`update partner_keys set expires_at = clock_timestamp() - interval '1 second' where id = ${key.id}`;
    expect(await house.channels.authenticate(token)).toBeNull();
  });

  it("note when they were last used, about once a minute", async () => {
    const { key, token } = await issue();
    const usedAt = async () =>
      (await house.owner`select last_used_at::text as at from partner_keys where id = ${key.id}`)[0]?.at;
    await house.channels.authenticate(token);
    const first = await usedAt();
    expect(first).not.toBeNull();
    await house.elsewhere().channels.authenticate(token);
    expect(await usedAt()).toBe(first);
  });

  it.each([
    [[], "CHANNEL_SCOPES_EMPTY"],
    [["account:freeze"], "CHANNEL_SCOPE_UNKNOWN"],
    [["no:such"], "CHANNEL_SCOPE_UNKNOWN"],
  ])("cannot hold the scopes %j", async (scopes, code) => {
    expect(await codeOf(issue(scopes))).toBe(code);
  });

  it("need a day after today, a known partner and a platform's hand", async () => {
    expect(await codeOf(issue(["products:read"], dayOf(house.kernel.clock.now())))).toBe("CHANNEL_EXPIRY_PAST");
    const wish = { channelId: crypto.randomUUID(), scopes: ["products:read"] };
    expect(await codeOf(house.channels.issueKey(admin, wish))).toBe("NOT_FOUND");
    expect(await codeOf(house.channels.issueKey(house.guest().viewer, { ...wish, channelId }))).toBe("NOT_FOUND");
    const { key } = await issue();
    await house.channels.revokeKey(admin, key.id);
    expect(await codeOf(house.channels.revokeKey(admin, key.id))).toBe("CHANNEL_ALREADY_REVOKED");
    expect(await house.channels.authenticate("Bearer nonsense")).toBeNull();
  });
});
