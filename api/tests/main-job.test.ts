/** The main job, told once from end to end: a guest compares, a borrower applies to two lenders, one of them pays out. */
import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "./kit/caller.js";
import { openWorld, type World } from "./kit/world.js";
import type { WorldBorrower } from "./kit/world-borrower.js";
import { type ApplicationView, PRODUCT, type ProductView, QUOTE, type QuoteView } from "./kit/world-documents.js";
import type { WorldReviewer } from "./kit/world-staff.js";

const DAY_ZERO = "2026-11-23";
const ASK = { amount: "120000.00", termCount: 24 };
const guarantee = {
  code: "GUARANTEE",
  name: "担保费",
  timing: "PER_PERIOD",
  basis: "AMOUNT",
  amount: "40.00",
  payment: "PAID",
  payee: "GUARANTOR",
  payeeName: "安信融资担保有限公司",
};

let world: World;
let li: WorldBorrower;
let reviewerA: WorldReviewer;
let reviewerB: WorldReviewer;
const shelf = { a: "", aCheap: "", b: "" };
let atA: ApplicationView;
let atB: ApplicationView;

beforeAll(async () => {
  world = await openWorld({ sandboxStart: DAY_ZERO });
  shelf.a = await world.publishes("A", {});
  shelf.aCheap = await world.publishes("A", { name: "清风装修分期", rateMin: "0.050000", rateMax: "0.090000" });
  // The lowest rate, and for small amounts not the lowest cost: a flat fee makes up for it.
  shelf.b = await world.publishes("B", {
    name: "青春消费贷",
    category: "CONSUMPTION",
    amountMin: "40000.00",
    rateMin: "0.050000",
    rateMax: "0.080000",
    fees: [guarantee],
  });
  li = world.borrower();
  reviewerA = await world.reviewer("A");
  reviewerB = await world.reviewer("B");
}, 120_000);
afterAll(async () => {
  await world.booksBalance();
  await world.close();
});

interface PricedEdge {
  readonly node: ProductView;
  readonly quote: QuoteView;
}

const SEARCH = `query Search($filter: ProductFilter, $sort: ProductSort!) {
  products(filter: $filter, sort: $sort) { edges { node { ${PRODUCT} } quote { ${QUOTE} } } } }`;

async function search(filter: Record<string, unknown>, sort: string): Promise<readonly PricedEdge[]> {
  const { products } = await world.guest().run<{ products: { edges: PricedEdge[] } }>(SEARCH, { filter, sort });
  return products.edges;
}

describe("a guest", () => {
  it("sorts by what the loan would cost them, fees included, not by the advertised rate (B-07)", async () => {
    const found = await search(ASK, "ANNUAL_COST");
    const costs = found.map(({ quote }) => Number(quote.annualCost.primary));
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    expect(found.map(({ node }) => node.id)).toEqual([shelf.b, shelf.aCheap, shelf.a]);
    const small = await search({ amount: "40000.00", termCount: 24 }, "ANNUAL_COST");
    expect(small.map(({ node }) => node.id)).toEqual([shelf.aCheap, shelf.b, shelf.a]);
  });

  it("narrows by words, purpose and the monthly payment they can bear (B-06)", async () => {
    expect((await search({ text: "装修" }, "RELEVANCE")).map(({ node }) => node.id).sort()).toEqual(
      [shelf.a, shelf.aCheap].sort(),
    );
    expect((await search({ categories: ["CONSUMPTION"] }, "NEWEST")).map(({ node }) => node.id)).toEqual([shelf.b]);
    const priced = await search(ASK, "MONTHLY_PAYMENT");
    const highest = Math.max(...(priced[0]?.quote.rows ?? []).map(({ payment }) => Number(payment)));
    const bearable = await search({ ...ASK, maxMonthlyPayment: highest.toFixed(2) }, "MONTHLY_PAYMENT");
    expect(bearable.map(({ node }) => node.id)).toEqual([priced[0]?.node.id]);
  });

  it("reads a product with its fees and a schedule that adds up (2-03)", async () => {
    const query = `query One($id: ID!) { product(id: $id) { ${PRODUCT} contingentCosts { code } quote(amount: "120000.00", termCount: 24) { ${QUOTE} } } }`;
    const { product } = await world
      .guest()
      .run<{ product: ProductView & { quote: QuoteView; fees: object[] } }>(query, { id: shelf.b });
    expect(product.fees).toMatchObject([{ code: "GUARANTEE", amount: "40.00" }]);
    const { rows, totalPayment } = product.quote;
    const fen = (text: string) => BigInt(text.replace(".", ""));
    expect(rows).toHaveLength(24);
    expect(rows.reduce((sum, { principal }) => sum + fen(principal), 0n)).toBe(12_000_000n);
    expect(rows.reduce((sum, { payment }) => sum + fen(payment), 0n)).toBe(fen(totalPayment));
    const inSearch = (await search(ASK, "ANNUAL_COST")).find(({ node }) => node.id === shelf.b);
    expect(inSearch?.quote).toEqual(product.quote);
  });
});

