import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { ToastRegion } from "@daichao/ui/light";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, expect, test } from "vitest";
import type { SequenceCard_SequenceFragment } from "../../gql/graphql.ts";
import lendingEn from "../../lib/lending/messages/en-US.json";
import lendingZh from "../../lib/lending/messages/zh-CN.json";
import enUS from "../../messages/en-US.json";
import zhCN from "../../messages/zh-CN.json";
import { SequenceCard } from "./SequenceCard.tsx";

afterEach(cleanup);
const own = { "zh-CN": { ...zhCN, ...lendingZh }, "en-US": { ...enUS, ...lendingEn } };
type Sequence = Omit<SequenceCard_SequenceFragment, " $fragmentName">;
type StepState = Sequence["steps"][number]["state"];

const step = (id: string, state: StepState): Sequence["steps"][number] => ({
  __typename: "SequenceStep",
  id: `s-${id}`,
  state,
  reason: null,
  product: {
    __typename: "Product",
    id,
    name: `产品${id}`,
    institution: { __typename: "Institution", id: `i-${id}`, shortName: `机构${id}` },
  },
  application: state === "WAITING" ? null : { __typename: "Application", id: `app-${id}`, state: "UNDER_REVIEW" },
});
const sequence = (changed: Partial<Sequence> = {}): Sequence => ({
  __typename: "ApplicationSequence",
  id: "q",
  version: 3,
  goal: "LOWEST_COST",
  state: "RUNNING",
  reason: null,
  reasonCode: null,
  hardPullCount: 1,
  parallelHardPullCount: 3,
  steps: [step("a", "SENT"), step("b", "WAITING"), step("c", "WAITING")],
  ...changed,
});

const sent: Record<string, unknown>[] = [];
const taking = (name: string, changed: Partial<Sequence> = {}) => ({
  [name[0]?.toUpperCase() + name.slice(1)]: ({ input }: Record<string, unknown>) => {
    sent.push(input as Record<string, unknown>);
    return { data: { [name]: sequence({ version: 4, ...changed }) } };
  },
});
function card(shown: Sequence, answers: Parameters<typeof createTestClient>[0]) {
  sent.length = 0;
  render(
    <TestTexts own={own}>
      <ClientProvider client={createTestClient(answers)}>
        <MemoryRouter>
          <ToastRegion>
            <SequenceCard sequence={shown as SequenceCard_SequenceFragment} />
          </ToastRegion>
        </MemoryRouter>
      </ClientProvider>
    </TestTexts>,
  );
}
const button = (name: string | RegExp) => screen.getByRole("button", { name }) as HTMLButtonElement;

test("idea 5: those not asked change places, the one under way does not, and the ends are ends", async () => {
  card(sequence(), taking("reorderSequence"));
  expect(screen.queryByRole("button", { name: /产品a/ })).toBeNull();
  expect(button("产品b 提前一位").disabled).toBe(true);
  fireEvent.click(button("产品c 提前一位"));
  await waitFor(() => expect(sent).toEqual([{ sequenceId: "q", version: 3, productIds: ["c", "b"] }]));
});

test("idea 5: it is paused, gone on with and ended, each on the version that was read", async () => {
  card(sequence(), { ...taking("pauseSequence"), ...taking("cancelSequence") });
  fireEvent.click(button(lendingZh["sequence.pause"]));
  fireEvent.click(button(lendingZh["sequence.cancel"]));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent).toEqual([
    { sequenceId: "q", version: 3 },
    { sequenceId: "q", version: 3 },
  ]);
  cleanup();
  card(sequence({ state: "PAUSED" }), taking("resumeSequence"));
  fireEvent.click(button(lendingZh["sequence.resume"]));
  await waitFor(() => expect(sent).toEqual([{ sequenceId: "q", version: 3 }]));
});

test("idea 5: stopped by a changed text, it goes on only once that text was read and agreed to", async () => {
  const text = {
    __typename: "ConsentText",
    hash: "new-hash",
    title: "授权书",
    paragraphs: ["新的用途"],
    bindingParagraphs: ["新的用途"],
    institution: { __typename: "Institution", id: "i-b", shortName: "机构b" },
  };
  const stopped = sequence({ state: "PAUSED", reason: "授权书内容已更新", reasonCode: "APPLICATION_CONSENT_OUTDATED" });
  const asked: unknown[] = [];
  card(stopped, {
    ...taking("resumeSequence"),
    RenewConsent: (variables) => {
      asked.push(variables);
      return { data: { consentText: text } };
    },
  });
  expect(await screen.findByText("新的用途")).toBeDefined();
  expect(asked).toEqual([{ institutionId: "i-b" }]);
  expect((screen.getByRole("checkbox") as HTMLInputElement).checked).toBe(false);
  expect(button(lendingZh["sequence.resume"]).disabled).toBe(true);
  fireEvent.click(screen.getByRole("checkbox"));
  fireEvent.click(button(lendingZh["sequence.resume"]));
  await waitFor(() =>
    expect(sent).toEqual([{ sequenceId: "q", version: 3, consents: [{ institutionId: "i-b", textHash: "new-hash" }] }]),
  );
});

test("idea 5: a refusal is told in its words and nothing moves; an ended walk has no buttons", async () => {
  card(sequence(), { ReorderSequence: refusal("CONFLICT", "conflict", { message: "内容已被更新" }) });
  fireEvent.click(button("产品b 推后一位"));
  expect(await screen.findByText("内容已被更新")).toBeDefined();
  cleanup();
  card(sequence({ state: "ACCEPTED", steps: [step("a", "ACCEPTED")] }), {});
  expect(screen.queryAllByRole("button")).toEqual([]);
});
