import { type TOTP, URI } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, type World } from "../../../tests/kit/world.js";
import { buildKernel } from "../kernel.js";
import { buildModules } from "../modules.js";
import { createPlatformStaff, staffProblem } from "./index.js";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const roles = ["PLATFORM_ADMIN", "RISK_OFFICER"];
const wish = { login: "first@house.example", name: "苏望舒", roles: ["PLATFORM_ADMIN"] };

describe("the first people of a new house", () => {
  it("are refused in a sentence when the wish cannot be granted", () => {
    expect(staffProblem(wish, roles)).toBeNull();
    expect(staffProblem({ ...wish, login: "nobody" }, roles)).toContain("--login");
    expect(staffProblem({ ...wish, name: " " }, roles)).toContain("--name");
    expect(staffProblem({ ...wish, roles: ["REVIEWER"] }, roles)).toContain("no role REVIEWER");
  });

  it("sign in with what was printed once: the password and then a code of the second factor", async () => {
    const { kernel, close } = buildKernel(world.config, "worker");
    const made = await createPlatformStaff(kernel, buildModules(kernel).identity, wish).finally(close);
    const browser = world.caller({ app: "admin" });
    const { signIn } = await browser.run<{ signIn: { viewer: null; secondFactor: { challengeId: string } } }>(
      "mutation($input: SignInInput!) { signIn(input: $input) { viewer { id } secondFactor { challengeId } } }",
      { input: { login: made.login, password: made.password } },
    );
    expect(signIn.viewer).toBeNull();
    const factor = URI.parse(made.totpUri) as TOTP;
    const { verifySecondFactor } = await browser.run<{ verifySecondFactor: { kind: string; permissions: string[] } }>(
      "mutation($input: VerifySecondFactorInput!) { verifySecondFactor(input: $input) { kind permissions } }",
      { input: { challengeId: signIn.secondFactor.challengeId, code: factor.generate() } },
    );
    expect(verifySecondFactor.kind).toBe("PLATFORM");
    expect(verifySecondFactor.permissions).toContain("account:freeze");
  });

  it("cannot be made twice under one login", async () => {
    const { kernel, close } = buildKernel(world.config, "worker");
    const again = createPlatformStaff(kernel, buildModules(kernel).identity, wish).finally(close);
    await expect(again).rejects.toMatchObject({ code: "IDENTITY_LOGIN_TAKEN" });
  });
});
