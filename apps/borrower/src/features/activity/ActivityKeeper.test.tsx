import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { ToastRegion } from "@daichao/ui/light";
import { TestTexts } from "@daichao/ui/testing";
import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, expect, test } from "vitest";
import { noteActivity } from "../../lib/activity.ts";
import noticesEn from "../../lib/notices/messages/en-US.json";
import noticesZh from "../../lib/notices/messages/zh-CN.json";
import { SessionProvider } from "../../lib/session.tsx";
import enUS from "../../messages/en-US.json";
import zhCN from "../../messages/zh-CN.json";
import { ActivityKeeper } from "./ActivityKeeper.tsx";
import { ActivitySetting } from "./ActivitySetting.tsx";

afterEach(cleanup);
const own = { "zh-CN": { ...zhCN, ...noticesZh }, "en-US": { ...enUS, ...noticesEn } };
const sentence = "行为记录已达上限，60 秒后继续；页面功能不受影响";

/** The recorder on a page whose person agreed; answers how many batches were sent. */
async function agreed(answer: () => ReturnType<typeof refusal> | { data: unknown }): Promise<() => number> {
  let batches = 0;
  const client = createTestClient({
    Session: {
      data: {
        viewer: {
          __typename: "Viewer",
          id: "v",
          kind: "BORROWER",
          displayName: "李强",
          permissions: [],
          isFrozen: false,
        },
      },
    },
    ActivityChoice: {
      data: {
        activityChoice: {
          __typename: "ActivityChoice",
          state: "ALLOWED",
          decidedAt: "2026-11-22T06:00:00Z",
          eventCount: 3,
          text: { __typename: "ActivityText", title: "说明", paragraphs: ["处理者"], hash: "h" },
        },
      },
    },
    RecordActivity: () => {
      batches += 1;
      return answer() as ReturnType<typeof refusal>;
    },
  });
  render(
    <TestTexts own={own}>
      <ClientProvider client={client}>
        <MemoryRouter>
          <ToastRegion>
            <SessionProvider>
              <ActivityKeeper />
              <ActivitySetting />
            </SessionProvider>
          </ToastRegion>
        </MemoryRouter>
      </ClientProvider>
    </TestTexts>,
  );
  await screen.findByText(noticesZh["activity.state.ALLOWED"]);
  return () => batches;
}

const looks = (count: number) =>
  act(async () => {
    for (let at = 0; at < count; at += 1) noteActivity({ kind: "PRODUCT_VIEWED", productId: `p${at}` });
    await new Promise((done) => setTimeout(done, 0));
  });

test("X-02: above the hour's quota the page says once that recording rests, and records on afterwards", async () => {
  const batches = await agreed(() =>
    refusal("ACTIVITY_TOO_MANY", "unavailable", { message: sentence, retryable: true, params: { seconds: 60 } }),
  );
  await looks(2_000);
  await waitFor(() => expect(screen.getAllByText(sentence)).toHaveLength(2));
  await looks(200);
  expect(batches()).toBe(1);
  expect(screen.getAllByText(sentence)).toHaveLength(2);
  expect(screen.getAllByRole("status").some(({ textContent }) => textContent === sentence)).toBe(true);
});
