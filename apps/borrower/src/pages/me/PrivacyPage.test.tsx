import { ClientProvider } from "@daichao/client";
import { createTestClient } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, expect, test } from "vitest";
import accountEn from "../../lib/account/messages/en-US.json";
import accountZh from "../../lib/account/messages/zh-CN.json";
import { SessionProvider } from "../../lib/session.tsx";
import publicEn from "../../messages/en-US.json";
import publicZh from "../../messages/zh-CN.json";
import { PrivacyPage } from "./PrivacyPage.tsx";

const own = { "zh-CN": { ...publicZh, ...accountZh }, "en-US": { ...publicEn, ...accountEn } };
afterEach(cleanup);

const look = {
  __typename: "AccessRecordEdge",
  cursor: "a",
  node: {
    __typename: "AccessRecord",
    id: "a1",
    fields: ["PHONE"],
    purpose: "CONTACT_APPLICANT",
    viewerKind: "INSTITUTION",
    viewerName: "赵敏",
    institution: { __typename: "Institution", id: "i1", shortName: "长宁银行" },
    document: null,
    applicationId: null,
    occurredAt: "2026-11-01T02:00:00.000Z",
  },
};
const privacy = (edges: readonly object[]) => ({
  data: {
    viewer: {
      __typename: "Viewer",
      id: "v",
      borrower: {
        __typename: "Borrower",
        id: "b1",
        consents: [],
        accessRecords: {
          __typename: "AccessRecordConnection",
          pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
          edges,
        },
      },
    },
  },
});

test("B-17: who looks while the page is open stands on it without a reload", async () => {
  let asked = 0;
  const client = createTestClient({
    PrivacyPage: () => privacy(asked++ === 0 ? [] : [look]),
    PrivacyChanged: { data: { privacyChanged: { __typename: "Borrower", id: "b1" } } },
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
  });
  render(
    <TestTexts own={own}>
      <ClientProvider client={client}>
        <MemoryRouter>
          <SessionProvider>
            <PrivacyPage />
          </SessionProvider>
        </MemoryRouter>
      </ClientProvider>
    </TestTexts>,
  );
  expect(await screen.findByText(/赵敏/)).toBeDefined();
  expect(asked).toBe(2);
});
