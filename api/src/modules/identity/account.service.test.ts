import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSWORD, type PeopledHouse, peopledHouse } from "../../../tests/kit/peopled-house.js";
import { system } from "../../kernel/viewer/index.js";

let house: PeopledHouse;
let maker: Awaited<ReturnType<PeopledHouse["hire"]>>;
let checker: Awaited<ReturnType<PeopledHouse["hire"]>>;
beforeAll(async () => {
  house = await peopledHouse();
  maker = await house.hire("maker@platform");
  checker = await house.hire("checker@platform", ["RISK_OFFICER"]);
});
afterAll(() => house.close());

let lastPhone = 13_600_000_000;
const newPhone = () => String(++lastPhone);
const codeOf = async (error: Promise<unknown>) =>
  error.then(
    () => "accepted",
    (reason: { code?: string }) => reason.code ?? String(reason),
  );
const accountIdOf = ({ viewer }: Awaited<ReturnType<PeopledHouse["register"]>>) =>
  "accountId" in viewer ? viewer.accountId : "";
const decide = (
  viewer: typeof maker.viewer,
  approvalId: string,
  verdict: "APPROVED" | "REJECTED",
  reason: string | null = null,
) => house.approvalInbox.decide(viewer, { approvalId, verdict, reason });

describe("freezing (A-05)", () => {
  it("ends the sessions at once, and lets a borrower back in to read and repay only", async () => {
    const phone = newPhone();
    const signedIn = await house.register(phone);
    const id = accountIdOf(signedIn);
    await house.identity.freeze(maker.viewer, id, "疑似盗用");
    expect(await house.identity.authenticate("borrower", signedIn.token)).toBeNull();
    const again = await house.signIn.signIn(house.guest(), { login: phone, password: PASSWORD });
    expect(again.signedIn?.viewer).toMatchObject({ kind: "BORROWER", isFrozen: true });
    const [event] =
      await house.owner`select facts from events where name = 'session.ended' and subject_id = ${id} limit 1`;
    expect(event?.facts).toMatchObject({ reason: "FROZEN" });
  });

  it("keeps staff out altogether", async () => {
    const { account } = await house.hire("carol@platform");
    await house.identity.freeze(maker.viewer, account.id, "离职");
    const attempt = house.signIn.signIn(house.guest("admin"), { login: "carol@platform", password: PASSWORD });
    expect(await codeOf(attempt)).toBe("IDENTITY_ACCOUNT_FROZEN");
  });

  it("needs a reason, another person's account, and one that is not frozen", async () => {
    const id = accountIdOf(await house.register(newPhone()));
    expect(await codeOf(house.identity.freeze(maker.viewer, id, "  "))).toBe("IDENTITY_REASON_REQUIRED");
    expect(await codeOf(house.identity.freeze(maker.viewer, maker.viewer.accountId, "测试"))).toBe(
      "IDENTITY_CANNOT_FREEZE_SELF",
    );
    expect(await codeOf(house.identity.freeze(maker.viewer, crypto.randomUUID(), "测试"))).toBe("NOT_FOUND");
    expect(await codeOf(house.identity.freeze(maker.viewer, "not-an-id", "测试"))).toBe("NOT_FOUND");
    await house.identity.freeze(maker.viewer, id, "测试");
    expect(await codeOf(house.identity.freeze(maker.viewer, id, "测试"))).toBe("IDENTITY_ALREADY_FROZEN");
  });
});

describe("unfreezing (A-05, 2-11)", () => {
  const frozen = async () => {
    const phone = newPhone();
    const id = accountIdOf(await house.register(phone));
    await house.identity.freeze(maker.viewer, id, "疑似盗用");
    return { phone, id };
  };
  const stateOf = async (id: string) => (await house.owner`select state from accounts where id = ${id}`)[0]?.state;

  it("happens only when a second person agrees", async () => {
    const { phone, id } = await frozen();
    const { approval } = await house.identity.unfreeze(maker.viewer, id, "已核实本人");
    expect(await stateOf(id)).toBe("FROZEN");
    expect(await codeOf(decide(maker.viewer, approval.id, "APPROVED"))).toBe("APPROVAL_MAKER_CANNOT_CHECK");
    expect(await stateOf(id)).toBe("FROZEN");
    await decide(checker.viewer, approval.id, "APPROVED");
    expect(await stateOf(id)).toBe("ACTIVE");
    const { signedIn } = await house.signIn.signIn(house.guest(), { login: phone, password: PASSWORD });
    expect(signedIn?.viewer).toMatchObject({ isFrozen: false });
  });

  it("is refused to the maker by the database itself", async () => {
    const { id } = await frozen();
    const { approval } = await house.identity.unfreeze(maker.viewer, id, "已核实本人");
    const forced = house.owner`update approvals set state = 'APPROVED', checker_id = maker_id where id = ${approval.id}`;
    await expect(forced).rejects.toMatchObject({ constraint_name: "approvals_checker_is_not_maker" });
  });

  it("stays frozen when the second person refuses, which needs a reason", async () => {
    const { id } = await frozen();
    const { approval } = await house.identity.unfreeze(maker.viewer, id, "已核实本人");
    expect(await codeOf(decide(checker.viewer, approval.id, "REJECTED"))).toBe("APPROVAL_REASON_REQUIRED");
    await decide(checker.viewer, approval.id, "REJECTED", "材料不足");
    expect(await stateOf(id)).toBe("FROZEN");
    expect(await codeOf(decide(checker.viewer, approval.id, "APPROVED"))).toBe("APPROVAL_NOT_PENDING");
  });

  it("cannot be asked twice, nor for an account that is not frozen, nor decided without the permission", async () => {
    const { id } = await frozen();
    const { approval } = await house.identity.unfreeze(maker.viewer, id, "已核实本人");
    expect(await codeOf(house.identity.unfreeze(checker.viewer, id, "再次"))).toBe("APPROVAL_ALREADY_PENDING");
    const active = accountIdOf(await house.register(newPhone()));
    expect(await codeOf(house.identity.unfreeze(maker.viewer, active, "测试"))).toBe("IDENTITY_NOT_FROZEN");
    const powerless = { ...checker.viewer, permissions: new Set<string>() };
    expect(await codeOf(decide(powerless, approval.id, "APPROVED"))).toBe("FORBIDDEN");
    expect(house.approvalInbox.canDecide(maker.viewer, approval)).toBe(false);
    expect(house.approvalInbox.canDecide(checker.viewer, approval)).toBe(true);
  });
});

