import { ClientProvider } from "@daichao/client";
import { createTestClient } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import texts from "../../messages/en-US.json";
import { ListingSwitch } from "./ListingSwitch.tsx";

afterEach(cleanup);

it("a suspension says what it touches, takes a reason, and is sent once (A-04)", async () => {
  const sent: unknown[] = [];
  const close = vi.fn();
  const listing = {
    __typename: "ProductListing" as const,
    id: "p1",
    state: "PUBLISHED" as const,
    suspendedReason: null,
    openApplicationCount: 1,
    version: 3,
  };
  const client = createTestClient({
    SuspendProduct: ({ input }) => {
      sent.push(input);
      return { data: { suspendProduct: { ...listing, state: "SUSPENDED", suspendedReason: input.reason } } };
    },
  });
  render(
    <TestTexts locale="en-US" own={{ "en-US": texts }}>
      <ClientProvider client={client}>
        <ListingSwitch listing={listing} onClose={close} />
      </ClientProvider>
    </TestTexts>,
  );
  expect(screen.getByText(/1 open application, which goes on/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Suspend" }));
  expect(screen.getByText("Give a reason")).toBeTruthy();
  expect(sent).toEqual([]);
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "The cost shown is being looked into" } });
  fireEvent.click(screen.getByRole("button", { name: "Suspend" }));
  await vi.waitFor(() => expect(close).toHaveBeenCalledTimes(1));
  expect(sent).toEqual([{ productId: "p1", reason: "The cost shown is being looked into" }]);
});
