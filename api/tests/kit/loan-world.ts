/** A small market told in domain verbs: one lender, one product, borrowers whose offers stand accepted, a scripted bank. */
import { buildModules, type Modules } from "../../src/app/modules.js";
import { createGateways } from "../../src/gateways/index.js";
import { newId } from "../../src/kernel/ids/index.js";
import { drainJobs } from "../../src/kernel/jobs/index.js";
import { type BorrowerViewer, type InstitutionViewer, system } from "../../src/kernel/viewer/index.js";
import { applications } from "../../src/modules/applications/application.tables.js";
import { applicationEvents } from "../../src/modules/applications/index.js";
import { productVersionById, quoteOf } from "../../src/modules/catalog/index.js";
import type { ProductTerms } from "../../src/modules/catalog/product-terms.rules.js";
import { decisions } from "../../src/modules/underwriting/decision.tables.js";
import { offers } from "../../src/modules/underwriting/offer.tables.js";
import { type TestKernel, testKernel } from "./index.js";
import { sampleProduct } from "./sample-product.js";
import { ScriptedBank } from "./scripted-bank.js";

const NAMES = ["林晓雨", "陈建国", "王芳", "赵磊"];
const PERSONAS = ["110105199103070022", "320102198509151012", "310115198806212045", "440301199301183038"];

export interface TestBorrower {
  readonly viewer: BorrowerViewer;
  readonly name: string;
  readonly bankCardId: string;
}

export interface LoanAsk {
  readonly amount?: bigint;
  readonly annualRate?: number;
  readonly termCount?: number;
  readonly method?: "EQUAL_INSTALMENT" | "EQUAL_PRINCIPAL";
}

