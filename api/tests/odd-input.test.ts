/** NUL bytes, 100 kB of text, 2^53 yuan, values of another kind: refused on their own field, and nothing changes. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractSchema } from "../src/app/contract.js";
import type { Caller, Refusal } from "./kit/caller.js";
import { type RootField, rootFields, variablesOf, withValue } from "./kit/root-fields.js";
import { openWorld, type World } from "./kit/world.js";

const codeOf = ({ refusals }: { refusals: readonly Refusal[] }) => refusals[0]?.extensions.code;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.publishes("A");
}, 120_000);
afterAll(async () => {
  await world.booksBalance();
  await world.close();
});

describe("odd input", () => {
  const spare = rootFields(contractSchema());
  const quiet = new Set(["Mutation.signOut", "Mutation.revokeSession", "Mutation.changePassword"]);

  async function oddAnswers(
    caller: Caller,
    field: RootField,
    odd: Readonly<Record<string, unknown>>,
  ): Promise<string[]> {
    const { variables, leaves } = variablesOf(field, true);
    const wrong: string[] = [];
    for (const { path, scalar } of leaves) {
      if (!(scalar in odd)) continue;
      const { status, text, refusals } = await caller.ask(field.document, withValue(variables, path, odd[scalar]));
      const [refusal] = refusals;
      const { code, field: place, requestId, kind } = refusal?.extensions ?? {};
      const wanted = (path[0] === "input" ? path.slice(1) : path).join(".");
      const isTyped =
        code === "INVALID_INPUT" && kind === "invalid" && requestId && place?.replace(/\[(\d+)\]/g, ".$1") === wanted;
      const isLocked = code === "FORBIDDEN" || code === "UNAUTHENTICATED";
      if (status >= 500 || (!isTyped && !isLocked))
        wrong.push(`${field.name} ${path.join(".")}: ${status} ${text.slice(0, 160)}`);
    }
    return wrong;
  }

  async function everywhere(odd: Readonly<Record<string, unknown>>): Promise<string[]> {
    const borrower = await world.borrower().registers();
    const staff = [await world.reviewer("A", "manager"), await world.admin()];
    const wrong: string[] = [];
    for (const caller of [borrower.caller, ...staff.map((person) => person.caller)])
      for (const field of spare.filter(({ kind, name }) => kind !== "subscription" && !quiet.has(name)))
        wrong.push(...(await oddAnswers(caller, field, odd)));
    return [...new Set(wrong)];
  }
  const rows = () =>
    world.owner`select (select count(*) from events where name not like 'session.%' and name not like 'account.%' and name not like 'identity.%') as events,
      (select count(*) from products) as products, (select count(*) from application_drafts) as drafts`;

  it("is refused on its own field, wherever text is taken: NUL bytes and 100 kB of it, and nothing changes (P-11)", async () => {
    const before = await rows();
    expect(await everywhere({ String: "a\u0000b", ID: "a\u0000b" })).toEqual([]);
    expect(await everywhere({ String: "长".repeat(33_000) })).toEqual([]);
    expect(await rows()).toEqual(before);
  }, 120_000);

  it("is refused on its own field where another scalar is wanted (P-11)", async () => {
    const before = await rows();
    expect(
      await everywhere({ Money: 12, Rate: "12%", Day: "2026-02-30", Instant: "soon", Int: "1", Boolean: "yes" }),
    ).toEqual([]);
    expect(await everywhere({ Money: "1e400", Rate: 0.1, Int: 2 ** 53 })).toEqual([]);
    expect(await rows()).toEqual(before);
  }, 120_000);

  it("of 2^53 yuan and more is refused or answered, never INTERNAL, never rounded", async () => {
    const wrong: string[] = [];
    const { caller } = await world.reviewer("A", "manager");
    for (const amount of ["9007199254740993.00", "92233720368547758.08", "-1.00", `${"9".repeat(60)}.00`])
      for (const field of spare.filter(({ kind, name }) => kind !== "subscription" && !quiet.has(name))) {
        const { variables, leaves } = variablesOf(field, true);
        for (const { path } of leaves.filter(({ scalar }) => scalar === "Money")) {
          const answer = await caller.ask(field.document, withValue(variables, path, amount));
          if (codeOf(answer) === "INTERNAL" || answer.status >= 500)
            wrong.push(`${field.name} ${path.join(".")} ${amount}`);
        }
      }
    expect(wrong).toEqual([]);
  }, 60_000);

  it("names the field in Chinese and in English, an unknown enum value too", async () => {
    const query = "query S($sort: ProductSort!) { products(sort: $sort) { totalCount } }";
    const zh = await world.guest().ask(query, { sort: "BY_MAGIC" });
    const en = await world.guest("en-US").ask(query, { sort: "BY_MAGIC" });
    for (const answer of [zh, en])
      expect(answer.refusals).toMatchObject([
        { extensions: { code: "INVALID_INPUT", field: "sort", params: { rule: "enum" }, retryable: false } },
      ]);
    expect(zh.refusals[0]?.message).toMatch(/\p{Script=Han}/u);
    expect(en.refusals[0]?.message).toMatch(/^[\x20-\x7e]+$/);
  });

  it("names the field of a bad value that was written into the query itself, in both languages", async () => {
    for (const [query, field, rule] of [
      ["{ products(first: 1, sort: BY_MAGIC) { totalCount } }", "sort", "enum"],
      ["{ products(filter: { licenceKinds: [BANK, CASINO] }) { totalCount } }", "licenceKinds", "enum"],
      ['{ products(filter: { termCount: "many" }) { totalCount } }', "termCount", "type"],
    ] as const) {
      const zh = await world.guest().ask(query);
      const en = await world.guest("en-US").ask(query);
      for (const answer of [zh, en])
        expect(answer.refusals).toMatchObject([{ extensions: { code: "INVALID_INPUT", field, params: { rule } } }]);
      expect(zh.refusals[0]?.message).toMatch(/\p{Script=Han}/u);
      expect(en.refusals[0]?.message).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  it("says the one limit that a text breaks, too short as well as too long", async () => {
    const { caller } = await world.borrower().registers();
    const said = async (idempotencyKey: string): Promise<Refusal | undefined> => {
      const document = "mutation Take($input: AcceptOfferInput!) { acceptOffer(input: $input) { id } }";
      return (
        await caller.ask(document, { input: { offerId: "01a22b4b-d600-7f59-86ec-162bca4a2805", idempotencyKey } })
      ).refusals[0];
    };
    const [short, long] = [await said("1"), await said("k".repeat(129))];
    expect(short).toMatchObject({ extensions: { field: "idempotencyKey", params: { rule: "isLength", min: 8 } } });
    expect(short?.message).toContain("至少 8 个字");
    expect(long).toMatchObject({ extensions: { field: "idempotencyKey", params: { rule: "isLength", max: 128 } } });
    expect(long?.message).toContain("最多 128 个字");
  });

  it("never makes an answer that tells of tables, drivers or stacks", async () => {
    const texts: string[] = [];
    for (const caller of [world.guest(), (await world.admin()).caller, (await world.reviewer("B")).caller])
      for (const field of spare.filter(({ kind, name }) => kind !== "subscription" && !quiet.has(name))) {
        const { text } = await caller.ask(field.document, variablesOf(field, true).variables);
        if (/"code":"INTERNAL"|select |insert |postgres|node_modules|\.ts:|Did you mean/i.test(text))
          texts.push(`${field.name}: ${text.slice(0, 200)}`);
      }
    expect(texts).toEqual([]);
  }, 60_000);
});
