/** A small market on a real database: lenders with people, products, and borrowers ready to apply. */
import { identityCheckDigit, usccCheckDigit } from "@daichao/finance";
import type { BureauReport, CreditBureauGateway } from "../../src/gateways/credit-bureau/index.js";
import { createSandboxDocumentReading } from "../../src/gateways/document-reading/sandbox.js";
import { createDiskFiles } from "../../src/gateways/files/disk.js";
import { createSandboxIdentityCheck } from "../../src/gateways/identity-check/sandbox.js";
import { kernelErrors } from "../../src/kernel/errors/index.js";
import { newId } from "../../src/kernel/ids/index.js";
import { drainJobs, type JobSet } from "../../src/kernel/jobs/index.js";
import { type BorrowerViewer, type InstitutionViewer, system } from "../../src/kernel/viewer/index.js";
import { createActivityModule } from "../../src/modules/activity/module.js";
import { createApplicationsModule } from "../../src/modules/applications/module.js";
import { createBorrowersModule } from "../../src/modules/borrowers/module.js";
import { createCatalogModule } from "../../src/modules/catalog/module.js";
import type { ProductTerms } from "../../src/modules/catalog/product-terms.rules.js";
import { createCreditModule } from "../../src/modules/credit/module.js";
import { createIdentityModule } from "../../src/modules/identity/module.js";
import { createInstitutionsModule } from "../../src/modules/institutions/module.js";
import { createSettingsModule } from "../../src/modules/settings/module.js";
import { createUnderwritingModule } from "../../src/modules/underwriting/module.js";
import { testKernel } from "./index.js";
import { sampleProduct } from "./sample-product.js";

export interface Lender {
  readonly id: string;
  readonly reviewer: InstitutionViewer;
  readonly checker: InstitutionViewer;
}

/** A file every model passes. */
export const soundFile: BureauReport = {
  provider: "test",
  reference: "R",
  score: 780,
  openLoanCount: 0,
  totalOutstanding: 0n,
  monthlyObligation: 0n,
  worstDaysPastDue12Months: 0,
  hardQueries90Days: 0,
  historyMonths: 120,
};

const borrowerPermissions = [
  "application:read",
  "application:submit",
  "application:withdraw",
  "offer:answer",
  "borrower:own",
  "profile:write",
  "document:view",
  "contract:sign",
];
const reviewerPermissions = [
  "application:read",
  "application:review",
  "application:decide",
  "personal-data:reveal",
  "document:view",
  "approval:read",
];

