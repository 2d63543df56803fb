/** A world of people who borrow, for service tests: the left half of the line on one database. */
import "reflect-metadata";
import { createGateways, type Gateways } from "../../src/gateways/index.js";
import { newId } from "../../src/kernel/ids/index.js";
import type { Kernel } from "../../src/kernel/index.js";
import { type BorrowerViewer, type InstitutionViewer, system } from "../../src/kernel/viewer/index.js";
import { type BorrowersModule, createBorrowersModule } from "../../src/modules/borrowers/module.js";
import { createIdentityModule, type IdentityModule } from "../../src/modules/identity/module.js";
import type { InstitutionRow } from "../../src/modules/institutions/index.js";
import { createInstitutionsModule, type InstitutionsModule } from "../../src/modules/institutions/module.js";
import { createSettingsModule } from "../../src/modules/settings/module.js";

export interface BorrowerWorld {
  readonly gateways: Gateways;
  readonly settings: ReturnType<typeof createSettingsModule>["settings"];
  readonly identity: IdentityModule;
  readonly institutions: InstitutionsModule;
  readonly borrowers: BorrowersModule;
  /** A signed-in borrower with a phone of their own and nothing else. */
  borrower(phone?: string): Promise<BorrowerViewer>;
  /** A borrower whose identity is verified. */
  verified(name: string, identityNumber: string, phone?: string): Promise<BorrowerViewer>;
  institution(): Promise<InstitutionRow>;
  /** Somebody who works for a lender; no account stands behind them. */
  reviewer(institutionId: string): InstitutionViewer;
}

const USCCS = ["91110108MA01GYGP5K", "91310115MA1K3YJ12G", "91330106MA2CC9DU02"];

const lender = (number: number) => ({
  name: `晴川第${number}银行股份有限公司`,
  shortName: `晴川${number}`,
  licenceKind: "BANK" as const,
  licenceNumber: `B${number}0001`,
  uscc: USCCS[number - 1] ?? "",
  province: "北京市",
  servicePhone: "4008001234",
  contactEmail: "service@example.com",
  state: "ACTIVE" as const,
});

const reviewer = (institutionId: string): InstitutionViewer => ({
  kind: "INSTITUTION",
  accountId: newId(),
  sessionId: newId(),
  permissions: new Set(["personal-data:reveal", "document:view"]),
  displayName: "审核员周宁",
  institutionId,
  decisionLimit: 0n,
});

export async function openBorrowerWorld(kernel: Kernel): Promise<BorrowerWorld> {
  const gateways = createGateways(kernel);
  const settings = createSettingsModule(kernel);
  const identity = createIdentityModule(kernel, { ...settings, ...gateways });
  const institutions = createInstitutionsModule(kernel, identity);
  const borrowers = createBorrowersModule(kernel, { ...settings, ...identity, ...gateways });
  await settings.settings.seed();
  await kernel.db.write(system, (tx) => identity.identity.seedRoles(tx));
  let phones = 0;
  let lenders = 0;
  const nextPhone = (): string => {
    phones += 1;
    return `177${String(phones).padStart(8, "0")}`;
  };

  async function borrower(phone = nextPhone()): Promise<BorrowerViewer> {
    const wish = { phone, passwordHash: "none" };
    const account = await kernel.db.write(system, (tx) => identity.identity.createBorrowerAccount(tx, system, wish));
    const { id, displayName } = account;
    const session = { sessionId: newId(), permissions: new Set<string>(), displayName, isFrozen: false };
    return { kind: "BORROWER", accountId: id, borrowerId: id, ...session };
  }

  return {
    gateways,
    settings: settings.settings,
    identity,
    institutions,
    borrowers,
    borrower,
    reviewer,
    async verified(name, identityNumber, phone) {
      const viewer = await borrower(phone);
      await borrowers.borrowers.verifyIdentity(viewer, { name, identityNumber });
      return viewer;
    },
    institution() {
      lenders += 1;
      const wish = lender(lenders);
      return kernel.db.write(system, (tx) => institutions.institutions.createInstitution(tx, system, wish));
    },
  };
}
