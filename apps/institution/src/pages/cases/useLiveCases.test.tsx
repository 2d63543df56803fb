import { useQuery } from "@apollo/client/react";
import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, expect, it, vi } from "vitest";
import zhCN from "../../messages/zh-CN.json";
import { CasePageDocument, CasePane } from "./CasePane.tsx";
import { useLiveCases } from "./useLiveCases.ts";

afterEach(cleanup);
const own = { "zh-CN": zhCN, "en-US": zhCN };
const gone = refusal("NOT_FOUND", "not_found");

function Open({ id, onQueue }: { id: string; onQueue: () => void }) {
  useQuery(CasePageDocument, { variables: { id } });
  useLiveCases(id, onQueue);
  return null;
}

it("news of an application out of sight, which names none, has the queue and the open case asked for again", async () => {
  const asked: unknown[] = [];
  const client = createTestClient({
    ApplicationStatusChanged: gone,
    CasePage: (variables) => {
      asked.push(variables);
      return gone;
    },
  });
  const queue = vi.fn();
  render(
    <ClientProvider client={client}>
      <Open id="a1" onQueue={queue} />
    </ClientProvider>,
  );
  await waitFor(() => expect(asked).toEqual([{ id: "a1" }, { id: "a1" }]));
  await waitFor(() => expect(queue).toHaveBeenCalled());
});

it("R-07: a case out of sight says so and shows nothing of it", async () => {
  const client = createTestClient({ CasePage: gone });
  render(
    <TestTexts own={own}>
      <ClientProvider client={client}>
        <MemoryRouter>
          <CasePane id="a1" onNext={() => {}} toQueue="/cases" tools={null} />
        </MemoryRouter>
      </ClientProvider>
    </TestTexts>,
  );
  expect(await screen.findByText(zhCN["case.gone"])).toBeDefined();
});
