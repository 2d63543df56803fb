/** Desks of all lenders: the people of those that have no demo accounts, rule sets in force, consent texts, offerings. */

import { eq } from "drizzle-orm";
import type { Reader, Tx } from "../../kernel/database/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import * as products from "../../modules/catalog/product.repository.js";
import * as accountRepository from "../../modules/identity/account.repository.js";
import { accounts } from "../../modules/identity/account.tables.js";
import { DEMO_PASSWORD } from "../../modules/identity/index.js";
import { personKeys } from "../../modules/identity/person-key.tables.js";
import * as roleRepository from "../../modules/identity/role.repository.js";
import { accountRoles } from "../../modules/identity/role.tables.js";
import * as ruleSets from "../../modules/underwriting/rule-set.repository.js";
import { ruleSetVersions } from "../../modules/underwriting/rule-set.tables.js";
import type { Modules } from "../modules.js";
import type { Desk, Offering } from "./desk.js";
import { busyLenders, demoLenders, type Lender, lenders } from "./lenders.js";
import { Random } from "./random.js";
import { insertRows } from "./rows.js";
import { shelf } from "./shelf.js";
import type { Times } from "./times.js";

const YUAN = 100n;
const RULES_FROM_DAYS = 480;

/** The third busy lender's reviewer is a demo account too: three desks show that what one of them sees is no other's. */
const DEMO_CLERK = { role: "REVIEWER", demoKey: "c-reviewer-1" };

/** Two people who decide at each lender without demo accounts; nobody can sign in as them, but for the one above. */
export async function hireClerks(
  tx: Tx,
  { vault, clock }: Kernel,
  { identity }: Modules["identity"],
  times: Times,
): Promise<void> {
  const roles = await roleRepository.all(tx);
  const passwordHash = await identity.hashPassword("INSTITUTION", DEMO_PASSWORD);
  const made = lenders
    .filter((lender) => !demoLenders.includes(lender))
    .flatMap((lender) => ["REVIEWER", "INSTITUTION_MANAGER"].map((code) => clerkOf(lender, code)));
  await insertRows(
    tx,
    personKeys,
    made.map(({ key }) => key),
  );
  await insertRows(
    tx,
    accounts,
    made.map(({ account }) => account),
  );
  await insertRows(
    tx,
    accountRoles,
    made.map(({ held }) => held),
  );

  function clerkOf(lender: Lender, code: string) {
    const random = new Random(`clerk/${lender.key}/${code}`);
    const id = random.id();
    const wrapped = vault.newPersonKey(id);
    const login = `${code === "REVIEWER" ? "review" : "manage"}@${lender.key}.example`;
    const roleId = roles.find((role) => role.code === code)?.id;
    if (!roleId) throw new Error(`there is no role ${code}`);
    const account = {
      id,
      kind: "INSTITUTION" as const,
      loginIndex: vault.blindIndex("login", login),
      loginSealed: vault.person(id, wrapped).seal(`accounts.login.${id}`, login),
      displayName: `${random.pick([..."周吴郑冯蒋沈韩杨朱秦"])}${random.pick(["文清", "书宁", "亦安", "若谷", "知行", "景明", "怀瑾", "如是"])}`,
      institutionId: lender.id,
      decisionLimit: (code === "REVIEWER" ? 200_000n : 5_000_000n) * YUAN,
      createdAt: times.real(times.daysAgo(RULES_FROM_DAYS, 600)),
      ...(busyLenders.includes(lender) &&
        code === DEMO_CLERK.role && { passwordHash, demoKey: DEMO_CLERK.demoKey, createdAt: clock.now() }),
    };
    return { key: { personId: id, wrapped }, account, held: { accountId: id, roleId } };
  }
}

/** Puts every lender's first model in force, as of before the first application. */
export async function enactRules(tx: Tx, { ruleSets: service }: Modules["underwriting"], times: Times): Promise<void> {
  for (const { id, licenceKind, isAutomatic } of lenders) {
    const { id: ruleSetId } = await service.activeFor(tx, { id, licenceKind });
    const activatedAt = times.daysAgo(RULES_FROM_DAYS, 600);
    await tx.update(ruleSetVersions).set({ activatedAt }).where(eq(ruleSetVersions.id, ruleSetId));
    await service.setAutomaticApproval(tx, id, isAutomatic);
  }
}

async function deskOf(reader: Reader, modules: Modules, lender: Lender): Promise<Desk> {
  const institution = await modules.institutions.institutions.find(reader, system, lender.id);
  const ruleSet = await ruleSets.active(reader, lender.id);
  if (!institution || !ruleSet) throw new Error(`${lender.key} is not open`);
  const staff = await accountRepository.ofInstitution(reader, lender.id);
  const clerks = staff.map(({ id, displayName: name, decisionLimit: limit }) => ({ id, name, limit }));
  const { hash, title, paragraphs } = modules.borrowers.consents.textFor(institution);
  return {
    lender,
    ruleSet,
    clerks: clerks.sort((a, b) => Number(a.limit - b.limit) || (a.name < b.name ? -1 : 1)),
    consent: { hash, title, paragraphs },
  };
}

/** Everything on the shelf, in its order, with the desk behind it. */
export async function openDesks(reader: Reader, modules: Modules): Promise<Offering[]> {
  const desks = new Map<string, Desk>();
  for (const lender of lenders) desks.set(lender.id, await deskOf(reader, modules, lender));
  const rows = await products.published(reader);
  const versions = await products.versionsByIds(
    reader,
    rows.flatMap((row) => row.currentVersionId ?? []),
  );
  const byName = new Map(versions.map((version) => [version.name, version]));
  return shelf.map(({ name }) => {
    const version = byName.get(name);
    const desk = version && desks.get(version.institutionId);
    if (!version || !desk) throw new Error(`${name} is not on offer`);
    return { productId: version.productId, version, desk };
  });
}
