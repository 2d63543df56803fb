/** A borrower as a person at a phone: every verb is what the borrower's app would send. */
import { randomBytes, randomUUID } from "node:crypto";
import sharp from "sharp";
import { Caller, type Hearing } from "./caller.js";
import { APPLICATION, type ApplicationView, mutation } from "./world-documents.js";

export const PASSWORD = "horse-battery-9";
const CHUNK_TRIES = 2;

export interface Persona {
  readonly name: string;
  readonly identityNumber: string;
  readonly phone: string;
}

/** People the sandbox's bureau knows good things about. */
export const personas: readonly Persona[] = [
  { name: "李强", identityNumber: "370102199009308013", phone: "19900000008" },
  { name: "林晓雨", identityNumber: "110105199103070022", phone: "19900000001" },
  { name: "孙德福", identityNumber: "510104197905125071", phone: "19900000006" },
  { name: "陈建国", identityNumber: "320102198509151012", phone: "19900000002" },
];

interface Ticket {
  readonly chunkBytes: number;
  readonly document: { readonly id: string };
  readonly chunks: readonly { readonly index: number; readonly url: string; readonly isReceived: boolean }[];
}

export interface Ask {
  readonly amount?: string;
  readonly termCount?: number;
  readonly method?: string;
}

export interface DraftView {
  readonly id: string;
  readonly version: number;
  readonly missing: readonly { readonly kind: string; readonly field: string }[];
  readonly items: readonly {
    readonly product: { readonly id: string; readonly institution: { readonly id: string } };
    readonly consentText: { readonly hash: string; readonly paragraphs: readonly string[] };
    readonly quote: { readonly termsHash: string; readonly firstPayment: string };
    readonly problem: string | null;
  }[];
}

const DRAFT = `id version missing { kind field } items { problem product { id institution { id } }
  consentText { hash paragraphs } quote { termsHash firstPayment } }`;

export interface SubmissionView {
  readonly applications: readonly ApplicationView[];
  readonly refused: readonly { readonly code: string }[];
}

