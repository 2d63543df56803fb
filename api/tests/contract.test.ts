/** The schema is the contract: emitted, described to the last argument, and spoken by every app. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  Kind,
  parse,
  specifiedRules,
  specifiedScalarTypes,
  validate,
} from "graphql";
import { describe, expect, it } from "vitest";
import { announcedFile, contractSchema, printClientContract, printContract } from "../src/app/contract.js";
import { breaksOf } from "../src/app/contract-changes.js";
import { manifestsOf } from "../src/app/edge/trusted-files.js";
import { gateOfField } from "../src/kernel/access/index.js";

const root = join(import.meta.dirname, "..", "..");
const schema = contractSchema();
const committed = readFileSync(join(root, "schema.graphql"), "utf8");

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !specifiedScalarTypes.includes(type as never),
);

function* undescribed(type: GraphQLNamedType): Generator<string> {
  if (!type.description && !["Query", "Mutation", "Subscription"].includes(type.name)) yield type.name;
  if (isEnumType(type))
    for (const value of type.getValues()) if (!value.description) yield `${type.name}.${value.name}`;
  if (isInputObjectType(type))
    for (const field of Object.values(type.getFields())) if (!field.description) yield `${type.name}.${field.name}`;
  if (isObjectType(type))
    for (const field of Object.values(type.getFields())) {
      if (!field.description) yield `${type.name}.${field.name}`;
      for (const argument of field.args)
        if (!argument.description) yield `${type.name}.${field.name}(${argument.name})`;
    }
}

describe("the contract", () => {
  it("is the schema that the code emits: run `npm run contract` after a change", () => {
    expect(printContract(schema) === committed, "schema.graphql is not what the code emits").toBe(true);
  });

  it("tells the apps every error code and permission by name", () => {
    const emitted = readFileSync(join(root, "packages", "client", "src", "contract.generated.ts"), "utf8");
    expect(printClientContract() === emitted, "contract.generated.ts is not what the code emits").toBe(true);
  });

  it("P-12: describes every type, field, argument and enum value: it is the partners' manual", () => {
    expect(types.flatMap((type) => [...undescribed(type)])).toEqual([]);
  });

  it("gates every root field, and takes exactly one input of its own name in every mutation", () => {
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const fields = roots.flatMap((type) => Object.values(type?.getFields() ?? {}));
    expect(fields.filter((field) => gateOfField(field) === undefined).map(({ name }) => name)).toEqual([]);
    const odd = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(({ name, args }) => {
      const wanted = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
      return args.length > 0 && (args.length !== 1 || getNamedType(args[0]?.type)?.toString() !== wanted);
    });
    expect(odd.map(({ name }) => name)).toEqual([]);
  });

  it("writes money as Money and rates as Rate: a float only measures a model or a likelihood", () => {
    const floats = types.flatMap((type) =>
      isObjectType(type) || isInputObjectType(type)
        ? Object.values(type.getFields()).flatMap(({ name, type: kind }) =>
            String(getNamedType(kind)) === "Float" ? [`${type.name}.${name}`] : [],
          )
        : [],
    );
    const measures =
      /^(CountedAct|OddsFactor|OddsModel|OddsRecord|RankExplanation|RankPart|RankingRecord|ReliabilityPoint|ApplicationPlan)\./;
    const ofMoney = /amount|rate$|principal|payment|fee|cost|interest|income|balance|budget|price/i;
    expect(floats.filter((field) => !measures.test(field) || ofMoney.test(field.split(".")[1] ?? ""))).toEqual([]);
  });
});

describe("P-12: what partners were told of", () => {
  it("is not broken: deprecate and announce first, or take a new name; `npm run contract -- --announce` announces", () => {
    expect(breaksOf(readFileSync(announcedFile(root), "utf8"), schema)).toEqual([]);
  });

  const announced = `
    type Query { shop(id: ID, name: String @deprecated(reason: "by id")): Shop  old: Int @deprecated(reason: "shop")  kept: Int }
    type Shop { id: ID  name: String  state: State }
    enum State { OPEN CLOSED GONE @deprecated(reason: "closed") }
    input Wish { amount: Int }`;
  const breaksIn = (changed: string) => breaksOf(announced, buildSchema(changed));
  const [query, shop, state, wish] = [
    "type Query { shop(id: ID): Shop  kept: Int }",
    "type Shop { id: ID  name: String  state: State }",
    "enum State { OPEN CLOSED }",
    "input Wish { amount: Int }",
  ];

  it("may lose what it called deprecated, and grow", () => {
    expect(breaksIn([query, shop, state, wish].join(" "))).toEqual([]);
    const grown = `type Shop { id: ID  name: String  state: State  city: String } input Wish { amount: Int  term: Int }`;
    expect(breaksIn([query, grown, state].join(" "))).toEqual([]);
  });

  it.each([
    ["a field goes", [query, "type Shop { id: ID  state: State }", state, wish], "Shop.name"],
    ["a root field goes", ["type Query { shop(id: ID): Shop }", shop, state, wish], "Query.kept"],
    ["a type changes", [query, "type Shop { id: ID  name: Int  state: State }", state, wish], "Shop.name"],
    ["an argument is wanted", ["type Query { shop(id: ID!): Shop  kept: Int }", shop, state, wish], "Query.shop"],
    ["an enum loses a value", [query, shop, "enum State { OPEN }", wish], "CLOSED"],
    ["an input wants more", [query, shop, state, "input Wish { amount: Int  term: Int! }"], "term"],
    ["a type goes", [query, shop, state], "Wish"],
  ])("is broken when %s", (_what, parts, named) => {
    const [found, ...others] = breaksIn(parts.join(" "));
    expect(found).toContain(named);
    expect(others).toEqual([]);
  });
});

describe("the apps", () => {
  const contract = buildSchema(committed);
  const manifests = manifestsOf(root).filter((file) => existsSync(file));

  it("send no operation that the contract does not know", () => {
    const faults = manifests.flatMap((file) =>
      Object.values(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>).flatMap((text) =>
        validate(contract, parse(text), [...specifiedRules]).map(
          ({ message }) => `${file.slice(root.length)}: ${message}`,
        ),
      ),
    );
    expect(faults.filter((fault) => !fault.includes('"@unmask"'))).toEqual([]);
  });

  it("name every operation, by which /metrics and the statement budget know it", () => {
    const unnamed = manifests.flatMap((file) =>
      Object.values(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>).flatMap((text) =>
        parse(text).definitions.filter((part) => part.kind === Kind.OPERATION_DEFINITION && !part.name),
      ),
    );
    expect(unnamed).toEqual([]);
  });
});
