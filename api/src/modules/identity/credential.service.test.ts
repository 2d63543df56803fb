import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSWORD, type PeopledHouse, peopledHouse } from "../../../tests/kit/peopled-house.js";
import { HashGate } from "./hash-gate.service.js";

let house: PeopledHouse;
beforeAll(async () => {
  house = await peopledHouse();
});
afterAll(() => house.close());

let lastPhone = 13_700_000_000;
const newPhone = () => String(++lastPhone);
const codeOf = async (error: Promise<unknown>) =>
  error.then(
    () => "accepted",
    (reason: { code?: string }) => reason.code ?? String(reason),
  );
const isIn = async (token: string) => (await house.identity.authenticate("borrower", token)) !== null;
const withoutPause = () => house.owner`delete from attempt_counters where key like 'code:pause:%'`;

describe("changing a password (B-16)", () => {
  it("ends the other sessions and keeps the one that asked", async () => {
    const phone = newPhone();
    const first = await house.register(phone);
    const { signedIn: second } = await house.signIn.signIn(house.guest(), { login: phone, password: PASSWORD });
    const left = await house.credentials.changePassword(second!.viewer, {
      currentPassword: PASSWORD,
      newPassword: "a-new-one-2026x",
    });
    expect(left.map(({ isCurrent }) => isCurrent)).toEqual([true]);
    expect([await isIn(first.token), await isIn(second!.token)]).toEqual([false, true]);
    const [event] =
      await house.owner`select facts from events where name = 'session.ended' order by occurred_at desc limit 1`;
    const sessionId = "sessionId" in first.viewer ? first.viewer.sessionId : "";
    expect(event?.facts).toMatchObject({ sessionIds: [sessionId], reason: "PASSWORD_CHANGED" });
  });

  it("refuses the last five passwords and takes the sixth back", async () => {
    const { viewer } = await house.register(newPhone(), "password-number-0");
    const change = (from: number, to: number) =>
      codeOf(
        house.credentials.changePassword(viewer, {
          currentPassword: `password-number-${from}`,
          newPassword: `password-number-${to}`,
        }),
      );
    for (let number = 0; number < 4; number += 1) expect(await change(number, number + 1)).toBe("accepted");
    for (let number = 0; number < 5; number += 1) expect(await change(4, number)).toBe("IDENTITY_PASSWORD_REUSED");
    expect(await change(4, 5)).toBe("accepted");
    expect(await change(5, 0)).toBe("accepted");
  });

  it("locks after five wrong present passwords", async () => {
    const { viewer } = await house.register(newPhone());
    const wish = { currentPassword: "not-this-one-7", newPassword: "a-new-one-2026x" };
    for (let count = 0; count < 5; count += 1)
      expect(await codeOf(house.credentials.changePassword(viewer, wish))).toBe("IDENTITY_PASSWORD_WRONG");
    expect(await codeOf(house.credentials.changePassword(viewer, { ...wish, currentPassword: PASSWORD }))).toBe(
      "IDENTITY_LOCKED",
    );
  });

  it("by a code ends every session and begins one", async () => {
    const phone = newPhone();
    const first = await house.register(phone);
    const { challengeId } = await house.codes.request(house.guest().viewer, null, { phone, purpose: "RESET_PASSWORD" });
    const code = await house.codeFor(challengeId);
    const reset = (newPassword: string) =>
      house.credentials.resetPassword(house.guest(), { challengeId, code, newPassword });
    expect(await codeOf(reset(PASSWORD))).toBe("IDENTITY_PASSWORD_REUSED");
    const signedIn = await reset("a-new-one-2026x");
    expect([await isIn(first.token), await isIn(signedIn.token)]).toEqual([false, true]);
    expect(await codeOf(reset("another-one-2026"))).toBe("IDENTITY_CODE_EXHAUSTED");
  });
});

describe("changing a phone (B-15)", () => {
  const askBoth = async (
    viewer: Awaited<ReturnType<PeopledHouse["register"]>>["viewer"],
    old: string,
    fresh: string,
  ) => {
    await withoutPause();
    const first = await house.codes.request(viewer, null, { phone: old, purpose: "CHANGE_PHONE" });
    const second = await house.codes.request(viewer, null, { phone: fresh, purpose: "CHANGE_PHONE" });
    const { challengeId } = first;
    const newChallengeId = second.challengeId;
    const code = await house.codeFor(challengeId);
    return { challengeId, code, newPhone: fresh, newChallengeId, newCode: await house.codeFor(newChallengeId) };
  };

  it("needs a code from the old and from the new number, and ends the other sessions", async () => {
    const [old, fresh] = [newPhone(), newPhone()];
    const { token } = await house.register(old);
    const { signedIn } = await house.signIn.signIn(house.guest(), { login: old, password: PASSWORD });
    const input = await askBoth(signedIn!.viewer, old, fresh);
    expect(await codeOf(house.credentials.changePhone(signedIn!.viewer, { ...input, newCode: "000000" }))).toBe(
      "IDENTITY_CODE_WRONG",
    );
    expect(
      await codeOf(
        house.credentials.changePhone(signedIn!.viewer, {
          ...input,
          newChallengeId: input.challengeId,
          newCode: input.code,
        }),
      ),
    ).toBe("IDENTITY_CODE_EXHAUSTED");
    const viewer = await house.credentials.changePhone(signedIn!.viewer, input);
    expect(viewer).toMatchObject({ displayName: `尾号${fresh.slice(-4)}用户` });
    expect([await isIn(token), await isIn(signedIn!.token)]).toEqual([false, true]);
    expect(await codeOf(house.signIn.signIn(house.guest(), { login: fresh, password: PASSWORD }))).toBe("accepted");
    expect(await codeOf(house.signIn.signIn(house.guest(), { login: old, password: PASSWORD }))).toBe(
      "IDENTITY_WRONG_CREDENTIALS",
    );
  });

  it("never says that the new number is somebody's, and does not take it", async () => {
    const [mine, theirs] = [newPhone(), newPhone()];
    const { viewer } = await house.register(mine);
    await house.register(theirs);
    const input = await askBoth(viewer, mine, theirs);
    expect(input.newCode).toBe("no code");
    expect(await codeOf(house.credentials.changePhone(viewer, { ...input, newCode: "123456" }))).toBe(
      "IDENTITY_CODE_WRONG",
    );
  });

  it("refuses the present number", async () => {
    const phone = newPhone();
    const { viewer } = await house.register(phone);
    const codes = { challengeId: "", code: "", newChallengeId: "", newCode: "" };
    expect(await codeOf(house.credentials.changePhone(viewer, { ...codes, newPhone: phone }))).toBe(
      "IDENTITY_PHONE_UNCHANGED",
    );
  });
});

