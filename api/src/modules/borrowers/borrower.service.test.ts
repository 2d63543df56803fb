import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BorrowerWorld, openBorrowerWorld } from "../../../tests/kit/borrower-world.js";
import { type TestKernel, testKernel } from "../../../tests/kit/index.js";
import { newId } from "../../kernel/ids/index.js";
import { system } from "../../kernel/viewer/index.js";

let world: TestKernel;
let people: BorrowerWorld;
beforeAll(async () => {
  world = await testKernel();
  people = await openBorrowerWorld(world.kernel);
});
afterAll(() => world.close());

const code = (expected: string, more: Record<string, unknown> = {}) =>
  expect.objectContaining({ code: expected, ...more });
const { number, name } = { name: "林晓雨", number: "110105199103070022" };

describe("identity", () => {
  it("is verified once: afterwards name and number are locked (B-14)", async () => {
    const borrower = await people.borrower("19900000001");
    const row = await people.borrowers.borrowers.verifyIdentity(borrower, { name, identityNumber: number });
    expect(row).toMatchObject({ nameMasked: "林**", identityNumberMasked: "1101************22" });
    expect(row.identityVerifiedAt).toBeInstanceOf(Date);
    await expect(
      people.borrowers.borrowers.verifyIdentity(borrower, { name: "林大雨", identityNumber: "110105199001019090" }),
    ).rejects.toThrow(code("BORROWER_IDENTITY_LOCKED"));
    await expect(world.owner`update borrowers set name = 'k1.other' where id = ${borrower.borrowerId}`).rejects.toThrow(
      /may not be rewritten/,
    );
    const facts = await world.kernel.db.read(borrower, (reader) =>
      people.borrowers.borrowers.factsOf(reader, borrower.borrowerId),
    );
    expect(facts).toMatchObject({
      isIdentityVerified: true,
      sex: "FEMALE",
      birthOn: "1991-03-07",
      registeredProvince: "北京市",
    });
  });

  it("number belongs to one account, also when two ask at the same moment", async () => {
    const [first, second] = [await people.borrower(), await people.borrower()];
    const claim = { name: "周海", identityNumber: "110105199001019090" };
    const results = await Promise.allSettled(
      [first, second].map((borrower) => people.borrowers.borrowers.verifyIdentity(borrower, claim)),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({
      reason: { code: "BORROWER_IDENTITY_TAKEN", field: "identityNumber" },
    });
  });

  it("with a wrong check digit is refused on its field and costs no try", async () => {
    const borrower = await people.borrower();
    await expect(
      people.borrowers.borrowers.verifyIdentity(borrower, { name, identityNumber: "110105199103070023" }),
    ).rejects.toThrow(code("BORROWER_IDENTITY_NUMBER_INVALID", { field: "identityNumber" }));
    const own = await world.kernel.db.read(borrower, (reader) => people.borrowers.borrowers.ownOf(reader, borrower));
    expect(own?.tryCount).toBe(0);
  });

  it("that does not fit the phone may be tried five times a day", async () => {
    const borrower = await people.borrower();
    const wrong = { name: "不符", identityNumber: "110105199001019074" };
    for (let left = 4; left >= 0; left -= 1)
      await expect(people.borrowers.borrowers.verifyIdentity(borrower, wrong)).rejects.toThrow(
        code("BORROWER_IDENTITY_MISMATCH", { params: { left } }),
      );
    await expect(people.borrowers.borrowers.verifyIdentity(borrower, { ...wrong, name: "周符" })).rejects.toThrow(
      code("BORROWER_TOO_MANY_TRIES"),
    );
  });

  it("of somebody below eighteen is refused", async () => {
    const borrower = await people.borrower();
    const claim = { name, identityNumber: "110105201501010017" };
    await expect(people.borrowers.borrowers.verifyIdentity(borrower, claim)).rejects.toThrow(
      code("BORROWER_TOO_YOUNG", { field: "identityNumber" }),
    );
  });
});

describe("the profile (B-14)", () => {
  it("gains a version with each save and refuses one made on an older version", async () => {
    const borrower = await people.borrower();
    const { profiles } = people.borrowers;
    await profiles.save(borrower, {
      version: 0,
      employment: "EMPLOYED",
      employer: "晴川装饰",
      monthlyIncome: 1_200_000n,
    });
    await profiles.save(borrower, { version: 1, city: "南京市" });
    await expect(profiles.save(borrower, { version: 1, city: "苏州市" })).rejects.toThrow(
      code("BORROWER_PROFILE_CHANGED", { params: { version: 2 } }),
    );
    const profile = await world.kernel.db.read(borrower, (reader) => profiles.find(reader, borrower.borrowerId));
    expect(profile).toMatchObject({ version: 2, employer: "晴川装饰", monthlyIncome: 1_200_000n, city: "南京市" });
    expect(profile?.facts.map(({ field }) => field)).toEqual(["employment", "employer", "monthlyIncome", "city"]);
    const [{ count } = { count: 0 }] = await world.owner`
      select count(*)::int as count from profile_versions where borrower_id = ${borrower.borrowerId}`;
    expect(count).toBe(2);
    await expect(world.owner`delete from profile_versions`).rejects.toThrow(/append-only/);
  });

  it("loses one of two saves made at the same moment", async () => {
    const borrower = await people.borrower();
    const saves = ["南京市", "苏州市"].map((city) => people.borrowers.profiles.save(borrower, { version: 0, city }));
    const results = await Promise.allSettled(saves);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({
      reason: { code: "BORROWER_PROFILE_CHANGED" },
    });
  });
});

describe("facts from elsewhere", () => {
  const claim = (borrowerId: string, said: Parameters<typeof people.borrowers.profiles.recordFacts>[2]) =>
    world.kernel.db.write(system, (tx) => people.borrowers.profiles.recordFacts(tx, borrowerId, said, "PRECHECK"));

  it("B-12: what a pre-check asked is in the profile with its source, and gives way to what is filled in", async () => {
    const { profiles } = people.borrowers;
    const borrower = await people.borrower();
    const { borrowerId } = borrower;
    expect(await claim(borrowerId, { monthlyIncome: 1_000_000n, employment: "EMPLOYED" })).toEqual([
      "employment",
      "monthlyIncome",
    ]);
    await profiles.save(borrower, { version: 1, monthlyIncome: 1_300_000n });
    expect(await claim(borrowerId, { monthlyIncome: 900_000n, city: "南京市" })).toEqual(["city"]);
    expect(await claim(borrowerId, { monthlyIncome: 900_000n })).toEqual([]);
    const profile = await world.kernel.db.read(borrower, (reader) => profiles.find(reader, borrowerId));
    expect(profile).toMatchObject({ version: 3, monthlyIncome: 1_300_000n, city: "南京市" });
    expect(profile?.facts.map(({ field, source }) => [field, source])).toEqual([
      ["employment", "PRECHECK"],
      ["monthlyIncome", "BORROWER"],
      ["city", "PRECHECK"],
    ]);
  });

  it("that cannot be true are refused on the field, and nothing is written", async () => {
    const { borrowerId } = await people.borrower();
    await expect(claim(borrowerId, { city: "南京市", monthlyIncome: -1n })).rejects.toThrow(
      code("BORROWER_PROFILE_FIELD_INVALID", { field: "monthlyIncome" }),
    );
    expect(await world.owner`select 1 from profile_versions where borrower_id = ${borrowerId}`).toHaveLength(0);
  });

  it("that arrive twice at one moment are both kept", async () => {
    const { borrowerId } = await people.borrower();
    await Promise.all([claim(borrowerId, { city: "南京市" }), claim(borrowerId, { monthlyIncome: 800_000n })]);
    const reader = await world.kernel.db.read(system, (r) => people.borrowers.profiles.find(r, borrowerId));
    expect(reader).toMatchObject({ version: 2, city: "南京市", monthlyIncome: 800_000n });
  });
});

describe("a bank card", () => {
  const card = "6222021000000080001";

  it("is bound after the identity, once per key, and to one account", async () => {
    const { bankCards } = people.borrowers;
    const stranger = await people.borrower();
    const bind = (viewer: typeof stranger, cardNumber: string, idempotencyKey = newId()) =>
      bankCards.bind(viewer, { cardNumber, idempotencyKey });
    await expect(bind(stranger, card)).rejects.toThrow(code("BORROWER_IDENTITY_REQUIRED"));
    const borrower = await people.verified("陈建国", "320102198509151012", "19900000002");
    await expect(bind(borrower, "6222021000000080002")).rejects.toThrow(
      code("BORROWER_CARD_INVALID", { field: "cardNumber" }),
    );
    await expect(bind(borrower, "6222021000000000009")).rejects.toThrow(code("BORROWER_CARD_NOT_YOURS"));
    const key = newId();
    await bind(borrower, card, key);
    await bind(borrower, "6222 0210 0000 0080 001", key);
    await expect(bind(borrower, "6222021000000070002", key)).rejects.toThrow(code("KEY_REUSED"));
    const other = await people.verified("李强", "370102199009308013", "19900000008");
    await expect(bind(other, card)).rejects.toThrow(code("BORROWER_CARD_TAKEN"));

    const cards = await world.kernel.db.read(borrower, (reader) => bankCards.ofBorrower(reader, borrower.borrowerId));
    expect(cards).toMatchObject([{ bankName: "中国工商银行", numberMasked: "**** 0001" }]);
    const id = cards[0]?.id ?? "";
    const token = await world.kernel.db.read(system, (reader) => bankCards.tokenOf(reader, id));
    expect(token).toMatch(/^card_.+_0001$/);
    await expect(world.kernel.db.read(other, (reader) => bankCards.find(reader, other, id))).rejects.toThrow(
      code("NOT_FOUND"),
    );
  });
});

describe("a dump (B-17)", () => {
  it("holds no clear identity number, phone, card, name or address of anybody", async () => {
    const borrower = await people.verified("孙德福", "510104197905125071", "19900000006");
    await people.borrowers.bankCards.bind(borrower, { cardNumber: "6222021000000060003", idempotencyKey: newId() });
    await people.borrowers.profiles.save(borrower, {
      version: 0,
      employer: "孙记标记工坊",
      address: "成都市标记路八号",
      emergencyContactName: "标记联系人",
      emergencyContactPhone: "18612345678",
    });
    const tables = await world.owner<{ name: string }[]>`
      select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace n on n.oid = relnamespace
      where relkind = 'r' and nspname in ('public', 'graphile_worker')`;
    const markers = ["510104197905125071", "19900000006", "6222021000000060003", "孙德福", "标记", "18612345678"];
    const dumps = new Map<string, string>();
    for (const { name: table } of tables) {
      const rows = await world.owner.unsafe(`select coalesce(string_agg(t::text, ' '), '') as dump from ${table} t`);
      dumps.set(table, String(rows[0]?.dump));
    }
    expect(dumps.get("public.borrowers")).toContain("5101************71");
    expect(dumps.get("public.bank_cards")).toContain("**** 0003");
    for (const [table, dump] of dumps)
      for (const marker of markers) expect(dump.includes(marker), `${marker} in ${table}`).toBe(false);
  });
});