/** Luhn's. */
function withCheckDigit(stem: string): string {
  const sum = [...stem].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${stem}${(10 - (sum % 10)) % 10}`;
}

/** A picture of noise: it does not compress, so it arrives in several parts. */
const picture = (side: number): Promise<Buffer> =>
  sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
    .png()
    .toBuffer();

export class WorldBorrower {
  readonly caller: Caller;
  id = "";
  bankCardId = "";

  constructor(
    readonly url: string,
    readonly persona: Persona,
    private readonly codeAfter: <T>(phone: string, ask: () => Promise<T>) => Promise<{ answer: T; code: string }>,
  ) {
    this.caller = new Caller(url, { app: "borrower" });
  }

  run<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    return this.caller.run<T>(query, variables);
  }

  private async does<T>(name: string, input: Record<string, unknown>, fields: string): Promise<T> {
    const answer = await this.run<Record<string, T>>(mutation(name, fields), { input });
    return answer[name] as T;
  }

  async registers(): Promise<this> {
    const { phone } = this.persona;
    const { answer, code } = await this.codeAfter(phone, () =>
      this.does<{ challengeId: string }>("requestCode", { phone, purpose: "REGISTER" }, "challengeId"),
    );
    const { challengeId } = answer;
    const viewer = await this.does<{ id: string }>(
      "register",
      { challengeId, code, password: PASSWORD, acceptsTerms: true },
      "id kind",
    );
    this.id = viewer.id;
    return this;
  }

  async signsIn(): Promise<void> {
    await this.does("signIn", { login: this.persona.phone, password: PASSWORD }, "viewer { id }");
  }

  verifiesIdentity(changed: Partial<Persona> = {}): Promise<{ isIdentityVerified: boolean; nameMasked: string }> {
    const { name, identityNumber } = { ...this.persona, ...changed };
    return this.does("verifyIdentity", { name, identityNumber }, "isIdentityVerified nameMasked identityNumberMasked");
  }

  async completesProfile(changed: Record<string, unknown> = {}): Promise<void> {
    const { viewer } = await this.run<{ viewer: { borrower: { profile: { version: number } | null } } }>(
      "{ viewer { borrower { profile { version } } } }",
    );
    const facts = {
      employment: "EMPLOYED",
      employer: "晴川软件有限公司",
      monthlyIncome: "28000.00",
      monthlyDebtPayment: "1200.00",
      employedSince: "2018-03-01",
      education: "BACHELOR",
      housing: "OWNED",
      province: "山东省",
      city: "济南市",
      ...changed,
    };
    await this.does("saveProfile", { version: viewer.borrower.profile?.version ?? 0, ...facts }, "id");
  }

  /** A card of their own by default; the sandbox's bank does as its last four digits say. */
  async bindsCard(cardNumber = withCheckDigit(`6222021${this.persona.phone}`)): Promise<string> {
    const { bankCards } = await this.does<{ bankCards: { id: string }[] }>(
      "bindBankCard",
      { cardNumber, idempotencyKey: randomUUID() },
      "bankCards { id numberMasked }",
    );
    this.bankCardId = bankCards.at(-1)?.id ?? "";
    return this.bankCardId;
  }

  /** One part of a file; the url is the credential. */
  private async puts(url: string, bytes: Buffer): Promise<number> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(new URL(url, this.url), {
        method: "PUT",
        body: new Uint8Array(bytes),
        headers: { "content-type": "application/octet-stream" },
      });
      if (response.ok || attempt === CHUNK_TRIES) return response.status;
    }
  }

  /** Sends a picture in parts; with `breaksOffAfter` the connection ends there and the upload is taken up again. */
  async uploadsDocument(
    kind: string,
    { breaksOffAfter, side = 96, bytes: given }: { breaksOffAfter?: number; side?: number; bytes?: Buffer } = {},
  ): Promise<{ id: string; state: string; partsSentTwice: number }> {
    const bytes = given ?? (await picture(side));
    const wish = { kind, contentType: "image/png", fileName: `${kind.toLowerCase()}.png`, sizeBytes: bytes.length };
    const fields = "chunkBytes document { id } chunks { index url isReceived }";
    let ticket = await this.does<Ticket>("requestUpload", wish, fields);
    const partOf = (index: number) => bytes.subarray(index * ticket.chunkBytes, (index + 1) * ticket.chunkBytes);
    const documentId = ticket.document.id;
    let partsSentTwice = 0;
    if (breaksOffAfter !== undefined) {
      for (const { index, url } of ticket.chunks.slice(0, breaksOffAfter)) await this.puts(url, partOf(index));
      ticket = await this.does<Ticket>("resumeUpload", { documentId }, fields);
      partsSentTwice = ticket.chunks.slice(0, breaksOffAfter).filter(({ isReceived }) => !isReceived).length;
    }
    for (const { index, url, isReceived } of ticket.chunks) if (!isReceived) await this.puts(url, partOf(index));
    const done = await this.does<{ id: string; state: string }>("completeUpload", { documentId }, "id state refusal");
    return { ...done, partsSentTwice };
  }

  /** Everything a product may ask for, in one breath. */
  async isReady(): Promise<this> {
    await this.registers();
    await this.verifiesIdentity();
    await this.completesProfile();
    await this.uploadsDocument("IDENTITY_FRONT");
    await this.uploadsDocument("IDENTITY_BACK");
    await this.bindsCard();
    return this;
  }

  drafts(productIds: readonly string[], { amount = "60000.00", termCount = 12, method }: Ask = {}): Promise<DraftView> {
    const wish = { productIds, amount, termCount, purpose: "RENOVATION", idempotencyKey: randomUUID() };
    return this.does("createDraft", { ...wish, ...(method ? { method } : {}) }, DRAFT);
  }

  /** What is sent when the button is pressed; the same value pressed twice is the same intent. */
  submissionOf(draft: DraftView, idempotencyKey: string = randomUUID()): Record<string, unknown> {
    const byInstitution = new Map(
      draft.items.map(({ product, consentText }) => [product.institution.id, consentText.hash]),
    );
    const consents = [...byInstitution].map(([institutionId, textHash]) => ({ institutionId, textHash }));
    return { draftId: draft.id, version: draft.version, consents, idempotencyKey };
  }

  presses(input: Record<string, unknown>, tab: Caller = this.caller): Promise<SubmissionView> {
    return tab
      .run<{ submitApplications: SubmissionView }>(
        mutation("submitApplications", `applications { ${APPLICATION} } refused { code message }`),
        { input },
      )
      .then(({ submitApplications }) => submitApplications);
  }

  /** From products to applications in one step. */
  async submits(productIds: readonly string[], ask: Ask = {}): Promise<readonly ApplicationView[]> {
    const draft = await this.drafts(productIds, ask);
    const { applications, refused } = await this.presses(this.submissionOf(draft));
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
    return applications;
  }

  async application(id: string): Promise<ApplicationView> {
    const { application } = await this.run<{ application: ApplicationView }>(
      `query One($id: ID!) { application(id: $id) { ${APPLICATION} } }`,
      { id },
    );
    return application;
  }

  watches(applicationId?: string): Promise<Hearing<{ id: string; state: string }>> {
    return this.caller.hears(
      "subscription Watch($id: ID) { applicationStatusChanged(applicationId: $id) { id state } }",
      { id: applicationId },
    );
  }

  suppliesDocument(requestId: string, documentId: string): Promise<ApplicationView> {
    return this.does("answerDocumentRequest", { requestId, documentId, idempotencyKey: randomUUID() }, APPLICATION);
  }

  acceptsOffer(offerId: string, idempotencyKey: string = randomUUID()): Promise<ApplicationView> {
    return this.does("acceptOffer", { offerId, idempotencyKey }, APPLICATION);
  }

  opensDisclosure<T>(applicationId: string, fields: string): Promise<T> {
    return this.does("openDisclosure", { applicationId }, fields);
  }

  confirmsDisclosure(disclosureId: string): Promise<{ confirmedAt: string | null }> {
    return this.does("confirmDisclosure", { disclosureId }, "confirmedAt");
  }

  /** A signature with everything right, ready to be changed by a test. */
  async signature(applicationId: string, disclosureId: string): Promise<Record<string, unknown>> {
    const { answer, code } = await this.codeAfter(this.persona.phone, () =>
      this.does<{ challengeId: string }>("requestSigningCode", { applicationId }, "challengeId"),
    );
    const { challengeId } = answer;
    const { name: typedName } = this.persona;
    const { bankCardId } = this;
    await this.does("previewContract", { disclosureId, bankCardId }, "paperHash");
    return { applicationId, disclosureId, challengeId, code, typedName, bankCardId, idempotencyKey: randomUUID() };
  }

  signs(input: Record<string, unknown>): Promise<ApplicationView> {
    return this.does("signContract", input, APPLICATION);
  }

  pays(loanId: string, amount: string): Promise<{ id: string; state: string }> {
    const { bankCardId } = this;
    return this.does("payLoan", { loanId, amount, bankCardId, idempotencyKey: randomUUID() }, "id state");
  }
}
