import { TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import noticesEn from "../../lib/notices/messages/en-US.json";
import noticesZh from "../../lib/notices/messages/zh-CN.json";
import { NotificationList } from "./NotificationList.tsx";

afterEach(cleanup);
const own = { "zh-CN": noticesZh, "en-US": noticesEn };
const notice = (id: string, readAt: string | null) => ({
  __typename: "Notification" as const,
  id,
  kind: "APPLICATION" as const,
  title: `Title ${id}`,
  body: "Body",
  path: `/applications/${id}`,
  occurredAt: "2026-12-01T01:00:00.000Z",
  readAt,
});

test("2-36: each notice leads to the very thing it is about; what is unread is said, not only coloured", () => {
  const open = vi.fn();
  render(
    <TestTexts own={own}>
      <NotificationList notifications={[notice("a", null), notice("b", "2026-12-01T02:00:00.000Z")]} onOpen={open} />
    </TestTexts>,
  );
  const [unread, read] = screen.getAllByRole("link");
  expect(unread?.getAttribute("href")).toBe("/applications/a");
  expect(unread?.textContent).toContain(noticesZh["messages.isUnread"]);
  expect(read?.textContent).not.toContain(noticesZh["messages.isUnread"]);
  for (const link of [unread, read]) if (link) fireEvent.click(link);
  expect(open.mock.calls).toEqual([["a"]]);
});
