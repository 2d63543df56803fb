import { gql } from "@apollo/client";
import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ClientProvider } from "./ClientProvider.tsx";
import { useStaffSignIn } from "./staff-sign-in.ts";
import { createTestClient, refusal } from "./testing.ts";

afterEach(cleanup);

const documents = {
  signIn: gql`
    mutation SignIn($input: SignInInput!) {
      signIn(input: $input) {
        secondFactor {
          challengeId
        }
      }
    }
  `,
  verifySecondFactor: gql`
    mutation VerifySecondFactor($input: VerifySecondFactorInput!) {
      verifySecondFactor(input: $input) {
        id
      }
    }
  `,
  signInAsDemo: gql`
    mutation SignInAsDemo($input: SignInAsDemoInput!) {
      signInAsDemo(input: $input) {
        id
      }
    }
  `,
};

const viewer = { __typename: "Viewer", id: "v1" };
const password = "Daichao2026!";

/** An api with one account, whose password and code are known. */
function arrive({ hasSecondFactor = false } = {}) {
  const sent: unknown[] = [];
  const secondFactor = hasSecondFactor ? { __typename: "SecondFactor", challengeId: "c1" } : null;
  const client = createTestClient({
    SignIn: ({ input }) => {
      sent.push(input);
      if (input.password !== password) return refusal("IDENTITY_WRONG_PASSWORD", "invalid");
      return { data: { signIn: { __typename: "SignInPayload", secondFactor } } };
    },
    VerifySecondFactor: ({ input }) => {
      sent.push(input);
      if (input.code !== "123456") return refusal("IDENTITY_WRONG_CODE", "invalid");
      return { data: { verifySecondFactor: viewer } };
    },
    SignInAsDemo: ({ input }) => {
      sent.push(input);
      return input.key === "su" ? { data: { signInAsDemo: viewer } } : new TypeError("lost");
    },
  });
  const onSignedIn = vi.fn();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ClientProvider client={client}>{children}</ClientProvider>
  );
  const { result } = renderHook(() => useStaffSignIn(documents, onSignedIn), { wrapper });
  const passes = (text: string) => act(() => result.current.enterPassword(" su@platform ", text));
  return { sent, onSignedIn, result, passes };
}

describe("staff", () => {
  it("without a second factor are in with their password; spaces around a login are nobody's", async () => {
    const { sent, onSignedIn, result, passes } = arrive();
    expect(await passes(password)).toBeNull();
    expect(sent).toEqual([{ login: "su@platform", password }]);
    expect(onSignedIn).toHaveBeenCalledOnce();
    expect(result.current.isCodeWanted).toBe(false);
  });

  it("with one are in with the code that belongs to their password, and not before", async () => {
    const { sent, onSignedIn, result, passes } = arrive({ hasSecondFactor: true });
    expect(await passes(password)).toBeNull();
    expect(result.current.isCodeWanted).toBe(true);
    expect(onSignedIn).not.toHaveBeenCalled();
    expect(await act(() => result.current.enterCode("000000"))).toMatchObject({ code: "IDENTITY_WRONG_CODE" });
    expect(onSignedIn).not.toHaveBeenCalled();
    expect(await act(() => result.current.enterCode("123456"))).toBeNull();
    expect(sent.at(-1)).toEqual({ challengeId: "c1", code: "123456" });
    expect(onSignedIn).toHaveBeenCalledOnce();
  });

  it("who go back from the code begin with the password", async () => {
    const { result, passes } = arrive({ hasSecondFactor: true });
    await passes(password);
    act(() => result.current.goBack());
    expect(result.current.isCodeWanted).toBe(false);
  });

  it("with a wrong password hear why, and are asked for no code", async () => {
    const { onSignedIn, result, passes } = arrive({ hasSecondFactor: true });
    expect(await passes("wrong")).toMatchObject({ code: "IDENTITY_WRONG_PASSWORD", kind: "invalid" });
    expect(result.current.isCodeWanted).toBe(false);
    expect(onSignedIn).not.toHaveBeenCalled();
  });

  it("of the demo are in by their key, or hear what went wrong", async () => {
    const { sent, onSignedIn, result } = arrive();
    expect(await act(() => result.current.enterAsDemo("nobody"))).toMatchObject({ kind: "network" });
    expect(onSignedIn).not.toHaveBeenCalled();
    expect(await act(() => result.current.enterAsDemo("su"))).toBeNull();
    expect(sent.at(-1)).toEqual({ key: "su" });
    expect(onSignedIn).toHaveBeenCalledOnce();
  });
});
