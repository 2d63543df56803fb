import { ApolloLink } from "@apollo/client/link";
import type { DocumentNode } from "graphql";
import { Kind, OperationTypeNode } from "graphql";
import { Observable } from "rxjs";
import { expect, it, vi } from "vitest";
import { createHeldPage } from "./held-link.ts";

const document: DocumentNode = {
  kind: Kind.DOCUMENT,
  definitions: [
    {
      kind: Kind.OPERATION_DEFINITION,
      operation: OperationTypeNode.MUTATION,
      name: { kind: Kind.NAME, value: "PayLoan" },
      selectionSet: { kind: Kind.SELECTION_SET, selections: [] },
    },
  ],
};
const stopped = { data: null, errors: [{ message: "sign in", extensions: { code: "UNAUTHENTICATED" } }] };
const paid = { data: { payLoan: { id: "p1" } } };

function page(isSamePerson = async () => true) {
  const held = createHeldPage();
  const sent: unknown[] = [];
  let isSignedIn = false;
  const api = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        sent.push(variables);
        observer.next(isSignedIn ? paid : stopped);
        observer.complete();
      }),
  );
  const link = ApolloLink.from([held.link, api]);
  const heard = vi.fn();
  const pay = () =>
    ApolloLink.execute(
      link,
      { query: document, variables: { input: { amount: "100.00", idempotencyKey: "k1" } } },
      { client: undefined as never },
    ).subscribe({ next: heard, error: heard });
  return { held, sent, heard, pay, isSamePerson, signIn: () => (isSignedIn = true) };
}

it("what a session's end stopped is sent again as it was, with its key, once the same person is back", async () => {
  const { held, sent, heard, pay, isSamePerson, signIn } = page();
  held.keep(isSamePerson);
  pay();
  expect(held.get()).toBe(true);
  expect(heard).not.toHaveBeenCalled();
  signIn();
  expect(await held.goOn()).toBe(true);
  expect(held.get()).toBe(false);
  expect(heard.mock.calls).toEqual([[paid]]);
  expect(sent).toEqual([sent[0], sent[0]]);
  expect(sent[0]).toEqual({ input: { amount: "100.00", idempotencyKey: "k1" } });
});

it("another person's sign-in sends nothing of what the first one began", async () => {
  const { held, sent, heard, pay, signIn } = page();
  held.keep(async () => false);
  pay();
  signIn();
  expect(await held.goOn()).toBe(false);
  expect(sent).toHaveLength(1);
  expect(heard.mock.calls).toEqual([[stopped]]);
});

it("a page that cannot be held, and one that is given up, hear the refusal", () => {
  const stranger = page();
  stranger.pay();
  expect(stranger.heard.mock.calls).toEqual([[stopped]]);
  const kept = page();
  const leave = kept.held.keep(kept.isSamePerson);
  kept.pay();
  expect(kept.heard).not.toHaveBeenCalled();
  leave();
  expect(kept.heard.mock.calls).toEqual([[stopped]]);
});
