import { TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSWORD, type PeopledHouse, peopledHouse } from "../../../tests/kit/peopled-house.js";
import { anonymous, system } from "../../kernel/viewer/index.js";
import { DEMO_PASSWORD } from "./index.js";

let house: PeopledHouse;
beforeAll(async () => {
  house = await peopledHouse();
});
afterAll(() => house.close());

let lastPhone = 13_900_000_000;
const newPhone = () => String(++lastPhone);
const codeOf = async (error: Promise<unknown>) =>
  error.then(
    () => "accepted",
    (reason: { code?: string }) => reason.code ?? String(reason),
  );
const tally = (outcomes: readonly string[]) =>
  Object.fromEntries(
    Map.groupBy(outcomes, (outcome) => outcome)
      .entries()
      .map(([key, all]) => [key, all.length]),
  );
const ask = (phone: string, purpose: "REGISTER" | "SIGN_IN" | "RESET_PASSWORD") =>
  house.codes.request(anonymous, null, { phone, purpose });
const wrongFor = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("asking for a code", () => {
  it("answers a known and an unknown phone alike, and tells only the phone's owner which it is", async () => {
    const known = newPhone();
    await house.register(known);
    const unknown = newPhone();
    const answers = [await ask(known, "SIGN_IN"), await ask(unknown, "SIGN_IN")];
    const shapes = answers.map((answer) => ({
      keys: Object.keys(answer).sort(),
      resend: answer.resendAfterSeconds,
      minutes: Math.round((answer.expiresAt.getTime() - house.kernel.clock.now().getTime()) / 60_000),
      mask: answer.phoneMasked.replace(/\d{4}$/, ""),
    }));
    expect(shapes[0]).toEqual(shapes[1]);
    expect(await house.codeFor(answers[0]!.challengeId)).toMatch(/^\d{6}$/);
    expect((await house.codes.messageFor(answers[1]!.challengeId))?.text).toContain("尚未注册");
  });

  it("tells a registered phone's owner to sign in instead of registering, and no code opens that challenge", async () => {
    const phone = newPhone();
    await house.register(phone);
    await house.owner`update attempt_counters set window_from = window_from - interval '2 minutes' where key like 'code:pause:%'`;
    const { challengeId } = await ask(phone, "REGISTER");
    expect((await house.codes.messageFor(challengeId))?.text).toContain("已注册");
    const derived = house.kernel.vault.derive("code", challengeId).readUIntBE(0, 6) % 1_000_000;
    const code = String(derived).padStart(6, "0");
    expect(await codeOf(house.codes.check({ challengeId, code, purpose: "REGISTER" }))).toBe("IDENTITY_CODE_WRONG");
  });

  it("waits 60 seconds before the next, and keeps a budget per address", async () => {
    const phone = newPhone();
    await ask(phone, "SIGN_IN");
    expect(await codeOf(ask(phone, "SIGN_IN"))).toBe("IDENTITY_CODE_TOO_SOON");
    await house.owner`insert into attempt_counters (key, count) values (${`code:ip:${house.kernel.vault.blindIndex("ip", "203.0.113.9")}`}, 100000)`;
    const crowded = house.codes.request(anonymous, "203.0.113.9", { phone: newPhone(), purpose: "SIGN_IN" });
    expect(await codeOf(crowded)).toBe("IDENTITY_CODE_BUDGET_SPENT");
  });

  it("refuses what is no mobile number, and changing a phone without an account", async () => {
    expect(await codeOf(ask("12345", "SIGN_IN"))).toBe("IDENTITY_PHONE_INVALID");
    const change = house.codes.request(anonymous, null, { phone: newPhone(), purpose: "CHANGE_PHONE" });
    expect(await codeOf(change)).toBe("UNAUTHENTICATED");
  });

  it("hands the code to the phone by a reaction, and leaves it out of rows, jobs and events", async () => {
    const phone = newPhone();
    const { challengeId } = await ask(phone, "REGISTER");
    const [reaction] = house.reactions ?? [];
    const [event] = await house.owner`select * from events where facts->>'challengeId' = ${challengeId}`;
    await reaction?.run(event as never);
    const code = await house.codeFor(challengeId);
    expect(house.sent.at(-1)).toMatchObject({ to: phone, key: event?.id });
    expect(house.sent.at(-1)?.text).toContain(code);
    const [rows] = await house.owner`
      select (select string_agg(c::text, ' ') from code_challenges c) || (select string_agg(facts::text, ' ') from events) as text`;
    expect(rows?.text).not.toContain(phone);
  });
});

