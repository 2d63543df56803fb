import { ServerError, ServerParseError } from "@apollo/client/errors";
import { ApolloLink } from "@apollo/client/link";
import type { DocumentNode } from "graphql";
import { Kind, OperationTypeNode } from "graphql";
import { firstValueFrom } from "rxjs";
import { expect, it, vi } from "vitest";
import { createPostLink } from "./post-link.ts";

const document: DocumentNode = {
  kind: Kind.DOCUMENT,
  definitions: [
    {
      kind: Kind.OPERATION_DEFINITION,
      operation: OperationTypeNode.QUERY,
      name: { kind: Kind.NAME, value: "HomePage" },
      selectionSet: { kind: Kind.SELECTION_SET, selections: [] },
    },
  ],
};

function ask(answer: Response | Error) {
  const send = vi.fn<typeof fetch>(async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const link = createPostLink({ url: "/graphql", fetch: send });
  const request = { query: document, variables: { first: 3 }, extensions: { persistedQuery: { version: 1 } } };
  // The link never looks at the client.
  const answered = ApolloLink.execute(link, request, { client: undefined as never });
  return { send, answered };
}

const typed = (body: string, type: string, status = 200) =>
  new Response(body, { status, headers: { "content-type": type } });

it("one operation is one POST of name, variables and extensions, without a text", async () => {
  const { send, answered } = ask(typed('{"data":{"a":1}}', "application/json"));
  expect(await firstValueFrom(answered)).toEqual({ data: { a: 1 } });
  const [url, init] = send.mock.calls[0] ?? [];
  expect(url).toBe("/graphql");
  expect(JSON.parse(String(init?.body))).toEqual({
    operationName: "HomePage",
    variables: { first: 3 },
    extensions: { persistedQuery: { version: 1 } },
  });
});

it("the api's own refusal is an answer whatever its status", async () => {
  const refusal = '{"errors":[{"message":"no"}]}';
  const { answered } = ask(typed(refusal, "application/graphql-response+json; charset=utf-8", 400));
  expect(await firstValueFrom(answered)).toEqual({ errors: [{ message: "no" }] });
});

it("a page of a proxy, a broken body and a body without an answer are errors that keep what came", async () => {
  const proxy = ask(typed("<h1>Bad gateway</h1>", "text/html", 502)).answered;
  await expect(firstValueFrom(proxy)).rejects.toSatisfy((error) => ServerError.is(error) && error.statusCode === 502);
  const broken = ask(typed('{"data":', "application/json")).answered;
  await expect(firstValueFrom(broken)).rejects.toSatisfy(ServerParseError.is);
  const other = ask(typed('{"ok":true}', "application/json")).answered;
  await expect(firstValueFrom(other)).rejects.toSatisfy(ServerError.is);
});

it("no answer at all is the browser's own error, and leaving ends the request", async () => {
  await expect(firstValueFrom(ask(new TypeError("offline")).answered)).rejects.toThrow(TypeError);
  const { send, answered } = ask(typed('{"data":{}}', "application/json"));
  answered.subscribe().unsubscribe();
  expect(send.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
});
