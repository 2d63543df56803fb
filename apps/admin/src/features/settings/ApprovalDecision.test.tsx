import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { ApprovalDecision_ApprovalFragment } from "../../gql/graphql.ts";
import texts from "../../messages/en-US.json";
import { ApprovalDecision } from "./ApprovalDecision.tsx";

const waiting: ApprovalDecision_ApprovalFragment = {
  __typename: "Approval",
  id: "a1",
  kind: "account.unfreeze",
  state: "PENDING",
  canDecide: true,
  isMine: false,
  makerName: "Su",
};

const sent: unknown[] = [];

afterEach(cleanup);

function show(approval: Partial<ApprovalDecision_ApprovalFragment>, onDecided = () => {}) {
  const client = createTestClient({
    DecideApproval: (variables) => {
      sent.push(variables.input);
      return refusal("APPROVAL_NOT_PENDING", "conflict", { message: "This has been decided already" });
    },
  });
  return render(
    <TestTexts locale="en-US" own={{ "en-US": texts }}>
      <ClientProvider client={client}>
        <ApprovalDecision approval={{ ...waiting, ...approval }} onDecided={onDecided} />
      </ClientProvider>
    </TestTexts>,
  );
}

describe("the second person's verdict (A-02)", () => {
  it("offers the maker no verdict and says why", () => {
    show({ canDecide: false, isMine: true });
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.getByText(/The maker is never the checker/)).toBeTruthy();
  });

  it("does not send a rejection without a reason", async () => {
    show({});
    fireEvent.click(screen.getByRole("button", { name: "Reject" }));
    fireEvent.click(screen.getByRole("button", { name: "Reject" }));
    expect(await screen.findByText("Give a reason")).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it("keeps what was typed and says so when somebody else was faster", async () => {
    show({});
    fireEvent.click(screen.getByRole("button", { name: "Return" }));
    fireEvent.change(screen.getByRole("textbox"), { target: { value: "Please explain" } });
    fireEvent.click(screen.getByRole("button", { name: "Return" }));
    expect(await screen.findByRole("alert")).toBeTruthy();
    expect(sent).toEqual([{ approvalId: "a1", verdict: "RETURNED", reason: "Please explain" }]);
    expect(screen.getByDisplayValue("Please explain")).toBeTruthy();
  });
});
