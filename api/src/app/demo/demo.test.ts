import { auc } from "@daichao/scoring";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cloneDatabase, type TestKernel, testConfig, testKernel } from "../../../tests/kit/index.js";
import type { Config } from "../../kernel/config/index.js";
import { system } from "../../kernel/viewer/index.js";
import type { OddsFigures } from "../../modules/recommendations/odds-model.tables.js";
import { readBooks } from "../books/books.js";
import { buildModules, type Modules } from "../modules.js";
import { demoPartnerToken, fillSandbox } from "./index.js";

const DAY_ZERO = "2026-12-01";
const LONG = 240_000;
const options = { hasMarket: true, isQuiet: true };

let market: TestKernel;
let modules: Modules;
let seconds = 0;

const configOf = (url: string, start = DAY_ZERO): Config => testConfig(url, { SANDBOX_START: start });
const count = async (sql: Sql, from: string): Promise<number> =>
  Number((await sql.unsafe<{ n: string }[]>(`select count(*) as n from ${from}`))[0]?.n);

beforeAll(async () => {
  market = await testKernel({ SANDBOX_START: DAY_ZERO });
  const began = performance.now();
  await fillSandbox(configOf(market.url), options);
  seconds = (performance.now() - began) / 1_000;
  modules = buildModules(market.kernel);
  process.stdout.write(`the market was filled in ${seconds.toFixed(1)} s\n`);
}, LONG);
afterAll(() => market.close());

/** Every figure a person could see, and no identifier. */
const FIGURES = `
  select (select string_agg(f, '|' order by f) from (select concat_ws(' ', i.short_name, d.day, application_count, approved_count,
      rejected_count, disbursed_count, disbursed_amount, repaid_amount) as f from figure_days d join institutions i on i.id = d.institution_id) days) as days,
    (select string_agg(concat_ws(' ', number, product_name, amount, term_count, state, outcome, quoted_annual_cost, applicant_facts), '|' order by number) from applications) as applications,
    (select string_agg(f, '|' order by f) from (select concat_ws(' ', a.number, l.state, l.outstanding_total, l.total_paid, l.days_past_due, l.annual_rate, l.plan_hash) as f
      from loans l join applications a on a.id = l.application_id) l) as loans,
    (select string_agg(concat_ws(' ', name, rate_min, rate_max, content_hash), '|' order by name) from product_versions) as products`;

