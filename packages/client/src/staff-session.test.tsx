import type { TypedDocumentNode } from "@apollo/client";
import { gql } from "@apollo/client";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ClientProvider } from "./ClientProvider.tsx";
import { useCan } from "./permission.tsx";
import { createStaffSession, useStaffSignOut } from "./staff-session.tsx";
import { createTestClient, refusal } from "./testing.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

interface Viewer {
  id: string;
  kind: "PLATFORM" | "INSTITUTION" | "GUEST";
  permissions: string[];
}

const SessionDocument: TypedDocumentNode<{ viewer: Viewer }, Record<string, never>> = gql`
  query Session {
    viewer {
      id
      kind
      permissions
    }
  }
`;

const su: Viewer = { id: "su", kind: "PLATFORM", permissions: ["approval:read"] };
const li: Viewer = { id: "li", kind: "INSTITUTION", permissions: ["approval:read"] };

const platform = createStaffSession({ document: SessionDocument, kind: "PLATFORM", home: "/admin/" });

/** The platform's app opened by somebody; `becomes` changes who the api says is here. */
function open(first: Viewer | "unknown") {
  let present = first;
  const client = createTestClient({
    Session: () =>
      present === "unknown"
        ? refusal("INTERNAL", "internal")
        : { data: { viewer: { __typename: "Viewer", ...present } } },
  });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ClientProvider client={client}>
      <platform.SessionProvider>{children}</platform.SessionProvider>
    </ClientProvider>
  );
  const { result } = renderHook(
    () => ({ session: platform.useSession(), isSamePerson: platform.useSamePerson(), may: useCan() }),
    { wrapper },
  );
  const becomes = (next: Viewer) => {
    present = next;
  };
  return { result, becomes, known: () => waitFor(() => expect(result.current.session.isKnown).toBe(true)) };
}

describe("the session of a working app", () => {
  it("is not known at first, and then is the person's, with what they may do", async () => {
    const { result, known } = open(su);
    expect(result.current.session).toEqual({ viewer: null, isKnown: false, isSignedIn: false });
    await known();
    expect(result.current.session).toMatchObject({ viewer: su, isSignedIn: true });
    expect(result.current.may("approval:read")).toBe(true);
  });

  it("belongs to its own kind of account: anybody else is a stranger who may do nothing", async () => {
    const { result, known } = open(li);
    await known();
    expect(result.current.session).toEqual({ viewer: null, isKnown: true, isSignedIn: false });
    expect(result.current.may("approval:read")).toBe(false);
  });

  it("is nobody's when the api cannot say who is here", async () => {
    const { result, known } = open("unknown");
    await known();
    expect(result.current.session).toEqual({ viewer: null, isKnown: true, isSignedIn: false });
  });

  it("goes on for the person whose page it is; another one starts at the app's own address", async () => {
    const assign = vi.fn();
    vi.stubGlobal("location", { assign });
    const { result, known, becomes } = open(su);
    await known();
    expect(await result.current.isSamePerson()).toBe(true);
    expect(assign).not.toHaveBeenCalled();
    becomes({ ...su, id: "han" });
    expect(await result.current.isSamePerson()).toBe(false);
    expect(assign.mock.calls).toEqual([["/admin/"]]);
  });
});

it("signing out forgets, leaves, and only then asks anew who is here", async () => {
  const order: string[] = [];
  const note = (word: string) => async () => {
    order.push(word);
  };
  const answer = () => {
    order.push("ended");
    return { data: { signOut: { __typename: "Viewer", id: "guest" } } };
  };
  const client = { ...createTestClient({ SignOut: answer }), signedOut: note("forgot"), signedIn: note("asked") };
  const document: TypedDocumentNode<unknown, Record<string, never>> = gql`
    mutation SignOut {
      signOut {
        id
      }
    }
  `;
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ClientProvider client={client}>{children}</ClientProvider>
  );
  const { result } = renderHook(() => useStaffSignOut(document, note("left")), { wrapper });
  act(() => result.current());
  await waitFor(() => expect(order).toEqual(["ended", "forgot", "left", "asked"]));
});
