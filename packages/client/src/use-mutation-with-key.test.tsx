import type { TypedDocumentNode } from "@apollo/client";
import { gql } from "@apollo/client";
import { act, cleanup, render, renderHook, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { ClientProvider } from "./ClientProvider.tsx";
import { createIntent } from "./idempotency.ts";
import { Can, can, ViewerProvider } from "./permission.tsx";
import { createTestClient, refusal } from "./testing.ts";
import { useMutationWithKey } from "./use-mutation-with-key.ts";

afterEach(cleanup);

interface Paid {
  createPayment: { id: string };
}

const CreatePayment: TypedDocumentNode<Paid, { input: { amount: string; idempotencyKey: string } }> = gql`
  mutation CreatePayment($input: CreatePaymentInput!) {
    createPayment(input: $input) {
      id
    }
  }
`;

const paid = { data: { createPayment: { __typename: "Payment", id: "y1" } } };

function payer(...answers: (ReturnType<typeof refusal> | Error)[]) {
  const keys: string[] = [];
  const client = createTestClient({
    CreatePayment: ({ input }) => {
      keys.push(input.idempotencyKey);
      return answers.shift() ?? paid;
    },
  });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ClientProvider client={client}>{children}</ClientProvider>
  );
  const { result } = renderHook(() => useMutationWithKey(CreatePayment), { wrapper });
  return { keys, result, pay: (amount: string) => act(() => result.current.submit({ amount })) };
}

describe("a payment", () => {
  it("is made once by a double click", async () => {
    const { keys, result } = payer();
    await act(async () => {
      const [first, second] = await Promise.all([
        result.current.submit({ amount: "1.00" }),
        result.current.submit({ amount: "1.00" }),
      ]);
      expect(first).toBe(second);
    });
    expect(keys).toHaveLength(1);
    expect(result.current.data?.createPayment.id).toBe("y1");
  });

  it("whose answer was lost is tried again with the same key", async () => {
    const { keys, pay, result } = payer(new TypeError("lost"));
    expect(await pay("1.00")).toBeNull();
    expect(result.current.failure?.kind).toBe("network");
    await pay("1.00");
    expect(keys[1]).toBe(keys[0]);
  });

  it("of another amount is another intent", async () => {
    const { keys, pay } = payer(new TypeError("lost"));
    await pay("1.00");
    await pay("2.00");
    expect(keys[1]).not.toBe(keys[0]);
  });

  it("after a success or a final refusal is a new one", async () => {
    const { keys, pay, result } = payer(refusal("PAYMENT_CARD_REFUSED", "invalid"));
    await pay("1.00");
    expect(result.current.failure?.code).toBe("PAYMENT_CARD_REFUSED");
    await pay("1.00");
    await pay("1.00");
    expect(new Set(keys).size).toBe(3);
  });
});

it("an intent does not depend on the order of fields", () => {
  const intent = createIntent();
  expect(intent.keyFor({ a: 1, b: { c: 2, d: 3 } })).toBe(intent.keyFor({ b: { d: 3, c: 2 }, a: 1 }));
});

describe("what a viewer may do", () => {
  const viewer = { permissions: ["application:review"] };

  it("is what the api has granted, and nothing to a stranger", () => {
    expect(can(viewer, "application:review" as never)).toBe(true);
    expect(can(viewer, "application:decide" as never)).toBe(false);
    expect(can(null, "application:review" as never)).toBe(false);
  });

  it("hides what would be refused", () => {
    render(
      <ViewerProvider viewer={viewer}>
        <Can permission={"application:review" as never}>审核</Can>
        <Can permission={"application:decide" as never} otherwise="只读">
          审批
        </Can>
      </ViewerProvider>,
    );
    expect(screen.getByText(/审核/).textContent).toBe("审核只读");
  });
});
