/** What the endpoint takes from whom: trusted documents, partners' limits, typed refusals, and GraphQL over HTTP. */
import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractSchema } from "../src/app/contract.js";
import { TrustedDocuments } from "../src/app/edge/documents.js";
import { ConfigError } from "../src/kernel/config/index.js";
import { type Caller, type Refusal, until } from "./kit/caller.js";
import { testConfig } from "./kit/index.js";
import { openWorld, type World } from "./kit/world.js";

const secrets = () => ({
  DAICHAO_MODE: "production",
  HOST: "127.0.0.1",
  MASTER_KEY: randomBytes(32).toString("base64"),
  BANK_CALLBACK_SECRETS: randomBytes(24).toString("hex"),
});
const SHELF = "{ products(first: 5) { edges { node { id name } } } }";
const codeOf = ({ refusals }: { refusals: readonly Refusal[] }) => refusals[0]?.extensions.code;

describe("production", () => {
  let world: World;
  let known: Caller;
  beforeAll(async () => {
    world = await openWorld({ env: secrets(), hasWorker: false });
    // Nobody sends an SMS in production without a vendor, so the session comes from the service.
    const { identity } = world.product.modules;
    const client = {
      app: "borrower",
      ip: null,
      userAgent: null,
      viewer: { kind: "ANONYMOUS", permissions: new Set<string>() },
    } as const;
    const { challengeId } = await identity.codes.request(client.viewer, null, {
      phone: "13900001111",
      purpose: "REGISTER",
    });
    const code = /\d{6}/.exec((await identity.codes.messageFor(challengeId))?.text ?? "")?.[0] ?? "";
    const wish = { challengeId, code, password: "horse-battery-9", acceptsTerms: true };
    const { token } = await identity.signIn.register(client, wish);
    known = world.guest();
    known.cookies.set("__Host-daichao-borrower", token);
  }, 60_000);
  afterAll(() => world.close());

  it("does not start on missing, default or short secrets (trust)", () => {
    const start = (changed: Record<string, string>) => () =>
      testConfig("postgres://x@127.0.0.1:1/x", { ...secrets(), ...changed });
    expect(start({})).not.toThrow();
    const sandboxKey = "c2FuZGJveC1tYXN0ZXIta2V5LW5vdC1mb3ItcHJvZHU=";
    for (const MASTER_KEY of ["", "short", sandboxKey, Buffer.alloc(32, 7).toString("base64")])
      expect(start({ MASTER_KEY })).toThrow(ConfigError);
    for (const BANK_CALLBACK_SECRETS of ["", "sandbox-bank-secret", "too-short", `${"x".repeat(40)},short`])
      expect(start({ BANK_CALLBACK_SECRETS })).toThrow(ConfigError);
  });

  it("answers any text and any unknown hash from people alike, before reading it", async () => {
    const unknown = { extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } };
    const sent = [
      { query: SHELF },
      { query: "{ __schema { types { name } } }" },
      { query: "mutation { signOut { id } }" },
      { query: "{ this is not graphql" },
      unknown,
    ];
    const answers = new Set<string>();
    for (const caller of [known, world.guest()])
      for (const body of sent) {
        const { status, text, headers } = await caller.ask("", {}, { body: JSON.stringify(body) });
        expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
        answers.add(`${status} ${text.replace(/"requestId":"[^"]*"/, "")}`);
      }
    const get = await known.ask("", {}, { method: "GET", search: `?query=${encodeURIComponent(SHELF)}` });
    answers.add(`${get.status} ${get.text.replace(/"requestId":"[^"]*"/, "")}`);
    expect(answers.size).toBe(1);
    expect([...answers][0]).toContain("UNKNOWN_DOCUMENT");
  });

  it("runs a document that was built into an app, by its hash", async () => {
    const text = "query Me { viewer { kind } }";
    const sha256Hash = createHash("sha256").update(text).digest("hex");
    const documents = new TrustedDocuments([], contractSchema());
    documents.add({ [sha256Hash]: text });
    expect(documents.find(sha256Hash)?.kind).toBe("query");
    expect(documents.find("f".repeat(64))).toBeUndefined();
  });

  it("has no demo accounts, no clock to move, no outbox and no explorer", async () => {
    for (const path of ["/dev/outbox", "/dev/outbox.json", "/graphiql", "/graphiql/"])
      expect((await world.guest().send(path, { method: "GET" })).status).toBe(404);
    expect(await world.owner`select id from accounts where demo_key is not null`).toHaveLength(0);
  });
});

