import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestKernel, testKernel } from "../../../tests/kit/index.js";
import { createGateways } from "../index.js";
import { outboxRoutes } from "./index.js";

let world: TestKernel;
beforeAll(async () => {
  world = await testKernel();
});
afterAll(() => world.close());

describe("the sandbox outbox", () => {
  it("keeps a message once per key, with its code, and shows it by recipient", async () => {
    const { sms, email } = createGateways(world.kernel);
    const message = { to: "19900000001", text: "【贷超】验证码 402917,5 分钟内有效。", key: "challenge-1" };
    await Promise.all([sms.send(message), sms.send(message), sms.send(message)]);
    await email.send({
      to: "a@example.com",
      subject: "合同已生成",
      text: "合同编号 2026112200012345",
      key: "challenge-1",
    });
    const json = outboxRoutes(world.kernel).find(({ path }) => path === "/dev/outbox.json");
    const shown = JSON.parse((await json?.body({})) ?? "{}");
    expect(shown.messages).toHaveLength(2);
    const mine = JSON.parse((await json?.body({ to: "19900000001" })) ?? "{}");
    expect(mine.messages).toMatchObject([{ channel: "SMS", to: "19900000001", code: "402917" }]);
    expect(shown.messages.find(({ channel }: { channel: string }) => channel === "EMAIL")).toMatchObject({
      code: null,
    });
  });

  it("page carries no inline script or style", async () => {
    const page = await outboxRoutes(world.kernel)
      .find(({ path }) => path === "/dev/outbox")
      ?.body({});
    expect(page).not.toMatch(/<script(?![^>]*src=)|<style|\son\w+=|style=/);
  });

  it("does not exist in production, where an unconfigured vendor refuses", async () => {
    const { kernel } = world;
    const production = createGateways({ ...kernel, config: { ...kernel.config, isSandbox: false } });
    await expect(production.sms.send({ to: "1", text: "2", key: "3" })).rejects.toThrow(
      expect.objectContaining({ code: "UNAVAILABLE" }),
    );
    await expect(
      production.identityCheck.check({ name: "林晓雨", identityNumber: "110105199103070022", phone: "19900000001" }),
    ).rejects.toThrow(expect.objectContaining({ code: "UNAVAILABLE" }));
  });
});