describe("a code under a race of fifty", () => {
  it("is tried at most five times, however many guess at once", async () => {
    const phone = newPhone();
    const { challengeId } = await ask(phone, "REGISTER");
    const code = wrongFor(await house.codeFor(challengeId));
    const guesses = Array.from({ length: 50 }, () =>
      codeOf(house.codes.check({ challengeId, code, purpose: "REGISTER" })),
    );
    expect(tally(await Promise.all(guesses))).toEqual({ IDENTITY_CODE_WRONG: 5, IDENTITY_CODE_EXHAUSTED: 45 });
    const right = await house.codeFor(challengeId);
    expect(await codeOf(house.codes.check({ challengeId, code: right, purpose: "REGISTER" }))).toBe(
      "IDENTITY_CODE_EXHAUSTED",
    );
  });

  it("opens exactly one door when fifty are right", async () => {
    const phone = newPhone();
    await house.register(phone);
    const { challengeId } = await ask(phone, "SIGN_IN");
    const code = await house.codeFor(challengeId);
    const tries = Array.from({ length: 50 }, () =>
      codeOf(house.signIn.signInWithCode(house.guest(), { challengeId, code })),
    );
    expect(tally(await Promise.all(tries))).toEqual({ accepted: 1, IDENTITY_CODE_EXHAUSTED: 49 });
    const [row] = await house.owner`select attempts from code_challenges where id = ${challengeId}`;
    expect(row?.attempts).toBeLessThanOrEqual(5);
  });

  it("opens nothing it was not asked for", async () => {
    const { challengeId } = await ask(newPhone(), "REGISTER");
    const code = await house.codeFor(challengeId);
    expect(await codeOf(house.codes.check({ challengeId, code, purpose: "RESET_PASSWORD" }))).toBe(
      "IDENTITY_CODE_WRONG",
    );
  });

  it("is bound to the thing it signs", async () => {
    const { viewer } = await house.register(newPhone());
    if (viewer.kind !== "BORROWER") throw new Error("not a borrower");
    const { accountId } = viewer;
    const subjectId = crypto.randomUUID();
    const { challengeId } = await house.identity.requestCode(viewer, {
      purpose: "SIGN_CONTRACT",
      accountId,
      subjectId,
    });
    const code = await house.codeFor(challengeId);
    const attempt = { challengeId, code, purpose: "SIGN_CONTRACT" as const, accountId };
    expect(await codeOf(house.identity.checkCode({ ...attempt, subjectId: crypto.randomUUID() }))).toBe(
      "IDENTITY_CODE_WRONG",
    );
    const grant = await house.identity.checkCode({ ...attempt, subjectId });
    await house.kernel.db.write(system, (tx) => house.identity.spendCode(tx, grant));
    expect(await codeOf(house.kernel.db.write(system, (tx) => house.identity.spendCode(tx, grant)))).toBe(
      "IDENTITY_CODE_EXHAUSTED",
    );
  });
});

describe("registering", () => {
  it("needs the terms, a decent password and the code", async () => {
    const { challengeId } = await ask(newPhone(), "REGISTER");
    const input = { challengeId, code: await house.codeFor(challengeId), password: PASSWORD, acceptsTerms: true };
    const register = (changed: Partial<typeof input>) =>
      codeOf(house.signIn.register(house.guest(), { ...input, ...changed }));
    expect(await register({ acceptsTerms: false })).toBe("IDENTITY_TERMS_NOT_ACCEPTED");
    expect(await register({ password: "12345678" })).toBe("IDENTITY_PASSWORD_COMMON");
    expect(await register({})).toBe("accepted");
  });

  it("keeps no clear phone in the database", async () => {
    const phone = newPhone();
    await house.register(phone);
    const [rows] = await house.owner`select string_agg(a::text, ' ') as text from accounts a`;
    expect(rows?.text).not.toContain(phone);
  });
});