describe("a borrower", () => {
  it("registers with the code that came by SMS, and is told the same whether a number is known or not", async () => {
    await li.registers();
    expect(li.id).not.toBe("");
    const { phone } = li.persona;
    const ask =
      "mutation Ask($input: RequestCodeInput!) { requestCode(input: $input) { phoneMasked resendAfterSeconds } }";
    const known = await world.guest().ask(ask, { input: { phone, purpose: "RESET_PASSWORD" } });
    const unknown = await world.guest().ask(ask, { input: { phone: "13900001234", purpose: "RESET_PASSWORD" } });
    expect(unknown.text.replaceAll("139****1234", "x")).toBe(known.text.replaceAll("199****0008", "x"));
  });

  it("is refused on the field when an identity number's check digit is wrong, and verified with the right one", async () => {
    const wrong = `${li.persona.identityNumber.slice(0, 17)}4`;
    await expect(li.verifiesIdentity({ identityNumber: wrong })).rejects.toMatchObject({
      code: "BORROWER_IDENTITY_NUMBER_INVALID",
      field: "identityNumber",
    });
    expect(await li.verifiesIdentity()).toMatchObject({ isIdentityVerified: true, nameMasked: "李*" });
  });

  it("uploads in parts, and goes on where the connection broke off", async () => {
    const front = await li.uploadsDocument("IDENTITY_FRONT", { side: 900, breaksOffAfter: 1 });
    expect(front.partsSentTwice).toBe(0);
    await until(
      async () =>
        (
          await li.run<{ viewer: { borrower: { documents: { id: string; state: string }[] } } }>(
            "{ viewer { borrower { documents { id state } } } }",
          )
        ).viewer.borrower.documents.find(({ id }) => id === front.id)?.state,
      (state) => state === "ACCEPTED",
    );
  });

  it("learns what is still missing, once for both lenders, and fills it in", async () => {
    const draft = await li.drafts([shelf.a, shelf.b], ASK);
    expect(draft.missing.map(({ field }) => field).sort()).toEqual(
      ["IDENTITY_BACK", "employedSince", "employment", "monthlyDebtPayment", "monthlyIncome"].sort(),
    );
    await li.completesProfile({ monthlyIncome: "38000.00" });
    await li.uploadsDocument("IDENTITY_BACK");
    await li.bindsCard();
    const again = await until(
      () => li.drafts([shelf.a, shelf.b], ASK),
      ({ missing }) => missing.length === 0,
    );
    expect(new Set(again.items.map(({ consentText }) => consentText.hash)).size).toBe(2);
  });

  it("cannot submit with the consent text of another lender (2-19)", async () => {
    const draft = await li.drafts([shelf.a, shelf.b], ASK);
    const input = li.submissionOf(draft);
    const consents = input.consents as { institutionId: string; textHash: string }[];
    const swapped = consents.map(({ institutionId }, at) => ({
      institutionId,
      textHash: consents.at(at - 1)?.textHash,
    }));
    const { applications, refused } = await li.presses({ ...input, consents: swapped });
    expect(applications).toEqual([]);
    expect(refused.map(({ code }) => code)).toEqual(["APPLICATION_CONSENT_OUTDATED", "APPLICATION_CONSENT_OUTDATED"]);
  });

  it("submits once to two lenders however often and in how many tabs the button is pressed (B-11)", async () => {
    const queue = await reviewerB.watchesQueue();
    const draft = await li.drafts([shelf.a, shelf.b], ASK);
    const input = li.submissionOf(draft);
    const otherTab = li.caller.secondTab();
    const again = () => ({ ...input, idempotencyKey: randomUUID() });
    const wishes = [input, input, again(), again()];
    const pressed = wishes.map((wish, index) => li.presses(wish, index < 2 ? li.caller : otherTab));
    const presses = await Promise.allSettled(pressed);
    const answered = presses.filter((press) => press.status === "fulfilled").map(({ value }) => value.applications);
    expect(answered.length).toBeGreaterThan(0);
    const { applications } = await li.run<{ applications: { edges: { node: ApplicationView }[] } }>(
      "{ applications { edges { node { id state institution { id } } } } }",
    );
    expect(applications.edges).toHaveLength(2);
    const ids = applications.edges.map(({ node }) => node.id).sort();
    for (const answer of answered) if (answer.length > 0) expect(answer.map(({ id }) => id).sort()).toEqual(ids);
    for (const press of presses)
      if (press.status === "rejected") expect(press.reason.code).toMatch(/CONFLICT|APPLICATION_DRAFT_CLOSED/);
    // Whichever press came first keeps its answer: the same key is told the same, also later.
    const first = presses.findIndex((press) => press.status === "fulfilled" && press.value.applications.length > 0);
    const later = await li.presses(wishes[first] ?? input);
    expect(later.applications.map(({ id }) => id).sort()).toEqual(ids);
    const mine = await queue.next(({ id }) => ids.includes(id));
    queue.end();
    atB = await until(
      () => reviewerB.application(mine.id),
      ({ state }) => state === "UNDER_REVIEW",
    );
    const idAtA = ids.find((id) => id !== mine.id) ?? "";
    atA = await until(
      () => reviewerA.application(idAtA),
      ({ state }) => state === "UNDER_REVIEW",
    );
  });
});