/** Opens the market; close it in afterAll. The bureau says what `bureau.file` holds, and nothing while `bureau.isDown`. */
export async function openMarket() {
  const { kernel, owner, close } = await testKernel();
  const bureau = { file: soundFile, isDown: false, questions: 0 };
  const creditBureau: CreditBureauGateway = {
    async report() {
      bureau.questions += 1;
      if (bureau.isDown) throw kernelErrors.unavailable();
      return bureau.file;
    },
  };
  const silent = { send: async () => {} };
  const settings = createSettingsModule(kernel);
  await settings.settings.seed();
  const identity = createIdentityModule(kernel, { ...settings, sms: silent as never });
  await kernel.db.write(system, (tx) => identity.identity.seedRoles(tx));
  const people = { ...settings, ...identity };
  const institutions = createInstitutionsModule(kernel, people);
  const files = createDiskFiles(kernel.config.dataDir);
  const borrowers = createBorrowersModule(kernel, {
    ...people,
    files,
    identityCheck: createSandboxIdentityCheck(),
    documentReading: createSandboxDocumentReading(),
  });
  const credit = createCreditModule(kernel, { ...settings, ...borrowers, creditBureau });
  const catalog = createCatalogModule(kernel, { ...settings, ...institutions });
  const activity = createActivityModule(kernel, { ...settings, ...borrowers, ...catalog });
  const left = { ...people, ...institutions, ...borrowers, ...credit, ...catalog, ...activity };
  const applications = createApplicationsModule(kernel, left);
  const underwriting = createUnderwritingModule(kernel, { ...left, ...applications });
  kernel.events.register([
    ...(activity.reactions ?? []),
    ...(applications.reactions ?? []),
    ...(underwriting.reactions ?? []),
  ]);
  kernel.approvals.register(underwriting.approvals ?? []);
  const jobs: JobSet = { daily: [], queued: [], periodic: [] };
  const drain = () => drainJobs({ ...kernel, ownerUrl: kernel.config.ownerUrl }, jobs);
  let serial = 0;

  async function staff(
    institutionId: string,
    displayName: string,
    decisionLimit: bigint,
    more: string[] = [],
  ): Promise<InstitutionViewer> {
    const accountId = newId();
    const permissions = new Set([...reviewerPermissions, ...more]);
    return {
      kind: "INSTITUTION",
      accountId,
      sessionId: newId(),
      permissions,
      displayName,
      institutionId,
      decisionLimit,
    };
  }

  async function lender(
    shortName: string,
    licenceKind: "BANK" | "CONSUMER_FINANCE" | "MICRO_LENDER" = "BANK",
  ): Promise<Lender> {
    serial += 1;
    const body = `9111000060003${String(7000 + serial)}`;
    const row = await kernel.db.write(system, (tx) =>
      institutions.institutions.createInstitution(tx, system, {
        name: `${shortName}股份有限公司`,
        shortName,
        licenceKind,
        licenceNumber: `L${serial}`,
        uscc: body + usccCheckDigit(body),
        province: "北京市",
        servicePhone: "4008001234",
        contactEmail: "service@lender.test",
        state: "ACTIVE",
      }),
    );
    const reviewer = await staff(row.id, "赵敏", 5_000_000n);
    const checker = await staff(row.id, "钱立", 50_000_000n, ["application:check"]);
    return { id: row.id, reviewer, checker };
  }

  async function product(lenderId: string, changed: Partial<ProductTerms> = {}): Promise<string> {
    const terms = sampleProduct({ requiredDocuments: ["IDENTITY_FRONT"], ...changed });
    const [made] = await kernel.db.write(system, (tx) =>
      catalog.catalog.createPublished(tx, [{ institutionId: lenderId, terms }]),
    );
    await catalog.catalog.refresh();
    return made?.productId ?? "";
  }

  /** An accepted document, without the upload. */
  async function document(borrowerId: string, kind: string): Promise<string> {
    const id = newId();
    await owner`insert into documents (id, borrower_id, kind, file_name, content_type, size_bytes, state, object_name, upload_expires_at, uploaded_at)
      values (${id}, ${borrowerId}, ${kind}, 'sealed', 'image/png', 10, 'ACCEPTED', ${`o/${id}`}, now(), now())`;
    return id;
  }

  /** A verified person with a full profile and an identity photo; each call invents another. */
  async function borrower(facts: { monthlyIncome?: bigint; isVerified?: boolean } = {}): Promise<BorrowerViewer> {
    serial += 1;
    const first17 = `1101051990030${String(7100 + serial)}`;
    const persona = {
      name: `林${String.fromCodePoint(0x6653 + serial)}雨`,
      phone: `199100${String(10_000 + serial)}`,
      identityNumber: first17 + identityCheckDigit(first17),
    };
    const account = await kernel.db.write(system, (tx) =>
      identity.identity.createBorrowerAccount(tx, system, { phone: persona.phone, passwordHash: "x" }),
    );
    const viewer: BorrowerViewer = {
      kind: "BORROWER",
      accountId: account.id,
      borrowerId: account.id,
      sessionId: newId(),
      permissions: new Set(borrowerPermissions),
      displayName: persona.name,
      isFrozen: false,
    };
    if (facts.isVerified !== false)
      await borrowers.borrowers.verifyIdentity(viewer, { name: persona.name, identityNumber: persona.identityNumber });
    await borrowers.profiles.save(viewer, {
      version: 0,
      employment: "EMPLOYED",
      employer: "晨光五金有限公司",
      monthlyIncome: facts.monthlyIncome ?? 2_000_000n,
      monthlyDebtPayment: 0n,
      employedSince: "2015-03-01",
      housing: "OWNED",
      education: "BACHELOR",
      province: "北京市",
      city: "北京市",
    });
    await document(viewer.borrowerId, "IDENTITY_FRONT");
    return viewer;
  }

  return {
    kernel,
    owner,
    close,
    bureau,
    drain,
    staff,
    lender,
    product,
    document,
    borrower,
    ...left,
    ...applications,
    ...underwriting,
  };
}

export type Market = Awaited<ReturnType<typeof openMarket>>;

/** A draft for the products with consents for every lender of them, not yet submitted. */
export async function draftFor(
  market: Market,
  viewer: BorrowerViewer,
  productIds: readonly string[],
  wish: { amount?: bigint; termCount?: number } = {},
) {
  const draftId = await market.drafts.create(viewer, {
    productIds,
    amount: wish.amount ?? 3_000_000n,
    termCount: wish.termCount ?? 12,
    purpose: "RENOVATION",
    idempotencyKey: newId(),
  });
  const offered = productIds.map((id) => market.catalog.offered(id));
  const consents = offered.map(({ institution }) => ({
    institutionId: institution.id,
    textHash: market.consents.textFor(institution, "CREDIT_REVIEW").hash,
  }));
  return { draftId, version: 1, consents };
}

/** Submits one product and answers the application's id; the screening has not run. */
export async function apply(
  market: Market,
  viewer: BorrowerViewer,
  productId: string,
  wish: { amount?: bigint; termCount?: number } = {},
): Promise<string> {
  const draft = await draftFor(market, viewer, [productId], wish);
  const { applicationIds, refused } = await market.submission.submit(viewer, { ...draft, idempotencyKey: newId() });
  const [id] = applicationIds;
  if (!id) throw new Error(`refused: ${refused.map(({ code }) => code).join(", ")}`);
  return id;
}
