/** Loans, papers and payments as the three apps read them: through the gated schema, within a page's budget of statements. */
import { type GraphQLSchema, graphql } from "graphql";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openContext } from "../src/app/context.js";
import { buildGatedSchema } from "../src/app/schema.js";
import { newId } from "../src/kernel/ids/index.js";
import type { Viewer } from "../src/kernel/viewer/index.js";
import { LoanWorld, type TestBorrower } from "./kit/loan-world.js";

let world: LoanWorld;
let schema: GraphQLSchema;
let lin: TestBorrower;
let loanId: string;

beforeAll(async () => {
  world = await LoanWorld.open();
  schema = buildGatedSchema(world.modules.resolvers, world.kernel.live);
  lin = await world.borrower();
  loanId = await world.loan(lin);
  await world.loan(lin, { termCount: 12 });
});
afterAll(() => world.close());

async function ask(viewer: Viewer, source: string, variableValues: Record<string, unknown> = {}) {
  const request = {
    requestId: "r",
    ip: null,
    userAgent: null,
    locale: "zh-CN",
    cookies: { setSession: () => {} },
  } as const;
  const { context, reads } = openContext(world.kernel, viewer, null, request);
  try {
    const answer = await graphql({ schema, source, variableValues, contextValue: context });
    return { ...answer, statements: reads.statementCount() };
  } finally {
    await reads.end();
  }
}

it("a borrower's home lists loans with their next instalment in at most six statements", async () => {
  const { data, errors, statements } = await ask(
    lin.viewer,
    `{ loans(first: 10) { edges { node { number state principal outstandingPrincipal daysPastDue
       nextInstalment { number dueOn payment remaining state } product { name } institution { shortName } } } } }`,
  );
  expect(errors).toBeUndefined();
  const loans = (data as { loans: { edges: { node: Record<string, unknown> }[] } }).loans.edges;
  expect(loans).toHaveLength(2);
  expect(loans[1]?.node).toMatchObject({
    state: "ACTIVE",
    principal: "50000.00",
    nextInstalment: { number: 1, payment: "2244.30", remaining: "2244.30", state: "UPCOMING" },
    institution: { shortName: "江海消金" },
  });
  expect(statements).toBeLessThanOrEqual(6);
});

it("a loan shows its plan, contract, card, payments and where it came from, each equal to the other (B-24, B-25)", async () => {
  const paid = await ask(
    lin.viewer,
    "mutation ($input: PayLoanInput!) { payLoan(input: $input) { id state amount } }",
    {
      input: { loanId, amount: "2244.30", bankCardId: lin.bankCardId, idempotencyKey: newId() },
    },
  );
  expect(paid.data).toMatchObject({ payLoan: { state: "CREATED", amount: "2244.30" } });
  await world.work();
  const sent = await ask(lin.viewer, "query ($id: ID!) { loan(id: $id) { payments { state } } }", { id: loanId });
  expect(sent.data).toMatchObject({ loan: { payments: [{ state: "SENT" }] } });
  await world.bankSays("COLLECT");
  const { data, errors, statements } = await ask(
    lin.viewer,
    `query ($id: ID!) { loan(id: $id) { planHash totalPaid borrowerNameMasked bankCard { numberMasked }
       instalments { number state paidAmount } contract { termsHash pdfSha256 }
       payments { state receiptNumber lines { instalmentNumber component amount } }
       application { state contract { id } loan { id } disbursement { state amount }
         disclosure { sheetHash statement quote { termsHash } fees { code } annualCost { nominal } } } } }`,
    { id: loanId },
  );
  expect(errors).toBeUndefined();
  const { loan } = data as { loan: Record<string, never> & { contract: { termsHash: string } } };
  expect(loan).toMatchObject({
    totalPaid: "2244.30",
    planHash: loan.contract.termsHash,
    borrowerNameMasked: "林**",
    payments: [{ state: "SUCCEEDED", receiptNumber: expect.stringMatching(/^SK/) }],
    application: {
      state: "DISBURSED",
      loan: { id: loanId },
      disbursement: { state: "SUCCEEDED", amount: "50000.00" },
      disclosure: { quote: { termsHash: loan.contract.termsHash }, fees: [] },
    },
  });
  expect((loan as unknown as { instalments: object[] }).instalments[0]).toEqual({
    number: 1,
    state: "PAID",
    paidAmount: "2244.30",
  });
  expect(statements).toBeLessThanOrEqual(16);
});

it("what was signed can be checked by anybody; what is owed only by its people", async () => {
  const guest: Viewer = { kind: "ANONYMOUS", permissions: new Set() };
  const check = await ask(guest, `{ verifyContract(sha256: "${"0".repeat(64)}") { isGenuine contractNumber } }`);
  expect(check.data).toEqual({ verifyContract: { isGenuine: false, contractNumber: null } });
  const loans = await ask(guest, "{ loans { edges { node { id } } } }");
  expect(loans.errors?.[0]?.message).toBe("UNAUTHENTICATED");
  const stranger = { ...world.manager(), institutionId: newId() };
  const theirs = await ask(stranger, "query ($id: ID!) { loan(id: $id) { id } }", { id: loanId });
  const missing = await ask(stranger, "query ($id: ID!) { loan(id: $id) { id } }", { id: newId() });
  const broken = await ask(stranger, 'query { loan(id: "x") { id } }');
  expect(theirs.errors?.[0]?.message).toBe("NOT_FOUND");
  expect(missing.errors?.[0]?.message).toBe("NOT_FOUND");
  expect(broken.errors?.[0]?.message).toBe("NOT_FOUND");
  const preview = await ask(
    lin.viewer,
    'query ($id: ID!) { previewPayment(loanId: $id, amount: "100.00") { unallocated lines { component amount } } }',
    { id: loanId },
  );
  expect(preview.data).toMatchObject({ previewPayment: { unallocated: "0.00" } });
});

it("an open page hears of its loan within two seconds of the payment", async () => {
  await world.kernel.live.start();
  const heard = world.kernel.live.listen(`borrower:${lin.viewer.borrowerId}`);
  const next = (async () => {
    for await (const event of heard) if (event.name === "loan.repaid") return event.subjectId;
    return null;
  })();
  const { payments } = world.modules.repayments;
  await payments.pay(lin.viewer, { loanId, amount: 100n, bankCardId: lin.bankCardId, idempotencyKey: newId() });
  await world.work();
  await world.bankSays("COLLECT");
  const settledAt = performance.now();
  expect(await next).toBe(loanId);
  expect(performance.now() - settledAt).toBeLessThan(2_000);
});