describe("a reviewer", () => {
  it("sees only what is addressed to their own lender, and another's as if it did not exist (P-10)", async () => {
    expect((await reviewerA.seesQueue()).map(({ id }) => id)).toEqual([atA.id]);
    expect((await reviewerB.seesQueue()).map(({ id }) => id)).toEqual([atB.id]);
    await expect(reviewerA.application(atB.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("reads an assessment whose every rule says what it compared (I-18)", async () => {
    const query = `query Why($id: ID!) { application(id: $id) { assessment { outcome score ruleSetHash ruleSetVersion
      trace { rule result sentence actual limit } } creditReport { score provider } } }`;
    const { application } = await reviewerB.run<{
      application: {
        assessment: { outcome: string; ruleSetHash: string; trace: { result: string; sentence: string }[] };
      };
    }>(query, { id: atB.id });
    expect(application).toMatchObject({
      creditReport: { score: 806 },
      assessment: { outcome: "PASS", ruleSetVersion: 1 },
    });
    expect(application.assessment.ruleSetHash).toMatch(/^[0-9a-f]{64}$/);
    expect(application.assessment.trace.length).toBeGreaterThan(5);
    for (const { sentence } of application.assessment.trace) expect(sentence.length).toBeGreaterThan(2);
  });

  it("sees masks until they reveal with a purpose, which the borrower then reads (B-17)", async () => {
    const masked = await reviewerB.run<{ application: { applicant: Record<string, string> } }>(
      "query M($id: ID!) { application(id: $id) { applicant { nameMasked phoneMasked identityNumberMasked } } }",
      { id: atB.id },
    );
    expect(JSON.stringify(masked)).not.toContain(li.persona.identityNumber);
    const clear = await reviewerB.reveals(atB.id, ["NAME", "IDENTITY_NUMBER"], "IDENTITY_REVIEW");
    expect(clear).toMatchObject({ name: "李强", identityNumber: li.persona.identityNumber, phone: null });
    const { viewer } = await li.run<{
      viewer: { borrower: { accessRecords: { edges: { node: Record<string, unknown> }[] } } };
    }>(
      "{ viewer { borrower { accessRecords { edges { node { purpose fields viewerName institution { shortName } } } } } } }",
    );
    expect(viewer.borrower.accessRecords.edges[0]?.node).toMatchObject({
      purpose: "IDENTITY_REVIEW",
      fields: ["NAME", "IDENTITY_NUMBER"],
      institution: { shortName: "栖梧消费金融" },
    });
    await expect(reviewerA.reveals(atB.id, ["NAME"], "IDENTITY_REVIEW")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("asks for a document, which stops the clock until it has come (2-10)", async () => {
    const told = await li.watches(atB.id);
    atB = await reviewerB.requestsDocument(await reviewerB.takes(atB), "INCOME_PROOF", "请补充近三个月收入证明");
    expect(atB).toMatchObject({ state: "NEED_MORE_INFO", isClockPaused: true });
    await told.next(({ state }) => state === "NEED_MORE_INFO");
    const document = await li.uploadsDocument("INCOME_PROOF");
    const [request] = (await li.application(atB.id)).documentRequests;
    const supply = () => li.suppliesDocument(request?.id ?? "", document.id).catch((refusal: Error) => refusal);
    const answered = await until(supply, (answer) => !(answer instanceof Error));
    expect(answered).toMatchObject({ state: "UNDER_REVIEW", isClockPaused: false });
    told.end();
  });

  it("counter-offers within their limit; the borrower is not bound until they accept (2-09)", async () => {
    atB = await reviewerB.counterOffers(await reviewerB.application(atB.id), {
      amount: "60000.00",
      termCount: 12,
      comment: "先从较小金额开始",
    });
    expect(atB.state).toBe("COUNTER_OFFERED");
    const [offer] = (await li.application(atB.id)).offers;
    expect(offer).toMatchObject({ kind: "COUNTER_OFFER", state: "OPEN", amount: "60000.00", termCount: 12 });
    await expect(li.opensDisclosure(atB.id, "id")).rejects.toMatchObject({ code: "LENDING_NOT_READY_TO_SIGN" });
  });

  it("needs a second person above their limit, and that person is never themselves (I-19)", async () => {
    const { application, approval } = await reviewerA.decides(atA, "APPROVE");
    expect(application.state).toBe("UNDER_REVIEW");
    expect(approval).toMatchObject({ state: "PENDING" });
    const id = approval?.id ?? "";
    await expect(reviewerA.speaks(id, "APPROVED")).rejects.toMatchObject({
      code: expect.stringMatching(/FORBIDDEN|APPROVAL_MAKER_CANNOT_CHECK/),
    });
    await expect(reviewerB.speaks(id, "APPROVED")).rejects.toMatchObject({ code: "NOT_FOUND" });
    const manager = await world.reviewer("A", "manager");
    expect((await manager.seesApprovals("application.decision")).map((waiting) => waiting.id)).toContain(id);
    expect(await manager.speaks(id, "APPROVED")).toMatchObject({ state: "APPROVED" });
    expect((await li.application(atA.id)).state).toBe("APPROVED");
  });
});

describe("the contract", () => {
  interface Sheet {
    readonly id: string;
    readonly confirmableAt: string;
    readonly readingSeconds: number;
    readonly quote: QuoteView;
  }
  let sheet: Sheet;

  it("reading time is a parameter that one person alone cannot change (A-10)", async () => {
    const admin = await world.admin();
    const approval = await admin.changesParameter("disclosure.readingSeconds", "5");
    await expect(admin.speaks(approval?.id ?? "", "APPROVED")).rejects.toMatchObject({
      code: "APPROVAL_MAKER_CANNOT_CHECK",
    });
    const officer = await world.admin("risk-officer");
    expect(await officer.speaks(approval?.id ?? "", "APPROVED")).toMatchObject({ state: "APPROVED" });
  });

  it("is preceded by a cost sheet that cannot be confirmed unread (2-04)", async () => {
    const [offer] = (await li.application(atB.id)).offers;
    const accepted = await li.acceptsOffer(offer?.id ?? "");
    expect(accepted).toMatchObject({
      state: "APPROVED",
      permittedActions: expect.arrayContaining(["READ_DISCLOSURE"]),
    });
    sheet = await until(
      () => li.opensDisclosure<Sheet>(atB.id, `id confirmableAt readingSeconds quote { ${QUOTE} }`),
      ({ readingSeconds }) => readingSeconds === 5,
    );
    expect(sheet.quote).toEqual(offer?.quote);
    expect((await li.application(atB.id)).state).toBe("CONTRACT_PENDING");
    await expect(li.confirmsDisclosure(sheet.id)).rejects.toMatchObject({ code: "LENDING_READING_TIME" });
    await new Promise((resolve) => setTimeout(resolve, 5_200));
    expect((await li.confirmsDisclosure(sheet.id)).confirmedAt).not.toBeNull();
  });

  it("is signed with the code and the typed name only, once (2-08)", async () => {
    const signature = await li.signature(atB.id, sheet.id);
    await expect(li.signs({ ...signature, typedName: "李弱" })).rejects.toMatchObject({ code: "LENDING_NAME_DIFFERS" });
    const wrong = signature.code === "000000" ? "111111" : "000000";
    await expect(li.signs({ ...signature, code: wrong })).rejects.toMatchObject({ code: "IDENTITY_CODE_WRONG" });
    const [first, second] = await Promise.all([li.signs(signature), li.signs(signature)]);
    expect(first.id).toBe(second.id);
  });

  it("is the very file whose hash anybody can check (2-08)", async () => {
    const { application } = await li.run<{
      application: { contract: { id: string; pdfSha256: string; number: string } };
    }>("query C($id: ID!) { application(id: $id) { contract { id number pdfSha256 } } }", { id: atB.id });
    const { openContract } = await li.run<{ openContract: { url: string } }>(
      "mutation Open($input: OpenContractInput!) { openContract(input: $input) { url } }",
      { input: { contractId: application.contract.id } },
    );
    const { pathname, search } = new URL(openContract.url, world.url);
    const file = await li.caller.send(pathname, { method: "GET", search });
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(sha256).toBe(application.contract.pdfSha256);
    const check = "query V($sha256: String!) { verifyContract(sha256: $sha256) { isGenuine contractNumber } }";
    expect(await world.guest().run(check, { sha256 })).toEqual({
      verifyContract: { isGenuine: true, contractNumber: application.contract.number },
    });
    const stranger = await world.guest().send(pathname, { method: "GET", search });
    expect(stranger.status).toBe(401);
  });

  it("is paid out by the bank, and the loan's plan is the sheet's to the fen (U-04, B-24)", async () => {
    await until(
      () => li.application(atB.id),
      ({ state }) => state === "DISBURSED",
      15_000,
    );
    const query = `query L($id: ID!) { application(id: $id) { loan { id principal planHash startOn
      instalments { number dueOn principal interest fee payment } } } }`;
    const { application } = await li.run<{ application: { loan: { planHash: string; instalments: object[] } } }>(
      query,
      {
        id: atB.id,
      },
    );
    expect(application.loan).toMatchObject({
      principal: "60000.00",
      startOn: DAY_ZERO,
      planHash: sheet.quote.termsHash,
    });
    expect(application.loan.instalments).toEqual(sheet.quote.rows);
  });

  it("takes the first instalment exactly as the preview said, and the books hold (B-22)", async () => {
    const { loans } = await li.run<{
      loans: { edges: { node: { id: string; nextInstalment: { payment: string } } }[] };
    }>("{ loans { edges { node { id nextInstalment { payment } } } } }");
    const { id = "", nextInstalment } = loans.edges[0]?.node ?? {};
    const amount = nextInstalment?.payment ?? "";
    const lines = "lines { instalmentNumber component amount }";
    const { previewPayment } = await li.run<{ previewPayment: { lines: object[]; outstandingPrincipalAfter: string } }>(
      `query P($id: ID!, $amount: Money!) { previewPayment(loanId: $id, amount: $amount) { ${lines} outstandingPrincipalAfter unallocated } }`,
      { id, amount },
    );
    const payment = await li.pays(id, amount);
    const read = `query D($id: ID!) { payment(id: $id) { state receiptNumber ${lines} } }`;
    const done = await until(
      () => li.run<{ payment: { state: string; lines: object[] } }>(read, { id: payment.id }),
      (answer) => answer.payment.state === "SUCCEEDED",
      15_000,
    );
    expect(done.payment.lines).toEqual(previewPayment.lines);
    const after = await li.run<{ loan: { outstandingPrincipal: string; instalments: { state: string }[] } }>(
      "query A($id: ID!) { loan(id: $id) { outstandingPrincipal instalments { state } } }",
      { id },
    );
    expect(after.loan.outstandingPrincipal).toBe(previewPayment.outstandingPrincipalAfter);
    expect(after.loan.instalments[0]?.state).toBe("PAID");
    await world.booksBalance();
  });
});

describe("the platform", () => {
  it("shows figures equal to a recount of the rows", async () => {
    const admin = await world.admin();
    const counts = "applicationCount approvedCount disbursedCount disbursedAmount";
    const { platformFigures } = await until(
      () =>
        admin.run<{ platformFigures: { recount: Record<string, unknown>; applicationCount: number } }>(
          `{ platformFigures { ${counts} recount { ${counts} } } }`,
        ),
      ({ platformFigures: figures }) => figures.applicationCount === figures.recount.applicationCount,
    );
    const { recount, ...shown } = platformFigures;
    expect(shown).toEqual(recount);
    expect(recount).toMatchObject({ applicationCount: 2, disbursedCount: 1, disbursedAmount: "60000.00" });
  });

  it("lists a lender's product only when somebody else agreed, within five seconds everywhere (A-04)", async () => {
    const manager = await world.reviewer("A", "manager");
    const listing = await manager.submitsProduct(
      await manager.createsProduct({ name: "安心教育贷", category: "EDUCATION" }),
    );
    const approvalId = listing.pendingApproval?.id ?? "";
    await expect(manager.speaks(approvalId, "APPROVED")).rejects.toMatchObject({
      code: expect.stringMatching(/NOT_FOUND|FORBIDDEN|APPROVAL_MAKER_CANNOT_CHECK/),
    });
    expect((await world.products()).some(({ id }) => id === listing.id)).toBe(false);
    const officer = await world.admin("risk-officer");
    await officer.speaks(approvalId, "APPROVED");
    const isListed = (shelf: readonly ProductView[]) => shelf.some(({ id }) => id === listing.id);
    await until(() => world.products(), isListed, 5_000);
    await until(() => world.products(world.partner()), isListed, 5_000);
    await officer.suspends(listing.id);
    await until(
      () => world.products(),
      (shelf) => !isListed(shelf),
      5_000,
    );
    await until(
      () => world.products(world.partner()),
      (shelf) => !isListed(shelf),
      5_000,
    );
    await expect(li.drafts([listing.id], ASK)).rejects.toMatchObject({ code: /PRODUCT_NOT_AVAILABLE/ });
  });

  it("partner and borrower read the same costs of the same version (P-02)", async () => {
    const asked = `{ products(first: 10, sort: NEWEST) { edges { node { ${PRODUCT} } quote { ${QUOTE} } } } }`;
    const borrower = await li.run(asked);
    expect(await world.partner().run(asked)).toEqual(borrower);
  });
});