function luhn(stem: string): string {
  const sum = [...stem].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${stem}${(10 - (sum % 10)) % 10}`;
}

export class LoanWorld {
  private count = 0;

  private constructor(
    readonly test: TestKernel,
    readonly modules: Modules,
    readonly bank: ScriptedBank,
    readonly institutionId: string,
    private readonly terms: Partial<ProductTerms>,
  ) {}

  static async open(changed: Partial<ProductTerms> = {}): Promise<LoanWorld> {
    const test = await testKernel();
    const { kernel } = test;
    const bank = new ScriptedBank(kernel.config.bankSecrets[0] ?? "");
    const modules = buildModules(kernel, { ...createGateways(kernel), payment: bank });
    await modules.settings.settings.seed();
    await modules.settings.settings.load();
    await kernel.db.write(system, (tx) => modules.identity.identity.seedRoles(tx));
    const institutionId = await kernel.db.write(system, async (tx) => {
      const lender = await modules.institutions.institutions.createInstitution(tx, system, {
        name: "江海消费金融有限公司",
        shortName: "江海消金",
        licenceKind: "CONSUMER_FINANCE",
        licenceNumber: "L0001H232000001",
        uscc: "91110000600037341L",
        province: "江苏省",
        servicePhone: "400-800-1234",
        contactEmail: "service@example.com",
        state: "ACTIVE",
      });
      return lender.id;
    });
    return new LoanWorld(test, modules, bank, institutionId, changed);
  }

  get kernel() {
    return this.test.kernel;
  }

  async close(): Promise<void> {
    await this.test.close();
  }

  /** Runs reactions and queued jobs until none is due. */
  async work(): Promise<void> {
    const { kernel, url } = this.test;
    await drainJobs({ ...kernel, ownerUrl: url }, this.modules.jobs);
  }

  manager(): InstitutionViewer {
    return {
      kind: "INSTITUTION",
      accountId: newId(),
      sessionId: newId(),
      permissions: new Set(["disbursement:retry", "loan:read"]),
      displayName: "钱经理",
      institutionId: this.institutionId,
      decisionLimit: 0n,
    };
  }

  /** A verified borrower with a bound card; the card's last digits may steer the sandbox. */
  async borrower(): Promise<TestBorrower> {
    const at = this.count;
    this.count += 1;
    const { identity, borrowers } = this.modules;
    const phone = at < 4 ? `1990000000${at + 1}` : `1380013${String(8000 + at)}`;
    const account = await this.kernel.db.write(system, (tx) =>
      identity.accounts.createBorrower(tx, system, { phone, passwordHash: "none" }),
    );
    const viewer: BorrowerViewer = {
      kind: "BORROWER",
      accountId: account.id,
      borrowerId: account.id,
      sessionId: newId(),
      permissions: new Set(["contract:sign", "contract:read", "loan:read", "loan:repay"]),
      displayName: account.displayName,
      isFrozen: false,
    };
    const name = NAMES[at % 4] ?? "";
    const identityNumber = PERSONAS[at % 4] ?? "";
    if (at >= PERSONAS.length) throw new Error("this world knows four borrowers");
    await borrowers.borrowers.verifyIdentity(viewer, { name, identityNumber });
    const cardNumber = luhn(`622202100011${String(1000 + at)}42`);
    await borrowers.bankCards.bind(viewer, { cardNumber, idempotencyKey: newId() });
    const [card] = await this.kernel.db.read(system, (reader) => borrowers.bankCards.ofBorrower(reader, account.id));
    if (!card) throw new Error("no card");
    return { viewer, name, bankCardId: card.id };
  }

  /** An application whose offer the borrower has accepted, waiting for the cost sheet; answers its id. */
  async accepted({ viewer }: TestBorrower, ask: LoanAsk = {}): Promise<string> {
    const { amount = 5_000_000n, annualRate = 72_500, termCount = 24, method = "EQUAL_INSTALMENT" } = ask;
    const { clock, db } = this.kernel;
    const now = clock.businessNow();
    const { borrowerId } = viewer;
    const [id, decisionId] = [newId(), newId()];
    const owners = { borrowerId, institutionId: this.institutionId };
    const terms = { amount, annualRate, termCount, method };
    await db.write(system, async (tx) => {
      // A product each: a borrower may have one open application per product only.
      const ready = { institutionId: this.institutionId, terms: sampleProduct(this.terms) };
      const [product] = await this.modules.catalog.catalog.createPublished(tx, [ready]);
      if (!product) throw new Error("no product");
      const [version] = await productVersionById.batch(tx, [product.versionId], system);
      if (!version) throw new Error("no product version");
      const quote = quoteOf(version, { ...terms, startOn: clock.today() });
      await tx.insert(applications).values({
        id,
        number: `DA-${id.slice(-12)}`,
        ...owners,
        draftId: newId(),
        productId: product.productId,
        productVersionId: product.versionId,
        productVersionNumber: 1,
        productName: version.name,
        amount,
        termCount,
        method,
        purpose: "RENOVATION",
        quotedAnnualRate: annualRate,
        quotedAnnualCost: quote.annualCost.primary,
        quotedFirstPayment: quote.firstPayment,
        quotedTotalPayment: quote.totalPayment,
        termsHash: quote.termsHash,
        applicantFacts: {} as never,
        nameMasked: "林**",
        state: "APPROVED",
        lastOpenState: "APPROVED",
        stateSince: now,
        submittedAt: now,
        decidedAt: now,
        offerAcceptedAt: now,
      });
      const path = ["SUBMITTED", "SCREENING", "UNDER_REVIEW", "APPROVED"] as const;
      for (const [step, to] of path.entries()) {
        const from = path[step - 1];
        if (!from) continue;
        await this.kernel.events.record(tx, system, applicationEvents.statusChanged, {
          subject: { type: "Application", id },
          ...owners,
          facts: { applicationId: id, from, to, reason: null, at: now.toISOString() },
        });
      }
      await tx.insert(decisions).values({
        id: decisionId,
        applicationId: id,
        ...owners,
        actor: "MODEL",
        verdict: "APPROVE",
        reasons: [],
        ...terms,
        decidedAt: now,
      });
      await tx.insert(offers).values({
        applicationId: id,
        ...owners,
        productVersionId: product.versionId,
        decisionId,
        kind: "AS_REQUESTED",
        state: "ACCEPTED",
        ...terms,
        requestedAmount: amount,
        requestedTermCount: termCount,
        startOn: clock.today(),
        createdAt: now,
        answeredAt: now,
        expiresAt: new Date(now.getTime() + 86_400_000),
        signBy: new Date(now.getTime() + 86_400_000),
      });
    });
    return id;
  }

  /** Lets the reading time of every open sheet pass, as if it had been opened earlier. */
  async readingTimePasses(): Promise<void> {
    await this.test.owner.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`update disclosures set opened_at = opened_at - interval '1 hour' where confirmed_at is null`;
    });
  }

  /** The code that was sent for a challenge. */
  async codeOf(challengeId: string): Promise<string> {
    const message = await this.modules.identity.codes.messageFor(challengeId);
    const code = message && /\d{6}/.exec(message.text)?.[0];
    if (!code) throw new Error("no code was sent");
    return code;
  }

  /** The sheet opened, read and confirmed. */
  async confirmedSheet({ viewer }: TestBorrower, applicationId: string): Promise<string> {
    const { disclosures } = this.modules.lending;
    const sheet = await disclosures.open(viewer, applicationId);
    await this.readingTimePasses();
    await disclosures.confirm(viewer, sheet.id);
    return sheet.id;
  }

  /** The contract's text as it would be signed with the borrower's card. */
  readsContract({ viewer, bankCardId }: TestBorrower, disclosureId: string) {
    return this.modules.lending.contractPreviews.open(viewer, disclosureId, bankCardId);
  }

  /** A code to sign with, however shortly after another. */
  async signingCode(borrower: TestBorrower, applicationId: string) {
    await this.test.owner`delete from attempt_counters`;
    const { challengeId } = await this.modules.lending.contracts.requestCode(borrower.viewer, applicationId);
    return { challengeId, code: await this.codeOf(challengeId) };
  }

  /** A signature with everything right, ready to be changed by a test. */
  async signature(borrower: TestBorrower, applicationId: string, disclosureId: string) {
    const code = await this.signingCode(borrower, applicationId);
    const { name: typedName, bankCardId } = borrower;
    await this.readsContract(borrower, disclosureId);
    return { applicationId, disclosureId, ...code, typedName, bankCardId, idempotencyKey: newId() };
  }

  /** From accepted offer to signed contract; the payout is ordered, not yet decided by the bank. */
  async signed(borrower: TestBorrower, ask: LoanAsk = {}): Promise<string> {
    const applicationId = await this.accepted(borrower, ask);
    const sheet = await this.confirmedSheet(borrower, applicationId);
    await this.modules.lending.contracts.sign(borrower.viewer, await this.signature(borrower, applicationId, sheet));
    await this.work();
    return applicationId;
  }

  /** The bank's word on the last order of a kind; by default that it succeeded. */
  async bankSays(
    kind: "DISBURSE" | "COLLECT",
    changed: Parameters<ScriptedBank["callback"]>[1] = {},
  ): Promise<{ readonly status: number }> {
    const order = this.bank.asked.findLast((asked) => asked.kind === kind);
    if (!order) throw new Error(`the bank was never asked to ${kind}`);
    const { raw, headers } = this.bank.callback(order, changed);
    const answer = await this.modules.ledger.bankCallbacks.receiveCallback(raw, headers);
    await this.work();
    return answer;
  }

  /** A running loan; answers its id. */
  async loan(borrower: TestBorrower, ask: LoanAsk = {}): Promise<string> {
    const applicationId = await this.signed(borrower, ask);
    await this.bankSays("DISBURSE");
    const [row] = await this.test.owner<{ id: string }[]>`select id from loans where application_id = ${applicationId}`;
    if (!row) throw new Error("no loan was opened");
    return row.id;
  }
}
