/** A house with people in it: settings, identity, institutions and channels over a fresh database, messages kept in a list. */
import type { SmsMessage } from "../../src/gateways/sms/index.js";
import type { AppName } from "../../src/kernel/context/index.js";
import { system, type Viewer } from "../../src/kernel/viewer/index.js";
import { createChannelsModule } from "../../src/modules/channels/module.js";
import { createIdentityModule } from "../../src/modules/identity/module.js";
import type { Client } from "../../src/modules/identity/session.service.js";
import { createInstitutionsModule } from "../../src/modules/institutions/module.js";
import { createSettingsModule } from "../../src/modules/settings/module.js";
import { testKernel } from "./index.js";

export const PASSWORD = "horse-battery-9";

export async function peopledHouse() {
  const test = await testKernel();
  const { kernel } = test;
  const sent: SmsMessage[] = [];
  const sms = { send: async (message: SmsMessage) => void sent.push(message) };
  const settings = createSettingsModule(kernel);
  const identity = createIdentityModule(kernel, { ...settings, sms });
  const institutions = createInstitutionsModule(kernel, identity);
  const channels = createChannelsModule(kernel);
  const line = [settings, identity, institutions, channels];
  kernel.events.register(line.flatMap(({ reactions = [] }) => reactions));
  kernel.approvals.register(line.flatMap(({ approvals = [] }) => approvals));
  await settings.settings.seed();
  await kernel.db.write(system, (tx) => identity.identity.seedRoles(tx));

  const guest = (app: AppName | null = "borrower", ip: string | null = null): Client => ({
    app,
    ip,
    userAgent: "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140",
    viewer: { kind: "ANONYMOUS", permissions: new Set() },
  });
  const codeFor = async (challengeId: string): Promise<string> =>
    /验证码 (\d{6})/.exec((await identity.codes.messageFor(challengeId))?.text ?? "")?.[1] ?? "no code";
  const register = async (phone: string, password = PASSWORD) => {
    const ask = await identity.codes.request(guest().viewer, null, { phone, purpose: "REGISTER" });
    const { challengeId } = ask;
    return identity.signIn.register(guest(), {
      challengeId,
      code: await codeFor(challengeId),
      password,
      acceptsTerms: true,
    });
  };
  const hire = async (login: string, roles: readonly string[] = ["PLATFORM_ADMIN"]) => {
    const passwordHash = await identity.identity.hashPassword("PLATFORM", PASSWORD);
    const wish = { kind: "PLATFORM", login, displayName: login, passwordHash, roles } as const;
    const hired = await kernel.db.write(system, (tx) => identity.identity.createStaff(tx, system, wish));
    const viewer: Viewer & { kind: "PLATFORM" } = {
      kind: "PLATFORM",
      accountId: hired.account.id,
      sessionId: hired.account.id,
      displayName: login,
      permissions: new Set(["account:freeze", "account:read", "parameter:change", "channel:manage", "clock:advance"]),
    };
    return { ...hired, viewer };
  };
  /** The same rooms in another process: nothing shared but the database. */
  const elsewhere = () => ({ ...createSettingsModule(kernel), ...createChannelsModule(kernel) });
  return {
    ...test,
    ...settings,
    ...identity,
    ...institutions,
    ...channels,
    sent,
    guest,
    codeFor,
    register,
    hire,
    elsewhere,
  };
}

export type PeopledHouse = Awaited<ReturnType<typeof peopledHouse>>;
