import fc from "fast-check";
import { buildSchema, execute, type GraphQLObjectType, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import type { Context } from "../../kernel/context/index.js";
import { NotPlain } from "./not-plain.js";
import { planOf } from "./query-plan.js";

const schema = buildSchema(`
  enum Mood { CALM GLAD }
  type Lender { id: ID! name(loud: Boolean = false): String! mood: Mood }
  type Product { id: ID! name: String rate: Float count: Int! isOpen: Boolean! tags: [String!]! lender: Lender others: [Product] }
  type Query { product(id: ID, mood: Mood = CALM): Product products(first: Int = 2): [Product!]! words(given: String!): String! nobody: Product! }
`);

const lender = { id: "l1", name: ({ loud }: { loud: boolean }) => (loud ? "LENDER" : "“Lender”"), mood: "GLAD" };
const product = Object.freeze({
  id: 7,
  name: "装修\n贷",
  rate: 0.25,
  count: 3,
  isOpen: false,
  tags: ["a", 'b"'],
  lender: Promise.resolve(lender),
  others: [null, Promise.resolve({ id: "x", count: 0, isOpen: true, tags: [] })],
});

const resolvers: Readonly<Record<string, (args: Record<string, never>) => unknown>> = {
  product: async ({ id, mood }) => (id === "none" ? null : { ...product, name: mood }),
  products: ({ first }) => [product, product, product].slice(0, first),
  words: ({ given }) => given,
  nobody: () => null,
};
const fields = (schema.getQueryType() as GraphQLObjectType).getFields();
for (const [name, resolve] of Object.entries(resolvers))
  if (fields[name]) fields[name].resolve = (_source, args) => resolve(args as Record<string, never>);

const context = {} as Context;

async function bothWays(text: string, variableValues: Record<string, unknown> = {}) {
  const document = parse(text);
  const usual = await execute({ schema, document, variableValues, contextValue: context });
  const plan = planOf(schema, document);
  const planned = plan ? await (async () => plan.run(context, variableValues))().catch(() => undefined) : undefined;
  return { usual: `${JSON.stringify(usual)}\n`, planned, hasPlan: plan !== undefined };
}

const setOf = (selection: fc.Arbitrary<readonly string[]>): fc.Arbitrary<string> =>
  fc
    .array(selection, { minLength: 1, maxLength: 4, depthIdentifier: "set", size: "small" })
    .map((selections) => `{ ${selections.map((parts) => parts.join("")).join(" ")} }`);

describe("a query's plan", () => {
  it.each([
    "{ product { id name rate count isOpen tags lender { id name mood } others { id count isOpen tags } } }",
    "{ first: product { id again: id } second: product(id: none, mood: GLAD) { name } __typename }".replace(
      "none",
      '"n"',
    ),
    '{ product(id: "none") { id } products(first: 3) { __typename ...A ...B } } fragment A on Product { id lender { id } } fragment B on Product { ...A lender { mood loud: name(loud: true) } }',
    "query Q($first: Int, $loud: Boolean = true) { products(first: $first) { ... { id } ... on Product { lender { name(loud: $loud) } } } }",
  ])("answers in the bytes of the usual way: %s", async (text) => {
    const { usual, planned } = await bothWays(text);
    expect(planned).toBe(usual);
  });

  it("writes any text as JSON has it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (given) => {
        const { usual, planned } = await bothWays("query Q($given: String!) { words(given: $given) }", { given });
        expect(planned).toBe(usual);
      }),
    );
  });

  it("answers whatever is asked in the bytes of the usual way, or leaves it to it", async () => {
    // Two names for every field, and never one name for two.
    const named = (...fields: string[]) =>
      fc.tuple(fc.constantFrom(...fields.flatMap((field) => [field, `again_${field.replace(/\W.*/, "")}: ${field}`])));
    const { productSet } = fc.letrec<{ lenderSet: string; productSet: string }>((tie) => ({
      lenderSet: setOf(named("id", "name(loud: true)", "mood", "__typename")),
      productSet: setOf(
        fc.oneof(
          named("id", "name", "rate", "count", "isOpen", "tags", "__typename"),
          fc.tuple(named("lender"), tie("lenderSet")).map((parts) => parts.flat()),
          fc.tuple(named("others"), tie("productSet")).map((parts) => parts.flat()),
          fc.tuple(fc.constantFrom("... ", "... on Product "), tie("productSet")),
        ),
      ),
    }));
    const root = fc.constantFrom(
      "product",
      "products",
      "three: products(first: 3)",
      "p: product(mood: GLAD)",
      "nobody",
    );
    let plannedCount = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(root, productSet), { minLength: 1, maxLength: 3 }), async (roots) => {
        const text = `{ ${roots.map((parts) => parts.join(" ")).join(" ")} }`;
        if (validate(schema, parse(text)).length > 0) return;
        const { usual, planned } = await bothWays(text);
        if (planned === undefined) expect(usual).toContain('"errors"');
        else {
          plannedCount += 1;
          expect(planned).toBe(usual);
        }
      }),
      { numRuns: 500 },
    );
    expect(plannedCount).toBeGreaterThan(100);
  });

  it.each([
    ["a bad variable", "query Q($first: Int) { products(first: $first) { id } }", { first: "many" }],
    ["a missing variable", "query Q($given: String!) { words(given: $given) }", {}],
    ["a null where none may be", "{ nobody { id } }", {}],
    ["a null argument where none may be", "query Q($first: Int) { products(first: $first) { id } nobody { id } }", {}],
  ])("leaves %s to the usual way", async (_what, text, variables) => {
    const { planned, usual, hasPlan } = await bothWays(text, variables);
    expect(hasPlan).toBe(true);
    expect(planned).toBeUndefined();
    expect(usual).toContain('"errors"');
  });

  it.each([
    ["a mutation", "mutation { x }"],
    ["two operations", "query A { products { id } } query B { products { id } }"],
    ["a directive", "query Q($s: Boolean!) { products { id @skip(if: $s) } }"],
    ["the schema itself", "{ __schema { types { name } } }"],
  ])("is not made for %s", async (_what, text) => {
    expect(planOf(schema, parse(text))).toBeUndefined();
  });

  it("says no more once something failed, and nobody is left alone with a refusal", async () => {
    const failing = buildSchema("type Query { slow: Int quick: Int }");
    const root = (failing.getQueryType() as GraphQLObjectType).getFields();
    if (root.slow) root.slow.resolve = () => Promise.reject(new Error("late"));
    if (root.quick)
      root.quick.resolve = () => {
        throw new NotPlain("at once");
      };
    const plan = planOf(failing, parse("{ slow quick }"));
    expect(() => plan?.run(context, {})).toThrow("at once");
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
});