describe("the sandbox's edge", () => {
  let world: World;
  let token: string;
  let partner: Caller;
  beforeAll(async () => {
    world = await openWorld();
    await world.publishes("A");
    token = (await (await world.admin()).issuesKey(["products:read"])).token;
    partner = world.partner(token);
  }, 120_000);
  afterAll(async () => {
    await world.booksBalance();
    await world.close();
  });

  describe("a partner", () => {
    it("asks freely within the limits and reads what it cost (P-09)", async () => {
      const { status, data, extensions, headers } = await partner.ask(SHELF);
      expect(status).toBe(200);
      expect(data).toMatchObject({ products: { edges: [{ node: { name: "安居装修贷" } }] } });
      const { cost } = extensions;
      expect(cost).toMatchObject({ requested: expect.any(Number), maximumAvailable: 10_000 });
      expect(cost?.currentlyAvailable).toBeLessThanOrEqual(10_000 - (cost?.requested ?? 0));
      expect(headers.get("ratelimit-limit")).toBe("10000");
    });

    const deep = (levels: number): string =>
      `{ products(first: 1) { edges { node ${"{ alternatives ".repeat(levels)}{ id }${" }".repeat(levels)} } } }`;
    const many = (count: number, text: (at: number) => string) =>
      Array.from({ length: count }, (_, at) => text(at)).join(" ");
    const over: readonly (readonly [limit: string, query: string])[] = [
      ["depth", deep(12)],
      ["aliases", `{ products(first: 1) { edges { node { ${many(16, (at) => `a${at}: name`)} } } } }`],
      ["roots", `{ ${many(11, (at) => (at % 2 ? "businessClock { today }" : "viewer { id }"))} }`],
      ["roots", `{ ...F } fragment F on Query { ${many(11, () => "viewer { id }")} }`],
      ["mutations", "mutation { a: signOut { id } b: signOut { id } }"],
      ["mutations", "mutation { ...F } fragment F on Mutation { a: signOut { id } b: signOut { id } }"],
      [
        "cost",
        "{ products(first: 100) { edges { node { alternatives { institution { id } eligibility { lines } fees { code } contingentCosts { code } } } quote { rows { dueOn } fees { code } annualCost { primary } } } } }",
      ],
      [
        "cost",
        "{ institutions { edges { node { id } } } products { edges { node { institution { id } eligibility { lines } fees { code } annualCost { max } } quote { annualCost { primary } } } } }",
      ],
      ["duplicates", `{ viewer { ${many(11, () => "id")} } }`],
      ["directives", `{ viewer { ${many(11, (at) => `id @include(if: ${at % 2 === 0})`)} } }`],
      [
        "fields",
        `{ ...A } ${many(6, (at) => `fragment ${"ABCDEF"[at]} on Query { ${"ABCDEF"[at + 1] ? many(3, () => `...${"ABCDEF"[at + 1]}`) : "viewer { id }"} }`)}`,
      ],
      ["tokens", `{ viewer { ${many(2_001, () => "id")} } }`],
    ];
    for (const [limit, query] of over)
      it(`is refused over the limit of ${limit}, by POST and by GET, before anything runs: ${query.slice(0, 40)}`, async () => {
        const statements = await statementsSent();
        const posted = await partner.ask(query);
        expect(posted.refusals).toMatchObject([
          { extensions: { code: "QUERY_TOO_COSTLY", kind: "invalid", params: { limit } } },
        ]);
        if (!query.startsWith("mutation") && query.length < 8_000) {
          const got = await partner.ask("", {}, { method: "GET", search: `?query=${encodeURIComponent(query)}` });
          expect(codeOf(got)).toBe("QUERY_TOO_COSTLY");
        }
        expect(await statementsSent()).toBe(statements);
      });

    const statementsSent = async (): Promise<string> => {
      const text = await (await world.guest().send("/metrics", { method: "GET" })).text();
      return text
        .split("\n")
        .filter((line) => line.startsWith("daichao_statements_total{"))
        .join("\n");
    };

    it("may read the whole schema, at one fixed cost", async () => {
      const { data, extensions } = await partner.ask(
        `{ __schema { types { ${"fields { type { ofType { ofType { ofType { ofType { ofType { name } } } } } } }"} } } }`,
      );
      expect(data).not.toBeNull();
      expect(extensions.cost?.requested).toBe(10);
    });

    it("is throttled with a time to come back once the minute's budget is spent (P-09)", async () => {
      const second = world.partner();
      const dear =
        "{ products(first: 90) { edges { node { institution { id } eligibility { lines } } quote { annualCost { primary } } } } }";
      const answers = [];
      for (let at = 0; at < 40; at += 1) {
        answers.push(await second.ask(dear));
        if (answers.at(-1)?.status === 429) break;
      }
      const last = answers.at(-1);
      expect(last?.status).toBe(429);
      expect(last?.refusals).toMatchObject([{ extensions: { code: "THROTTLED", retryable: true } }]);
      expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(0);
    });

    it("without the scope is told which one is missing; a wrong key is nobody (P-01)", async () => {
      const [channel] = await world.owner<{ channel_id: string }[]>`select channel_id from partner_keys limit 1`;
      const bareToken = `dck_test_${randomBytes(32).toString("base64url")}`;
      const tokenHash = createHash("sha256").update(bareToken).digest("hex");
      await world.owner`insert into partner_keys (id, channel_id, prefix, token_hash, scopes)
        values (gen_random_uuid(), ${channel?.channel_id ?? ""}, ${bareToken.slice(0, 13)}, ${tokenHash}, '{statements:read}')`;
      const bare = world.partner(bareToken);
      for (const query of [SHELF, '{ product(slug: "x") { id } }'])
        expect((await bare.ask(query)).refusals).toMatchObject([
          { extensions: { code: "FORBIDDEN", kind: "forbidden", params: { permission: "products:read" } } },
        ]);
      const nobody = await world.partner("dck_test_unknown").ask(SHELF);
      expect(nobody.status).toBe(401);
      expect(codeOf(nobody)).toBe("UNAUTHENTICATED");
    });

    it("is never taken for the person whose cookies came along", async () => {
      const { caller } = await world.reviewer("A");
      const both = world.partner(token);
      for (const [name, value] of caller.cookies) both.cookies.set(name, value);
      const { data } = await both.ask(
        "{ viewer { kind } }",
        {},
        { headers: { "x-app": "institution", "x-daichao-csrf": "1" } },
      );
      expect(data).toEqual({ viewer: { kind: "CHANNEL" } });
    });

    it("is refused within five seconds of the key's end, on open sockets too", async () => {
      const admin = await world.admin();
      const { token: shortLived, keyId } = await admin.issuesKey(["products:read"]);
      const caller = world.partner(shortLived);
      const socket = await caller.hears("subscription { platformFiguresChanged { day } }");
      const closings = () => socket.refusals.filter((event) => (event as { code?: unknown }).code === 4403).length;
      const before = closings();
      await admin.revokesKey(keyId);
      await until(
        () => caller.ask(SHELF),
        ({ status }) => status === 401,
        5_000,
      );
      await until(
        async () => closings(),
        (count) => count >= before,
        6_000,
      );
      socket.end();
    });
  });

  describe("a request with a cookie", () => {
    it("needs our own header and our own origin", async () => {
      const { caller } = await world.reviewer("A");
      const ask = (headers: Record<string, string>) => caller.ask("{ viewer { kind } }", {}, { headers });
      expect((await ask({})).data).toEqual({ viewer: { kind: "INSTITUTION" } });
      expect((await ask({ origin: world.url })).data).toEqual({ viewer: { kind: "INSTITUTION" } });
      for (const origin of ["https://evil.example", "null", "not a url", `${world.url}.evil.example`]) {
        const refused = await ask({ origin });
        expect(refused.status).toBe(403);
        expect(codeOf(refused)).toBe("FORBIDDEN");
      }
      const { cookie = "", ...others } = caller.headers();
      const { "x-daichao-csrf": _, ...withoutHeader } = others;
      const bare = await fetch(`${world.url}/graphql`, {
        method: "POST",
        headers: { ...withoutHeader, cookie, "content-type": "application/json" },
        body: JSON.stringify({ query: "{ viewer { kind } }" }),
      });
      expect(bare.status).toBe(403);
    });
  });

  describe("GraphQL over HTTP", () => {
    const post = (body: string, headers: Record<string, string> = {}) => partner.ask("", {}, { body, headers });

    it("answers faults of the document 200 to plain JSON and 400 to clients that know better", async () => {
      for (const query of ["{ nonsense", "{ nonsense }", "query Q($a: Int!) { viewer { id } }"]) {
        const body = JSON.stringify({ query });
        expect((await post(body, { accept: "application/json" })).status).toBe(200);
        const modern = await post(body, { accept: "application/graphql-response+json" });
        expect(modern.status).toBe(400);
        expect(modern.headers.get("content-type")).toContain("application/graphql-response+json");
        expect(modern.refusals.length).toBeGreaterThan(0);
      }
    });

    it("takes queries by GET, mutations by POST only, and no batches", async () => {
      const search = (query: string) => `?query=${encodeURIComponent(query)}`;
      expect((await partner.ask("", {}, { method: "GET", search: search("{ viewer { kind } }") })).data).toEqual({
        viewer: { kind: "CHANNEL" },
      });
      expect((await partner.ask("", {}, { method: "GET", search: search("mutation { signOut { id } }") })).status).toBe(
        405,
      );
      expect((await post(JSON.stringify([{ query: SHELF }, { query: SHELF }]))).status).toBe(400);
    });

    it("refuses a body over 256 kB, one that is no JSON, and other kinds, with a request id", async () => {
      const large = await post(JSON.stringify({ query: SHELF, variables: { a: "x".repeat(300_000) } }));
      expect(large.status).toBe(413);
      expect(codeOf(large)).toBe("BODY_TOO_LARGE");
      expect(large.refusals[0]?.message).toContain("内容超过 256 KB");
      const broken = await post("{ not json");
      expect(broken.status).toBe(400);
      const form = await partner.send("/graphql", {
        body: "query=x",
        headers: { "content-type": "application/x-www-form-urlencoded" },
      });
      expect(form.status).toBe(415);
      for (const { headers } of [large, broken, form]) expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    });
  });
});