describe("the invented market", () => {
  it("has the people, products, applications and loans it promises", async () => {
    const { owner } = market;
    expect(await count(owner, "institutions where state = 'ACTIVE'")).toBeGreaterThanOrEqual(12);
    expect(await count(owner, "(select distinct licence_kind from institutions) kinds")).toBe(3);
    expect(await count(owner, "products where state = 'PUBLISHED'")).toBe(60);
    expect(await count(owner, "borrowers where identity_verified_at is not null")).toBe(400);
    expect(await count(owner, "applications")).toBe(3_000);
    expect(await count(owner, "loans")).toBe(1_200);
    const states = await owner<
      { state: string; n: number }[]
    >`select state, count(*)::int as n from products group by state`;
    expect(new Set(states.map(({ state }) => state))).toEqual(
      new Set(["PUBLISHED", "DRAFT", "IN_REVIEW", "SUSPENDED", "UNPUBLISHED"]),
    );
  });

  it("offers eight purposes and four ways to repay, by every lender", async () => {
    const published = "products p join product_versions v on v.id = p.current_version_id where p.state = 'PUBLISHED'";
    expect(await count(market.owner, `(select distinct v.category from ${published}) found`)).toBe(8);
    expect(await count(market.owner, `(select distinct unnest(v.repayment_methods) from ${published}) found`)).toBe(4);
    expect(
      await count(market.owner, `(select p.institution_id from ${published} group by 1 having count(*) >= 5) found`),
    ).toBe(12);
  });

  it("S1-1 B-05: answers 装修 5万 一年 with three lenders and more, that purpose, amount and term first, each with its annual cost and method", async () => {
    await modules.settings.settings.load();
    await modules.catalog.catalog.refresh();
    const { edges, reading } = modules.catalog.search.search({ text: "装修 5万 一年" }, "RELEVANCE", { first: 5 });
    expect(reading).toMatchObject({ amount: 5_000_000n, termCount: 12, categories: ["RENOVATION"] });
    expect(new Set(edges.map(({ node }) => node.institutionId)).size).toBeGreaterThanOrEqual(3);
    for (const { node, quote } of edges) {
      expect(node).toMatchObject({ category: "RENOVATION", annualCost: { method: "IRR_NOMINAL_SIMPLE" } });
      expect(quote).toMatchObject({ amount: 5_000_000n, termCount: 12, isAmountAdjusted: false });
    }
  });

  it("lets somebody new find renovation loans of 50,000 over a year at three lenders and more", async () => {
    await modules.settings.settings.load();
    await modules.catalog.catalog.refresh();
    const fitting = modules.catalog.catalog
      .snapshot()
      .products.filter(
        (p) =>
          p.category === "RENOVATION" &&
          p.amountMin <= 5_000_000n &&
          p.amountMax >= 5_000_000n &&
          p.termOptions.includes(12),
      );
    expect(new Set(fitting.map((p) => p.institutionId)).size).toBeGreaterThanOrEqual(3);
    const demo = await market.owner<
      { id: string }[]
    >`select distinct institution_id as id from accounts where demo_key like '%-manager'`;
    for (const { id } of demo) {
      const modest = fitting.filter(
        (p) => p.institutionId === id && p.termOptions.includes(24) && p.requiredDocuments.length <= 2,
      );
      expect(modest.some((p) => p.eligibility.employments.length === 0 && p.eligibility.provinces.length === 0)).toBe(
        true,
      );
    }
  });

  it("A-31: has trails of those who agreed and of nobody else, each within what is kept", async () => {
    const { owner } = market;
    const agreed = await count(owner, "activity_choices where is_allowed");
    expect(agreed).toBeGreaterThan(200);
    expect(await count(owner, "activity_choices where not is_allowed")).toBeGreaterThan(40);
    expect(agreed + (await count(owner, "activity_choices where not is_allowed"))).toBeLessThan(400);
    expect(await count(owner, "activity_records")).toBeGreaterThan(8_000);
    const strangers = `activity_records r where not exists (select from activity_choices c where c.borrower_id = r.borrower_id and c.is_allowed)`;
    expect(await count(owner, strangers)).toBe(0);
    expect(
      await count(owner, `activity_records where occurred_on not between date '${DAY_ZERO}' - 180 and '${DAY_ZERO}'`),
    ).toBe(0);
  });

  it("X-02: lets an application be foretold from the trail before it better than from what is popular", async () => {
    const [found] = await market.owner<{ trail: number; popular: number }[]>`
      with recent as (
        select id, borrower_id, product_id, submitted_at
        from applications where submitted_at > ${DAY_ZERO}::date - 60 and borrower_id in (select borrower_id from activity_records)
      ), popular as (select product_id from applications group by 1 order by count(*) desc limit 5),
      guessed as (
        select r.id, r.product_id, (select array_agg(product_id) from (
          select product_id from activity_records a where a.borrower_id = r.borrower_id and a.occurred_at < r.submitted_at - interval '30 minutes'
            and a.product_id is not null group by 1 order by sum(case kind when 'CALCULATOR_USED' then 3 when 'PRODUCT_COMPARED' then 2 else 1 end
            * exp(-extract(epoch from r.submitted_at - a.occurred_at) / 86400 / 14)) desc limit 5) best) as best
        from recent r
      )
      select avg((product_id = any(best))::int)::float as trail, avg((product_id in (select product_id from popular))::int)::float as popular from guessed`;
    expect(found?.trail ?? 0).toBeGreaterThan(1.5 * (found?.popular ?? 1));
  });

  it("2-36: the demo borrower has notices, some unread, each leading somewhere of their own; 2-35: and things they keep", async () => {
    const { owner } = market;
    const own = "n join accounts a on a.id = n.borrower_id and a.demo_key = 'borrower'";
    expect(await count(owner, `notifications ${own}`)).toBeGreaterThan(5);
    expect(await count(owner, `notifications ${own} where n.read_at is null`)).toBeGreaterThan(0);
    const lost = `notifications n where n.path not like '/applications/%' or not exists (select from applications a where a.id::text = n.subject_id and a.borrower_id = n.borrower_id)`;
    expect(await count(owner, lost)).toBe(0);
    expect(await count(owner, `favourites ${own}`)).toBe(3);
    expect(await count(owner, `saved_searches ${own}`)).toBe(2);
  });

  it("keeps every promise of the books", async () => {
    expect((await readBooks(market.owner)).offences).toEqual([]);
  });

  it("has loans that are paid, current and simply unpaid", async () => {
    const states = await market.owner<
      { state: string; n: number }[]
    >`select state, count(*)::int as n from loans group by state`;
    const shares = Object.fromEntries(states.map(({ state, n }) => [state, n / 1_200]));
    expect(shares.SETTLED).toBeGreaterThan(0.1);
    expect(shares.ACTIVE).toBeGreaterThan(0.4);
    expect(shares.OVERDUE).toBeGreaterThan(0.04);
    expect(shares.OVERDUE).toBeLessThan(0.25);
  });

  it("has outcomes that a score can find and nobody can foretell", async () => {
    const rows = await market.owner<{ score: number; late: number }[]>`
      select a.score, (l.days_past_due > 0)::int as late from loans l join assessments a on a.application_id = l.application_id
      where l.start_on < ${DAY_ZERO}::date - 60`;
    const found = auc({ predictions: rows.map(({ score }) => -score), outcomes: rows.map(({ late }) => late) });
    expect(found).toBeGreaterThan(0.65);
    expect(found).toBeLessThan(0.9);
  });

  it("B-04: has trained odds with their record, and an order that beats popularity without costing more", async () => {
    const [model] = await market.owner<
      { state: string; figures: OddsFigures }[]
    >`select state, figures from odds_models`;
    process.stdout.write(`odds of the invented market: ${JSON.stringify(model?.figures)}\n`);
    expect(model?.state).toBe("ACTIVE");
    expect(model?.figures.auc).toBeGreaterThan(0.6);
    expect(model?.figures.calibrationError).toBeLessThan(0.1);
    const ranking = model?.figures.ranking;
    expect(ranking?.wishCount).toBeGreaterThan(100);
    expect(ranking?.ndcg).toBeGreaterThanOrEqual(1.3 * (ranking?.popularityNdcg ?? 1));
    expect(ranking?.topCost).toBeLessThanOrEqual(ranking?.popularityTopCost ?? 0);
    expect(await count(market.owner, "odds_records where institution_id is not null")).toBe(12);
    expect(await count(market.owner, "product_pairs")).toBeGreaterThan(100);
  });

  it("2-25: has slots that run, labelled with their payer, and one that waits for a second person", async () => {
    expect(await count(market.owner, "placements where state = 'BOOKED' and payer_name <> ''")).toBe(3);
    expect(await count(market.owner, "placements where state = 'PROPOSED'")).toBe(1);
    expect(await count(market.owner, "approvals where kind = 'placement.book' and state = 'PENDING'")).toBe(1);
  });

  it("is passed, referred and refused by every rule set, a tenth of it at least", async () => {
    const rows = await market.owner<{ name: string; outcome: string; share: number }[]>`
      select rule_set_name as name, outcome, count(*)::float / sum(count(*)) over (partition by rule_set_name) as share
      from assessments group by 1, 2`;
    expect(rows).toHaveLength(9);
    for (const { share } of rows) expect(share).toBeGreaterThanOrEqual(0.1);
  });

  it("replays its assessments to the last bit", async () => {
    const ids = await market.owner<{ id: string }[]>`select application_id as id from assessments order by id limit 40`;
    for (const { id } of ids) {
      const replayed = await market.kernel.db.read(system, async (reader) => {
        const assessment = await modules.underwriting.assessments.of(reader, id);
        return assessment && modules.underwriting.assessments.replay(reader, assessment);
      });
      expect(replayed?.isIdentical).toBe(true);
    }
  });

  it("fills the queues of all lenders with demo accounts and the demo borrower's own pages", async () => {
    const { owner } = market;
    const queues = await owner<{ n: number }[]>`
      select count(*)::int as n from applications where state = 'UNDER_REVIEW'
      and institution_id in (select institution_id from accounts where demo_key is not null) group by institution_id`;
    expect(queues).toHaveLength(3);
    for (const { n } of queues) expect(n).toBeGreaterThanOrEqual(8);
    const own = await owner<{ state: string }[]>`
      select state from applications where borrower_id = (select id from accounts where demo_key = 'borrower')`;
    expect(own.map(({ state }) => state).sort()).toEqual([
      "COUNTER_OFFERED",
      "DISBURSED",
      "REJECTED",
      "UNDER_REVIEW",
      "WITHDRAWN",
    ]);
    const [refusal] = await owner<{ advice: { after: string }[] }[]>`
      select d.advice from decisions d join accounts a on a.id = d.borrower_id where a.demo_key = 'borrower' and d.verdict = 'REJECT'`;
    expect(refusal?.advice.some(({ after }) => after !== "REJECT")).toBe(true);
    const [next] = await owner<{ days: number; paid: number }[]>`
      select (min(due_on) filter (where state <> 'PAID') - ${DAY_ZERO}::date)::int as days, (count(*) filter (where state = 'PAID'))::int as paid
      from instalments where borrower_id = (select id from accounts where demo_key = 'borrower')`;
    expect(next?.paid).toBeGreaterThanOrEqual(3);
    expect(next?.days).toBeGreaterThan(0);
    expect(next?.days).toBeLessThanOrEqual(7);
  });

  it("leaves a decision above a reviewer's limit, a placement and two listings to a second person", async () => {
    const pending = await market.owner<{ kind: string; n: number }[]>`
      select kind, count(*)::int as n from approvals where state = 'PENDING' group by kind order by kind`;
    expect(pending.map(({ kind, n }) => [kind, n])).toEqual([
      ["application.decision", 1],
      ["placement.book", 1],
      ["product.publish", 2],
    ]);
  });

  it("opens what it sealed: names, phones, documents and the partner's key", async () => {
    const { identity, borrowers, documents } = { ...modules.identity, ...modules.borrowers };
    const [row] = await market.owner<
      { id: string }[]
    >`select borrower_id as id from documents where kind = 'INCOME_PROOF' order by id limit 1`;
    const id = row?.id ?? "";
    const clear = await market.kernel.db.read(system, (reader) => borrowers.clearIdentityOf(reader, id));
    expect(clear.name.length).toBeGreaterThan(1);
    expect((await market.kernel.db.read(system, (reader) => identity.contactOf(reader, id))).phone).toMatch(
      /^1990001\d{4}$/,
    );
    expect(
      (await market.kernel.db.read(system, (reader) => borrowers.factsOf(reader, id))).monthlyIncome,
    ).toBeGreaterThan(0n);
    const accepted = await market.kernel.db.read(system, (reader) =>
      documents.acceptedOf(reader, id, ["INCOME_PROOF"]),
    );
    expect(accepted).toHaveLength(1);
    expect((await modules.channels.channels.authenticate(demoPartnerToken()))?.permissions.has("products:read")).toBe(
      true,
    );
  });

  it("happened before day 0, which begins at nine", async () => {
    await market.kernel.clock.refresh();
    expect(market.kernel.clock.today()).toBe(DAY_ZERO);
    expect(await count(market.owner, `events where business_day > '${DAY_ZERO}'`)).toBe(0);
    expect(await count(market.owner, "events where occurred_at > clock_timestamp()")).toBe(0);
    expect(await count(market.owner, "events where seq is null")).toBeLessThan(60);
    expect(await count(market.owner, `payments where paid_on >= '${DAY_ZERO}'`)).toBe(0);
  });

  it("is left alone by a second start", async () => {
    const before = await count(market.owner, "events");
    await fillSandbox(configOf(market.url), options);
    expect(await count(market.owner, "events")).toBe(before);
  });

  it(
    "shows the same figures whenever it is filled for the same day",
    async () => {
      const url = await cloneDatabase();
      await fillSandbox(configOf(url), options);
      const again = postgres(url, { max: 1 });
      const [first, second] = [await market.owner.unsafe(FIGURES), await again.unsafe(FIGURES)];
      await again.end();
      for (const key of ["days", "applications", "loans", "products"])
        expect(second[0]?.[key] === first[0]?.[key], key).toBe(true);
    },
    LONG,
  );
});

describe("a sandbox without the market", () => {
  it("has its demo accounts, and a day 0 that may lie behind", async () => {
    const bare = await testKernel();
    try {
      await fillSandbox(configOf(bare.url, "2026-03-02"), { hasMarket: false, isQuiet: true });
      await bare.kernel.clock.refresh();
      expect(bare.kernel.clock.today()).toBe("2026-03-02");
      expect(await count(bare.owner, "accounts where demo_key is not null")).toBe(9);
      expect(await count(bare.owner, "products")).toBe(0);
    } finally {
      await bare.close();
    }
  });
});
