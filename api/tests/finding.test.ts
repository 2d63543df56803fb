/** Finding a loan, and what was shown while finding it: the same figures from the first search to the running loan. */
import { formatYuan, monthlyTerms, parseRate, parseYuan, schedule } from "@daichao/finance";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "./kit/caller.js";
import { openWorld, type World } from "./kit/world.js";

const ASK = { amount: "50000.00", termCount: 24 };
const guarantee = {
  code: "GUARANTEE",
  name: "担保费",
  timing: "PER_PERIOD",
  basis: "RATE_OF_PRINCIPAL",
  rate: "0.000500",
  payment: "PAID",
  payee: "GUARANTOR",
  payeeName: "安信融资担保有限公司",
};

interface Row {
  readonly number: number;
  readonly dueOn: string;
  readonly principal: string;
  readonly interest: string;
  readonly fee: string;
  readonly payment: string;
}
interface ShownFee {
  readonly code: string;
  readonly total: string;
  readonly payeeName: string;
  readonly standard: string;
}
interface Shown {
  readonly termsHash: string;
  readonly startOn: string;
  readonly annualRate: string;
  readonly firstPayment: string;
  readonly lastPayment: string;
  readonly totalInterest: string;
  readonly totalCost: string;
  readonly annualCost: { readonly primary: string; readonly effective: string };
  readonly fees: readonly ShownFee[];
  readonly rows: readonly Row[];
}

interface PlacesView {
  readonly comparison: readonly {
    readonly product: {
      readonly institution: { readonly province: string };
      readonly eligibility: { readonly lines: readonly string[] };
    };
  }[];
}

const SHOWN = `termsHash startOn annualRate firstPayment lastPayment totalInterest totalCost annualCost { primary effective }
  fees { code total payeeName standard } rows { number dueOn principal interest fee payment }`;

let world: World;
const shelf = { plain: "", guaranteed: "", other: "" };

beforeAll(async () => {
  world = await openWorld({ sandboxStart: "2026-09-24" });
  const fixed = { rateMin: "0.072500", rateMax: "0.072500" };
  shelf.plain = await world.publishes("A", { ...fixed, name: "安居定价贷" });
  shelf.guaranteed = await world.publishes("A", { ...fixed, name: "安居担保贷", fees: [guarantee] });
  shelf.other = await world.publishes("B", { name: "青春装修贷", amountMax: "40000.00" });
}, 120_000);
afterAll(async () => {
  await world.booksBalance();
  await world.close();
});

const quoteFor = async (productId: string, startOn: string | null = null, language = "zh-CN"): Promise<Shown> => {
  const query = `query One($id: ID!, $startOn: Day) { product(id: $id) { quote(amount: "50000.00", termCount: 24, startOn: $startOn) { ${SHOWN} } } }`;
  const variables = { id: productId, startOn };
  return (await world.guest(language).run<{ product: { quote: Shown } }>(query, variables)).product.quote;
};

describe("a guest", () => {
  it("S1-2: compares three: one amount and term for all, and 2,244.30 a month for 50,000 over 24 months at 7.25 %", async () => {
    const query = `query Beside($ids: [ID!]!) { comparison(ids: $ids, amount: "50000.00", termCount: 24) {
      key product { id isAvailable } quote { firstPayment lastPayment totalInterest amount termCount isAmountAdjusted } } }`;
    const ids = [shelf.plain, shelf.guaranteed, shelf.other, "nobody-knows-it"];
    const { comparison } = await world
      .guest()
      .run<{ comparison: { key: string; product: object | null; quote: Record<string, unknown> | null }[] }>(query, {
        ids,
      });
    expect(comparison.map(({ key }) => key)).toEqual(ids);
    expect(comparison[0]?.quote).toMatchObject({
      firstPayment: "2244.30",
      lastPayment: "2244.29",
      totalInterest: "3863.19",
      isAmountAdjusted: false,
    });
    expect(comparison[2]?.quote).toMatchObject({ amount: "40000.00", termCount: 24, isAmountAdjusted: true });
    expect(comparison[3]).toMatchObject({ product: null, quote: null });
  });

  it("B-05 is told what the words were taken to mean, and offered ways to go on", async () => {
    const query = `query Words($text: String!) { products(filter: { text: $text }) { totalCount reading { amount termCount categories }
      edges { node { id } quote { amount termCount isAmountAdjusted } } } searchSuggestions(text: "装") { kind text count } }`;
    const { products, searchSuggestions } = await world.guest().run<{
      products: { reading: object; edges: { quote: object }[] };
      searchSuggestions: { kind: string; text: string; count: number }[];
    }>(query, { text: "装修 5万 两年" });
    expect(products.reading).toEqual({ amount: "50000.00", termCount: 24, categories: ["RENOVATION"] });
    expect(products.edges[0]?.quote).toEqual({ amount: "50000.00", termCount: 24, isAmountAdjusted: false });
    expect(searchSuggestions[0]).toMatchObject({ kind: "PURPOSE", text: "装修", count: 3 });
  });

  it("U-17: sees the guarantee fee, its payee and its sum before anything is signed, in the language they read", async () => {
    const [chinese, english] = [await quoteFor(shelf.guaranteed), await quoteFor(shelf.guaranteed, null, "en-US")];
    expect(chinese.fees).toEqual([
      {
        code: "GUARANTEE",
        total: "600.00",
        payeeName: "安信融资担保有限公司",
        standard: "每期随还款收取，借款本金的 0.05%",
      },
    ]);
    expect(english.fees[0]?.standard).toBe("Paid with every instalment, 0.05% of the principal");
    expect(Number(chinese.annualCost.primary)).toBeGreaterThan(0.0725);
  });
});

