/** The people a sandbox shows to everybody, the two institutions they work for, and the partner's key. */
import { createHash } from "node:crypto";
import { sha256 } from "../../kernel/crypto/index.js";
import type { Tx } from "../../kernel/database/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import { channelEvents } from "../../modules/channels/index.js";
import { partnerKeys } from "../../modules/channels/partner-key.tables.js";
import { accounts } from "../../modules/identity/account.tables.js";
import { DEMO_PASSWORD } from "../../modules/identity/index.js";
import { institutions } from "../../modules/institutions/institution.tables.js";
import type { Modules } from "../modules.js";
import { demoLenders, type Lender } from "./lenders.js";

const YUAN = 100n;

/** The demo borrower's phone; the number of no invented persona of the sandbox. */
export const DEMO_PHONE = "19900000100";
export const DEMO_CHANNEL = "演示渠道";
/** The demo partner's token: no secret, for it opens an invented catalogue in a sandbox only. */
export const demoPartnerToken = (): string =>
  `dck_test_${createHash("sha256").update("daichao demo partner").digest("base64url")}`;

export type DemoRole = "reviewer-1" | "reviewer-2" | "manager";
export const demoKeyOf = (lender: Lender, role: DemoRole): string =>
  `${demoLenders.indexOf(lender) === 0 ? "a" : "b"}-${role}`;

interface Staff {
  readonly role: DemoRole;
  readonly name: string;
  readonly limit: bigint;
}

const STAFF: readonly (readonly Staff[])[] = [
  [
    { role: "reviewer-1", name: "沈知秋", limit: 100_000n * YUAN },
    { role: "reviewer-2", name: "顾行舟", limit: 100_000n * YUAN },
    { role: "manager", name: "陆明远", limit: 1_000_000n * YUAN },
  ],
  [
    { role: "reviewer-1", name: "许清和", limit: 80_000n * YUAN },
    { role: "reviewer-2", name: "方若溪", limit: 80_000n * YUAN },
    { role: "manager", name: "程以南", limit: 500_000n * YUAN },
  ],
];

const PLATFORM = [
  { key: "admin", login: "admin@daichao.example", name: "苏望舒", roles: ["PLATFORM_ADMIN"] },
  { key: "risk-officer", login: "risk@daichao.example", name: "韩予安", roles: ["RISK_OFFICER", "PRODUCT_REVIEWER"] },
] as const;

/** Makes the lender where it does not stand yet, under the same id in every database. */
export async function ensureLender(tx: Tx, modules: Modules, lender: Lender): Promise<void> {
  const { key: _key, isAutomatic: _automatic, ...wish } = lender;
  await modules.institutions.institutions.createInstitution(tx, system, wish);
}

async function addPartner(tx: Tx, { events }: Kernel, { channels }: Modules["channels"]): Promise<void> {
  const token = demoPartnerToken();
  const channel = await channels.createChannel(tx, system, DEMO_CHANNEL);
  const [key] = await tx
    .insert(partnerKeys)
    .values({ channelId: channel.id, prefix: token.slice(0, 13), tokenHash: sha256(token), scopes: ["products:read"] })
    .returning();
  if (!key) throw new Error("the demo partner's key was not written");
  await events.record(tx, system, channelEvents.keyIssued, {
    subject: { type: "PartnerKey", id: key.id },
    channelId: channel.id,
    facts: { channelId: channel.id, keyId: key.id },
  });
}

/** Institutions A and B, the demo accounts and the partner's key, once; nothing where they stand. */
export async function ensureDemoAccounts(tx: Tx, kernel: Kernel, modules: Modules): Promise<boolean> {
  const { identity } = modules.identity;
  if ((await tx.$count(accounts)) > 0 || (await tx.$count(institutions)) > 0) return false;
  const borrowerHash = await identity.hashPassword("BORROWER", DEMO_PASSWORD);
  const passwordHash = await identity.hashPassword("INSTITUTION", DEMO_PASSWORD);
  await identity.createBorrowerAccount(tx, system, {
    phone: DEMO_PHONE,
    passwordHash: borrowerHash,
    demoKey: "borrower",
  });
  for (const [index, lender] of demoLenders.entries()) {
    await ensureLender(tx, modules, lender);
    for (const { role, name, limit } of STAFF[index] ?? [])
      await identity.createStaff(tx, system, {
        kind: "INSTITUTION",
        login: `${role.replace("-", "")}@${lender.key}.example`,
        displayName: name,
        passwordHash,
        roles: [role === "manager" ? "INSTITUTION_MANAGER" : "REVIEWER"],
        institutionId: lender.id,
        decisionLimit: limit,
        demoKey: demoKeyOf(lender, role),
      });
  }
  for (const { key, login, name, roles } of PLATFORM)
    await identity.createStaff(tx, system, {
      kind: "PLATFORM",
      login,
      displayName: name,
      passwordHash,
      roles,
      demoKey: key,
    });
  await addPartner(tx, kernel, modules.channels);
  return true;
}