describe("sessions", () => {
  it("are listed for their owner only, can be revoked, and end for good", async () => {
    const phone = newPhone();
    const first = await house.register(phone);
    const { signedIn: second } = await house.signIn.signIn(house.guest("borrower", "203.0.113.7"), {
      login: phone,
      password: PASSWORD,
    });
    const mine = await house.kernel.db.read(second!.viewer, (reader) => house.sessions.list(reader, second!.viewer));
    expect(mine.map(({ isCurrent, device, ipMasked }) => ({ isCurrent, device, ipMasked }))).toEqual([
      { isCurrent: true, device: "Chrome · Android", ipMasked: "203.0.113.*" },
      { isCurrent: false, device: "Chrome · Android", ipMasked: "-" },
    ]);
    const other = await house.register(newPhone());
    const firstId = "sessionId" in first.viewer ? first.viewer.sessionId : "";
    expect(await codeOf(house.sessions.revoke(other.viewer, firstId))).toBe("NOT_FOUND");
    expect(await house.identity.isSessionLive(firstId)).toBe(true);
    await house.sessions.revoke(second!.viewer, firstId);
    expect([await isIn(first.token), await house.identity.isSessionLive(firstId)]).toEqual([false, false]);
    await house.sessions.signOut(second!.viewer);
    expect(await isIn(second!.token)).toBe(false);
  });

  it("belong to one app, change their token at each sign-in, and are kept as a hash", async () => {
    const phone = newPhone();
    const first = await house.register(phone);
    expect(await house.identity.authenticate("admin", first.token)).toBeNull();
    const { signedIn } = await house.signIn.signIn(
      { ...house.guest(), viewer: first.viewer },
      { login: phone, password: PASSWORD },
    );
    expect([await isIn(first.token), await isIn(signedIn!.token)]).toEqual([false, true]);
    const [rows] = await house.owner`select string_agg(s::text, ' ') as text from sessions s`;
    expect(rows?.text).not.toContain(signedIn!.token);
  });

  it("end by idleness and by age, by the database's clock", async () => {
    const idle = await house.register(newPhone());
    const aged = await house.register(newPhone());
    const idOf = ({ viewer }: typeof idle) => ("sessionId" in viewer ? viewer.sessionId : "");
    await house.owner`update sessions set last_seen_at = clock_timestamp() - interval '31 days' where id = ${idOf(idle)}`;
    await house.owner`update sessions set expires_at = clock_timestamp() - interval '1 second' where id = ${idOf(aged)}`;
    expect([await isIn(idle.token), await isIn(aged.token)]).toEqual([false, false]);
  });

  it("count a person once among those online, however many devices they use", async () => {
    const before = await house.kernel.db.read(house.guest().viewer, (reader) => house.identity.peopleOnline(reader));
    expect(before).toBe(0);
    const count = () =>
      house.kernel.db.read({ kind: "SYSTEM", permissions: new Set() }, (reader) => house.identity.peopleOnline(reader));
    const start = await count();
    const phone = newPhone();
    await house.register(phone);
    await house.signIn.signIn(house.guest(), { login: phone, password: PASSWORD });
    expect(await count()).toBe(start + 1);
  });
});

describe("the gate before the hashes", () => {
  it("lets four run, keeps a queue, and refuses the rest at once", async () => {
    const gate = new HashGate(4, 2);
    const leave: (() => void)[] = [];
    let most = 0;
    let running = 0;
    const enter = () =>
      gate.run(async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise<void>((resolve) => leave.push(resolve));
        running -= 1;
      });
    const entered = Array.from({ length: 6 }, enter);
    expect(await codeOf(enter())).toBe("THROTTLED");
    for (let count = 0; count < 6; count += 1) {
      leave.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(entered);
    expect(most).toBe(4);
    const last = enter();
    leave.shift()?.();
    expect(await codeOf(last)).toBe("accepted");
  });
});
