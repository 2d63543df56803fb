import "reflect-metadata";
import { type ExecutionResult, graphql, parse, subscribe } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildModules } from "../src/app/modules.js";
import { buildGatedSchema } from "../src/app/schema.js";
import { newId } from "../src/kernel/ids/index.js";
import { createLoaders } from "../src/kernel/loader/index.js";
import { system, type Viewer } from "../src/kernel/viewer/index.js";
import { apply, type Market, openMarket, soundFile } from "./kit/market.js";

let market: Market;
let schema: ReturnType<typeof buildGatedSchema>;
let lender: Awaited<ReturnType<Market["lender"]>>;

beforeAll(async () => {
  market = await openMarket();
  await market.kernel.live.start();
  const modules = buildModules({ ...market.kernel, events: { ...market.kernel.events, register: () => {} } });
  await modules.catalog.catalog.refresh();
  schema = buildGatedSchema(modules.resolvers, market.kernel.live);
  lender = await market.lender("甲银行");
});
afterAll(() => market.close());

function contextOf(viewer: Viewer, locale: "zh-CN" | "en-US" = "zh-CN") {
  const operation = market.kernel.db.operation(viewer);
  const loaders = createLoaders(operation.reader, viewer);
  return {
    operation,
    value: { viewer, app: null, reader: operation.reader, locale, load: loaders.load, loadMany: loaders.loadMany },
  };
}

async function ask(viewer: Viewer, source: string, variableValues: Record<string, unknown> = {}) {
  const { operation, value } = contextOf(viewer);
  try {
    const result = await graphql({ schema, source, variableValues, contextValue: value });
    return { ...result, statements: operation.statementCount() };
  } finally {
    await operation.end();
  }
}

const HOME = /* GraphQL */ `
  { applications(first: 10) { edges { node { number state step isOpen product { name } institution { shortName }
    timeline { state title detail actorName isPause } permittedActions refusalReasons { text } } } } }`;
const CASE = /* GraphQL */ `
  query ($id: ID!) { application(id: $id) { applicant { nameMasked monthlyIncome employer age } assigneeName documents { kind }
    assessment { outcome ruleSetVersion reasons { code } trace { stage sentence actual limit } } creditReport { score } pendingApproval { id }
    consent { isStanding } documentRequests { id } } }`;

describe("a person", () => {
  it("who has told no name is called by their number in the reader's language; a name stays as it is", async () => {
    const viewer = await market.borrower();
    const called = async (displayName: string, locale: "zh-CN" | "en-US") => {
      const { operation, value } = contextOf({ ...viewer, displayName }, locale);
      const { data } = await graphql({ schema, source: "{ viewer { displayName } }", contextValue: value });
      await operation.end();
      return data;
    };
    expect(await called("尾号0100用户", "zh-CN")).toEqual({ viewer: { displayName: "尾号0100用户" } });
    expect(await called("尾号0100用户", "en-US")).toEqual({ viewer: { displayName: "User …0100" } });
    expect(await called("李强", "en-US")).toEqual({ viewer: { displayName: "李强" } });
  });
});

