import { usccCheckDigit } from "@daichao/finance";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSWORD, type PeopledHouse, peopledHouse } from "../../../tests/kit/peopled-house.js";
import { anonymous, type InstitutionViewer, system } from "../../kernel/viewer/index.js";
import type { NewInstitution } from "./institution.service.js";
import { InstitutionState, institutionTransitions } from "./institution.states.js";

let house: PeopledHouse;
let admin: Awaited<ReturnType<PeopledHouse["hire"]>>["viewer"];
beforeAll(async () => {
  house = await peopledHouse();
  admin = (await house.hire("admin@platform")).viewer;
});
afterAll(() => house.close());

const codeOf = async (error: Promise<unknown>) =>
  error.then(
    () => "accepted",
    (reason: { code?: string }) => reason.code ?? String(reason),
  );
let count = 0;
const newUscc = () => {
  count += 1;
  const body = `91310000MA1K${String(count).padStart(5, "0")}`;
  return body + usccCheckDigit(body);
};
const wish = (changes: Partial<NewInstitution> = {}): NewInstitution => ({
  name: "江畔消费金融有限公司",
  shortName: "江畔消金",
  licenceKind: "CONSUMER_FINANCE",
  licenceNumber: "L20261122",
  uscc: newUscc(),
  province: "上海市",
  servicePhone: "400-820-0000",
  contactEmail: "service@jiangpan.example",
  ...changes,
});
const create = (changes: Partial<NewInstitution> = {}) =>
  house.kernel.db.write(system, (tx) => house.institutions.createInstitution(tx, system, wish(changes)));
const move = (id: string, to: InstitutionState, reason = "材料齐全") =>
  house.kernel.db.write(admin, (tx) => house.institutions.move(tx, admin, id, to, reason));

describe("entering a lender", () => {
  it("checks the credit code and keeps it unique", async () => {
    const row = await create();
    expect(row).toMatchObject({ state: "APPLYING", monogram: "江畔" });
    expect(await codeOf(create({ uscc: row.uscc.toLowerCase() }))).toBe("INSTITUTION_USCC_TAKEN");
    const body = row.uscc.slice(0, 17);
    const wrong = row.uscc.endsWith("0") ? `${body}1` : `${body}0`;
    expect(await codeOf(create({ uscc: wrong }))).toBe("INSTITUTION_USCC_INVALID");
    expect(await codeOf(create({ servicePhone: "call us" }))).toBe("INSTITUTION_PHONE_INVALID");
  });

  it.each(
    Object.values(InstitutionState).flatMap((from) => Object.values(InstitutionState).map((to) => [from, to] as const)),
  )("a move from %s to %s is allowed exactly where the states say so", async (from, to) => {
    const { id } = await create({ state: from });
    const expected = institutionTransitions[from].includes(to) ? "accepted" : "INSTITUTION_MOVE_NOT_ALLOWED";
    expect(await codeOf(move(id, to))).toBe(expected);
  });

  it("moves need a reason, and of two at once one wins", async () => {
    const { id } = await create({ state: "ACTIVE" });
    expect(await codeOf(move(id, "SUSPENDED", " "))).toBe("INSTITUTION_REASON_REQUIRED");
    const outcomes = await Promise.all([codeOf(move(id, "SUSPENDED")), codeOf(move(id, "SUSPENDED"))]);
    expect(outcomes.filter((outcome) => outcome === "accepted")).toHaveLength(1);
  });
});

describe("who sees which lender", () => {
  const seenBy = async (viewer: typeof anonymous | InstitutionViewer | typeof admin, id: string) =>
    (await house.kernel.db.read(viewer, (reader) => house.institutions.find(reader, viewer, id))) !== null;
  const member = (institutionId: string): InstitutionViewer => ({
    kind: "INSTITUTION",
    accountId: crypto.randomUUID(),
    sessionId: crypto.randomUUID(),
    displayName: "审核员",
    permissions: new Set(),
    institutionId,
    decisionLimit: 0n,
  });

  it("outsiders see active ones only, members also their own, the platform all", async () => {
    const [applying, active, suspended] = [
      await create(),
      await create({ state: "ACTIVE" }),
      await create({ state: "SUSPENDED" }),
    ];
    const by = (viewer: Parameters<typeof seenBy>[0]) =>
      Promise.all([applying, active, suspended].map(({ id }) => seenBy(viewer, id)));
    expect(await by(anonymous)).toEqual([false, true, false]);
    expect(await by(member(applying.id))).toEqual([true, true, false]);
    expect(await by(admin)).toEqual([true, true, true]);
    expect(await seenBy(admin, "not-an-id")).toBe(false);
  });

  it("lists by licence, in pages", async () => {
    const bank = await create({ state: "ACTIVE", licenceKind: "BANK" });
    const page = await house.kernel.db.read(anonymous, (reader) =>
      house.institutions.page(reader, anonymous, "BANK", { first: 1 }),
    );
    expect(page.edges.map(({ node }) => node.id)).toEqual([bank.id]);
    expect(page.totalCount).toBe(1);
  });

  it("members see their colleagues, others nobody", async () => {
    const [mine, other] = [await create({ state: "ACTIVE" }), await create({ state: "ACTIVE" })];
    const passwordHash = await house.identity.hashPassword("INSTITUTION", PASSWORD);
    for (const [institutionId, login] of [
      [mine.id, "li@mine"],
      [other.id, "zhao@other"],
    ] as const)
      await house.kernel.db.write(system, (tx) =>
        house.identity.createStaff(tx, system, {
          kind: "INSTITUTION",
          login,
          displayName: login,
          passwordHash,
          roles: ["REVIEWER"],
          institutionId,
          decisionLimit: 5_000_000n,
        }),
      );
    const viewer = member(mine.id);
    const seen = await house.kernel.db.read(viewer, (reader) => house.institutions.members(reader, viewer));
    expect(seen.map(({ displayName, decisionLimit }) => [displayName, decisionLimit])).toEqual([
      ["li@mine", 5_000_000n],
    ]);
    expect(await house.kernel.db.read(admin, (reader) => house.institutions.members(reader, admin))).toEqual([]);
  });
});