describe("signing in with a password", () => {
  it("takes the password in any composition of its characters", async () => {
    const phone = newPhone();
    await house.register(phone, "caf\u00e9-au-lait");
    const { signedIn } = await house.signIn.signIn(house.guest(), { login: phone, password: "cafe\u0301-au-lait" });
    expect(signedIn?.viewer.kind).toBe("BORROWER");
  });

  it("refuses an unknown login, a wrong password and the wrong app in the same words", async () => {
    const phone = newPhone();
    await house.register(phone);
    const refusalOf = (login: string, password: string, app: "borrower" | "admin") =>
      house.signIn
        .signIn(house.guest(app), { login, password })
        .catch((error: { code: string; params: unknown; field?: string }) => ({
          code: error.code,
          params: error.params,
          field: error.field,
        }));
    const wrong = await refusalOf(phone, "not-this-one-7", "borrower");
    expect(wrong).toMatchObject({ code: "IDENTITY_WRONG_CREDENTIALS" });
    expect(await refusalOf(newPhone(), "not-this-one-7", "borrower")).toEqual(wrong);
    const other = newPhone();
    await house.register(other);
    expect(await refusalOf(other, PASSWORD, "admin")).toEqual(wrong);
  });

  it("locks a login after five wrong passwords, known or not, and a code still lets its owner in (B-16)", async () => {
    for (const phone of [newPhone(), newPhone()]) {
      const isKnown = phone === String(lastPhone);
      if (isKnown) await house.register(phone);
      const tries = Array.from({ length: 8 }, () =>
        codeOf(house.signIn.signIn(house.guest(), { login: phone, password: "not-this-one-7" })),
      );
      expect(tally(await Promise.all(tries))).toEqual({ IDENTITY_WRONG_CREDENTIALS: 5, IDENTITY_LOCKED: 3 });
      expect(await codeOf(house.signIn.signIn(house.guest(), { login: phone, password: PASSWORD }))).toBe(
        "IDENTITY_LOCKED",
      );
      if (!isKnown) continue;
      const { challengeId } = await ask(phone, "SIGN_IN");
      const code = await house.codeFor(challengeId);
      expect(await codeOf(house.signIn.signInWithCode(house.guest(), { challengeId, code }))).toBe("accepted");
      expect(await codeOf(house.signIn.signIn(house.guest(), { login: phone, password: PASSWORD }))).toBe("accepted");
    }
  });

  it("opens a lock when its time is over", async () => {
    const phone = newPhone();
    await house.register(phone);
    for (let count = 0; count < 5; count += 1)
      await codeOf(house.signIn.signIn(house.guest(), { login: phone, password: "not-this-one-7" }));
    await house.owner`update attempt_counters set window_from = window_from - interval '16 minutes' where key like 'sign-in:%'`;
    expect(await codeOf(house.signIn.signIn(house.guest(), { login: phone, password: PASSWORD }))).toBe("accepted");
  });

  it("makes a weaker hash of former days stronger", async () => {
    const phone = newPhone();
    const { viewer } = await house.register(phone);
    const { hash } = await import("@node-rs/argon2");
    const weak = await hash(PASSWORD, { memoryCost: 8 * 1024, timeCost: 1 });
    const id = "accountId" in viewer ? viewer.accountId : "";
    await house.owner`update accounts set password_hash = ${weak} where id = ${id}`;
    await house.signIn.signIn(house.guest(), { login: phone, password: PASSWORD });
    const [row] = await house.owner`select password_hash from accounts where id = ${id}`;
    expect(row?.password_hash).toContain("$m=19456,t=2,p=1$");
  });
});

describe("staff", () => {
  const codeNow = (secret: string) => new TOTP({ secret }).generate({ timestamp: house.kernel.clock.now().getTime() });

  it("sign in with a second factor, and no code works twice", async () => {
    const { totpSecret } = await house.hire("alice@platform");
    const begin = () => house.signIn.signIn(house.guest("admin"), { login: "Alice@Platform", password: PASSWORD });
    const first = await begin();
    expect(first.signedIn).toBeNull();
    const code = codeNow(totpSecret);
    const challengeId = first.secondFactor!.challengeId;
    const signedIn = await house.signIn.verifySecondFactor(house.guest("admin"), { challengeId, code });
    expect(signedIn).toMatchObject({ app: "admin", viewer: { kind: "PLATFORM" } });
    const second = await begin();
    const again = house.signIn.verifySecondFactor(house.guest("admin"), {
      challengeId: second.secondFactor!.challengeId,
      code,
    });
    expect(await codeOf(again)).toBe("IDENTITY_CODE_WRONG");
  });

  it("have five tries at the second factor even at once", async () => {
    const { totpSecret } = await house.hire("bob@platform");
    const { secondFactor } = await house.signIn.signIn(house.guest("admin"), {
      login: "bob@platform",
      password: PASSWORD,
    });
    const challengeId = secondFactor!.challengeId;
    const wrong = wrongFor(codeNow(totpSecret)).replace(/^./, (digit) => String((Number(digit) + 5) % 10));
    const tries = Array.from({ length: 12 }, () =>
      codeOf(house.signIn.verifySecondFactor(house.guest("admin"), { challengeId, code: wrong })),
    );
    expect(tally(await Promise.all(tries))).toEqual({ IDENTITY_CODE_WRONG: 5, IDENTITY_CODE_EXHAUSTED: 7 });
  });
});

describe("demo accounts", () => {
  it("are shown with everything needed to sign in, and only they open in one step", async () => {
    const passwordHash = await house.identity.hashPassword("PLATFORM", DEMO_PASSWORD);
    const wish = {
      kind: "PLATFORM",
      login: "admin@demo",
      displayName: "周敏",
      passwordHash,
      roles: ["PLATFORM_ADMIN"],
      demoKey: "admin",
    } as const;
    await house.kernel.db.write(system, (tx) => house.identity.createStaff(tx, system, wish));
    const [demo] = await house.demoAccounts.list("zh-CN");
    expect(demo).toMatchObject({
      key: "admin",
      label: "平台管理员 · 周敏",
      login: "admin@demo",
      password: DEMO_PASSWORD,
    });
    const { secondFactor } = await house.signIn.signIn(house.guest("admin"), {
      login: demo!.login,
      password: demo!.password,
    });
    const input = { challengeId: secondFactor!.challengeId, code: demo!.oneTimeCode ?? "" };
    expect(await codeOf(house.signIn.verifySecondFactor(house.guest("admin"), input))).toBe("accepted");
    expect(await codeOf(house.demoAccounts.signIn(house.guest("admin"), "admin"))).toBe("accepted");
    expect(await codeOf(house.demoAccounts.signIn(house.guest("admin"), "somebody"))).toBe("NOT_FOUND");
  });
});
