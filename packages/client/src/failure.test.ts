import { CombinedGraphQLErrors, ServerError } from "@apollo/client/errors";
import { describe, expect, it } from "vitest";
import { fieldFailures, toFailure, toFailures } from "./failure.ts";

const graphql = (...extensions: Record<string, unknown>[]) =>
  new CombinedGraphQLErrors({ errors: extensions.map((one) => ({ message: "金额超出范围", extensions: one })) });

describe("a refusal of the api", () => {
  it("keeps code, kind, field, params, retryable and request id", () => {
    const error = graphql({
      code: "APPLICATION_AMOUNT_OUT_OF_RANGE",
      kind: "invalid",
      field: "amount",
      params: { min: "1000.00" },
      retryable: false,
      requestId: "req-1",
    });
    expect(toFailure(error)).toEqual({
      code: "APPLICATION_AMOUNT_OUT_OF_RANGE",
      kind: "invalid",
      message: "金额超出范围",
      field: "amount",
      params: { min: "1000.00" },
      retryable: false,
      requestId: "req-1",
    });
  });

  it.each([
    ["THROTTLED", "unavailable"],
    ["UNAUTHENTICATED", "unauthenticated"],
    ["SOMETHING_ODD", "internal"],
  ])("without a kind, %s counts as %s", (code, kind) => {
    expect(toFailure(graphql({ code })).kind).toBe(kind);
  });

  it("with several errors gives each to its field, the first one winning", () => {
    const error = graphql(
      { code: "A", kind: "invalid", field: "phone" },
      { code: "B", kind: "invalid", field: "name" },
      { code: "C", kind: "invalid", field: "phone" },
    );
    expect(toFailures(error)).toHaveLength(3);
    expect(Object.entries(fieldFailures(error)).map(([field, { code }]) => [field, code])).toEqual([
      ["phone", "A"],
      ["name", "B"],
    ]);
  });
});

describe("an answer that is no GraphQL", () => {
  const answer = (status: number, bodyText = "<html>", headers = {}) =>
    new ServerError("bad", { response: new Response(bodyText, { status, headers }), bodyText });

  it("carries the request id of its header, and is retryable when the gate was closed", () => {
    expect(toFailure(answer(503, "", { "x-request-id": "req-2" }))).toMatchObject({
      code: "UNAVAILABLE",
      kind: "unavailable",
      retryable: true,
      requestId: "req-2",
    });
    expect(toFailure(answer(500))).toMatchObject({ code: "INTERNAL", kind: "internal", retryable: false });
  });

  it("is read when it holds errors after all", () => {
    const body = JSON.stringify({ errors: [{ message: "no", extensions: { code: "OVERLOADED", retryable: true } }] });
    expect(toFailure(answer(503, body))).toMatchObject({ code: "OVERLOADED", kind: "unavailable", retryable: true });
  });
});

it("no answer at all is a network failure, anything else is ours", () => {
  expect(toFailure(new TypeError("Failed to fetch"))).toMatchObject({ kind: "network", retryable: true });
  expect(toFailure(new Error("bug"))).toMatchObject({ code: "INTERNAL", kind: "internal", retryable: false });
});