describe("places", () => {
  it("are named in the language that is read; what a product asks keeps its name for the forms", async () => {
    const query = `query Places($ids: [ID!]!) { comparison(ids: $ids, amount: "50000.00", termCount: 12) {
      product { institution { province } eligibility { provinces provinceNames lines } } } }`;
    const eligibility = { minAge: 20, maxAge: 60, employments: [], provinces: ["浙江省", "江苏省"] };
    const ids = [await world.publishes("A", { name: "浙里贷", eligibility })];
    const [chinese, english] = await Promise.all([
      world.guest().run<PlacesView>(query, { ids }),
      world.guest("en-US").run<PlacesView>(query, { ids }),
    ]);
    const [zh, en] = [chinese.comparison[0]?.product, english.comparison[0]?.product];
    expect(zh?.eligibility).toMatchObject({ provinces: ["浙江省", "江苏省"], provinceNames: ["浙江省", "江苏省"] });
    expect(en?.eligibility).toMatchObject({ provinces: ["浙江省", "江苏省"], provinceNames: ["Zhejiang", "Jiangsu"] });
    expect(zh?.eligibility.lines).toContain("所在地：浙江省、江苏省");
    expect(en?.eligibility.lines).toContain("Living in Zhejiang, Jiangsu");
    expect(zh?.institution.province).toMatch(/[省市区]$/);
    expect(en?.institution.province).toMatch(/^[A-Z][a-z ]+/);
  });
});

describe("the loan that comes of it", () => {
  it("U-04 U-16 2-03: search, comparison, calculator, sheet and loan have one plan and one cost, to the fen and to the day", async () => {
    const shown = await quoteFor(shelf.guaranteed);
    const { sheet, loan } = await borrows(shelf.guaranteed);
    // The cost shown to a guest is the cost on the sheet that is signed: nothing is added on the way.
    expect(sheet.quote.annualCost).toEqual(shown.annualCost);
    expect(sheet.quote.totalCost).toBe(shown.totalCost);
    expect(sheet.fees.map(({ code, total, payeeName }) => [code, total, payeeName])).toEqual(
      shown.fees.map(({ code, total, payeeName }) => [code, total, payeeName]),
    );
    const figures = ({ number, dueOn, principal, interest, fee }: Row) => [number, dueOn, principal, interest, fee];
    const quoted = await quoteFor(shelf.guaranteed, sheet.quote.startOn);
    expect(loan.instalments.filter(({ number }) => number > 0).map(figures)).toEqual(quoted.rows.map(figures));
    expect(quoted.termsHash).toBe(sheet.quote.termsHash);
    // What the calculator reckons in the browser: the same functions from the product's public facts.
    const reckoned = schedule(
      monthlyTerms({
        principal: parseYuan(ASK.amount),
        annualRate: parseRate(shown.annualRate),
        method: "EQUAL_INSTALMENT",
        termCount: ASK.termCount,
        dayCount: "THIRTY_360",
        startOn: sheet.quote.startOn,
        fees: [
          {
            code: "GUARANTEE",
            timing: "PER_PERIOD",
            basis: "RATE_OF_PRINCIPAL",
            rate: 500,
            payment: "PAID",
            payee: "",
          },
        ],
      }),
    );
    const amounts = quoted.rows.map(({ principal, interest, fee, payment }) => [principal, interest, fee, payment]);
    expect(reckoned.rows.map((row) => [row.principal, row.interest, row.fee, row.payment].map(formatYuan))).toEqual(
      amounts,
    );
  }, 90_000);
});

interface Sheet {
  readonly id: string;
  readonly readingSeconds: number;
  readonly fees: readonly ShownFee[];
  readonly quote: Shown;
}

/** From the first wish to the money, as a borrower does it. */
async function borrows(productId: string): Promise<{ sheet: Sheet; loan: { instalments: readonly Row[] } }> {
  const admin = await world.admin();
  const approval = await admin.changesParameter("disclosure.readingSeconds", "5");
  await (await world.admin("risk-officer")).speaks(approval?.id ?? "", "APPROVED");
  const borrower = await world.borrower().isReady();
  const draft = await until(
    () => borrower.drafts([productId], ASK),
    ({ missing }) => missing.length === 0,
  );
  const [submitted] = (await borrower.presses(borrower.submissionOf(draft))).applications;
  if (!submitted) throw new Error("nothing was submitted");
  const reviewer = await world.reviewer("A");
  const standing = await until(
    () => reviewer.application(submitted.id),
    ({ state }) => state === "UNDER_REVIEW",
  );
  await reviewer.decides(standing, "APPROVE");
  const [offer] = (await borrower.application(submitted.id)).offers;
  await borrower.acceptsOffer(offer?.id ?? "");
  const sheet = await borrower.opensDisclosure<Sheet>(
    submitted.id,
    `id readingSeconds fees { code total payeeName standard } quote { ${SHOWN} }`,
  );
  await new Promise((resolve) => setTimeout(resolve, sheet.readingSeconds * 1_000 + 150));
  await borrower.confirmsDisclosure(sheet.id);
  await borrower.signs(await borrower.signature(submitted.id, sheet.id));
  await until(
    () => borrower.application(submitted.id),
    ({ state }) => state === "DISBURSED",
    20_000,
  );
  const { application } = await borrower.run<{ application: { loan: { instalments: readonly Row[] } } }>(
    `query Plan($id: ID!) { application(id: $id) { loan { instalments { number dueOn principal interest fee payment } } } }`,
    { id: submitted.id },
  );
  return { sheet, loan: application.loan };
}