describe("accounts in one place (A-01)", () => {
  const list = (filter: Parameters<typeof house.accounts.page>[2], first = 100) =>
    house.kernel.db.read(maker.viewer, (reader) => house.accounts.page(reader, maker.viewer, filter, { first }));

  it("are found by the whole phone, by a part of the name, by kind and by state", async () => {
    const phone = newPhone();
    const id = accountIdOf(await house.register(phone));
    const idsOf = async (filter: Parameters<typeof list>[0]) => (await list(filter)).edges.map(({ node }) => node.id);
    expect(await idsOf({ text: phone })).toEqual([id]);
    expect(await idsOf({ text: phone.slice(0, 7) })).toEqual([]);
    expect(await idsOf({ text: `尾号${phone.slice(-4)}` })).toEqual([id]);
    expect(await idsOf({ text: "%" })).toEqual([]);
    expect(await idsOf({ kind: "PLATFORM", text: "MAKER@platform" })).toContain(maker.account.id);
    const states = (await list({ state: "FROZEN" })).edges.map(({ node }) => node.state);
    expect(new Set(states)).toEqual(new Set(["FROZEN"]));
  });

  it("come in pages without gaps or doubles", async () => {
    const all = (await list({})).edges.map(({ node }) => node.id);
    const walked: string[] = [];
    let after: string | null = null;
    do {
      const page = await house.kernel.db.read(maker.viewer, (reader) =>
        house.accounts.page(reader, maker.viewer, {}, { first: 3, after }),
      );
      walked.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(walked).toEqual(all);
  });

  it("refuse a text that no name can have", async () => {
    expect(await codeOf(list({ text: "a\0b" }))).toBe("INVALID_INPUT");
  });

  it("are behind walls: a borrower reads the own account and no other", async () => {
    const mine = await house.register(newPhone());
    await house.register(newPhone());
    const seen = await house.kernel.db.read(mine.viewer, (reader) => reader.execute(`select id from accounts`));
    expect(seen.map((row) => row.id)).toEqual([accountIdOf(mine)]);
  });
});

describe("what others may ask about people", () => {
  it("a contact is opened from its seal, and a value moved to another row does not open", async () => {
    const phone = newPhone();
    const id = accountIdOf(await house.register(phone));
    const contact = await house.kernel.db.read(system, (reader) => house.identity.contactOf(reader, id));
    expect(contact).toMatchObject({ phone, phoneMasked: `${phone.slice(0, 3)}****${phone.slice(7)}` });
    const other = accountIdOf(await house.register(newPhone()));
    await house.owner`update accounts set login_sealed = (select login_sealed from accounts where id = ${id}) where id = ${other}`;
    await expect(house.kernel.db.read(system, (reader) => house.identity.contactOf(reader, other))).rejects.toThrow();
  });

  it("destroying a person's key erases what was sealed under it", async () => {
    const id = accountIdOf(await house.register(newPhone()));
    await house.owner`delete from person_keys where person_id = ${id}`;
    expect(await codeOf(house.kernel.db.read(system, (reader) => house.identity.contactOf(reader, id)))).toBe(
      "NOT_FOUND",
    );
  });

  it("seeding the roles again changes nothing", async () => {
    const count = async () => (await house.owner`select count(*)::int as n from role_permissions`)[0]?.n;
    const before = await count();
    await house.kernel.db.write(system, (tx) => house.identity.seedRoles(tx));
    expect(await count()).toBe(before);
  });
});