describe("an application as its viewers see it", () => {
  it("fills a borrower's home in at most six statements, however many applications there are (B-13)", async () => {
    const viewer = await market.borrower();
    for (const name of ["甲方一", "甲方二", "甲方三"]) {
      const id = await apply(market, viewer, await market.product(lender.id, { name: `${name}号贷` }));
      market.bureau.file = name === "甲方三" ? { ...soundFile, score: 400 } : soundFile;
      await market.assessments.screen(id);
    }
    market.bureau.file = soundFile;
    const { data, errors, statements } = await ask(viewer, HOME);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      applications: {
        edges: [
          { node: { state: "REJECTED", step: "UNDER_REVIEW", isOpen: false } },
          {},
          { node: { permittedActions: ["WITHDRAW"] } },
        ],
      },
    });
    expect(JSON.stringify(data)).toContain("综合评估未达到该产品的要求");
    expect(statements).toBeLessThanOrEqual(6);
  });

  it("shows the reviewer the model's reasons and a masked person, and the borrower neither score nor trace", async () => {
    const viewer = await market.borrower();
    const id = await apply(market, viewer, await market.product(lender.id, { name: "甲方四号贷" }));
    await market.assessments.screen(id);
    const seen = await ask(lender.reviewer, CASE, { id });
    expect(seen.errors).toBeUndefined();
    expect(seen.data).toMatchObject({
      application: {
        applicant: { employer: "晨光***", monthlyIncome: "20000.00" },
        assessment: { outcome: "PASS" },
        creditReport: { score: 780 },
        consent: { isStanding: true },
        documents: [{ kind: "IDENTITY_FRONT" }],
      },
    });
    expect(JSON.stringify(seen.data)).not.toContain(viewer.displayName);
    const own = await ask(viewer, CASE, { id });
    expect(own.data).toMatchObject({ application: { assessment: null, pendingApproval: null, assigneeName: null } });
    const other = await market.lender("丁银行");
    const foreign = await ask(other.reviewer, CASE, { id });
    expect(foreign.data).toEqual({ application: null });
    expect(foreign.errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
  });

  it("tells an open page of each change within two seconds, and only of the application it asked for (B-13)", async () => {
    const viewer = await market.borrower();
    const wanted = await apply(market, viewer, await market.product(lender.id, { name: "甲方五号贷" }));
    const other = await apply(market, viewer, await market.product(lender.id, { name: "甲方六号贷" }));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const document = parse("subscription ($id: ID) { applicationStatusChanged(applicationId: $id) { id state } }");
    const { value } = contextOf(viewer);
    const stream = (await subscribe({
      schema,
      document,
      contextValue: value,
      variableValues: { id: wanted },
    })) as AsyncGenerator<ExecutionResult>;
    const next = stream.next();
    const begun = performance.now();
    await market.closing.withdraw(viewer, { applicationId: other, version: 1, idempotencyKey: newId() });
    await market.kernel.db.write(system, (tx) =>
      market.applications.move(tx, system, { applicationId: wanted, from: ["SUBMITTED"], to: "SCREENING" }),
    );
    const heard = await next;
    expect(heard.value.data).toEqual({ applicationStatusChanged: { id: wanted, state: "SCREENING" } });
    expect(performance.now() - begun).toBeLessThan(2_000);
    await stream.return(undefined);
  });

  it("B-17: tells a person's open privacy page that somebody has looked or a consent has ended, and nobody else's", async () => {
    const viewer = await market.borrower();
    const other = await market.borrower();
    const product = await market.product(lender.id, { name: "甲方七号贷" });
    const [applicationId, othersId] = [await apply(market, viewer, product), await apply(market, other, product)];
    await new Promise((resolve) => setTimeout(resolve, 300));
    const document = parse(`subscription {
      privacyChanged { id consents { isStanding } accessRecords(first: 5) { edges { node { purpose fields } } } } }`);
    const { value } = contextOf(viewer);
    const stream = (await subscribe({ schema, document, contextValue: value })) as AsyncGenerator<ExecutionResult>;
    const looks = (id: string) =>
      market.personalData.reveal(lender.reviewer, {
        applicationId: id,
        fields: ["PHONE"],
        purpose: "CONTACT_APPLICANT",
      });
    const next = stream.next();
    await looks(othersId);
    // Something of one's own that is no matter of privacy.
    await market.profiles.save(viewer, { version: 1, city: "天津市" });
    await looks(applicationId);
    expect((await next).value.data).toEqual({
      privacyChanged: {
        id: viewer.borrowerId,
        consents: [{ isStanding: true }],
        accessRecords: { edges: [{ node: { purpose: "CONTACT_APPLICANT", fields: ["PHONE"] } }] },
      },
    });
    const ended = stream.next();
    await market.closing.withdraw(viewer, { applicationId, version: 1, idempotencyKey: newId() });
    expect((await ended).value.data).toMatchObject({ privacyChanged: { consents: [{ isStanding: false }] } });
    await stream.return(undefined);
  });
});
