import { createHash } from "node:crypto";
import { ClientProvider } from "@daichao/client";
import { createTestClient } from "@daichao/client/testing";
import { ToastRegion } from "@daichao/ui/light";
import { createTestI18n, TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import accountEn from "../../lib/account/messages/en-US.json";
import accountZh from "../../lib/account/messages/zh-CN.json";
import publicEn from "../../messages/en-US.json";
import publicZh from "../../messages/zh-CN.json";
import type { DocumentListProps } from "./DocumentList.tsx";
import { DocumentList } from "./DocumentList.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const own = { "zh-CN": { ...publicZh, ...accountZh }, "en-US": { ...publicEn, ...accountEn } };
const words = (key: keyof typeof accountZh, values = {}): string => createTestI18n("zh-CN", own).i18n._(key, values);
const megabyte = 1024 * 1024;

/** A paper of five pieces, four of which arrived on another day. */
const broken: DocumentListProps["documents"][number] = {
  __typename: "Document",
  id: "d1",
  kind: "INCOME_PROOF",
  fileName: "salary.pdf",
  contentType: "application/pdf",
  sizeBytes: 5 * megabyte,
  state: "AWAITING_UPLOAD",
  refusal: null,
  createdAt: "2026-11-22T06:00:00Z",
  uploadedAt: null,
  isBlurred: false,
  keptAt: null,
};

/** SHA-256 of a megabyte of noughts. */
const NOUGHTS = createHash("sha256").update(Buffer.alloc(megabyte)).digest("hex");

function open() {
  const asked: string[] = [];
  const sent: { url: string; bytes: number }[] = [];
  const onChanged = vi.fn();
  class PieceRequest {
    readonly upload = {};
    status = 200;
    onload = () => {};
    #url = "";
    open(_: string, url: string) {
      this.#url = url;
    }
    setRequestHeader() {}
    send(piece: Blob) {
      sent.push({ url: this.#url, bytes: piece.size });
      queueMicrotask(() => this.onload());
    }
  }
  vi.stubGlobal("XMLHttpRequest", PieceRequest);
  const client = createTestClient({
    ResumeUpload: ({ input }) => {
      asked.push(`ResumeUpload ${(input as { documentId: string }).documentId}`);
      const chunks = [4, 2, 0, 1, 3].map((index) => ({
        __typename: "UploadChunk",
        index,
        url: `/files/upload/${index}`,
        sizeBytes: megabyte,
        isReceived: index !== 3,
        sha256: index === 3 ? null : NOUGHTS,
      }));
      const document = { __typename: "Document", id: "d1", state: "AWAITING_UPLOAD" };
      return { data: { resumeUpload: { __typename: "UploadTicket", chunkBytes: megabyte, document, chunks } } };
    },
    CompleteUpload: ({ input }) => {
      asked.push(`CompleteUpload ${(input as { documentId: string }).documentId}`);
      const { id, kind, fileName } = broken;
      return {
        data: {
          completeUpload: { __typename: "Document", id, kind, fileName, state: "ACCEPTED", refusal: null },
        },
      };
    },
  });
  render(
    <TestTexts own={own}>
      <ClientProvider client={client}>
        <ToastRegion>
          <DocumentList documents={[broken]} onChanged={onChanged} />
        </ToastRegion>
      </ClientProvider>
    </TestTexts>,
  );
  return { asked, sent, onChanged };
}

function choose(bytes: number, first = 0) {
  const chooser = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (chooser === null) throw new Error("no way to go on");
  const content = new Uint8Array(bytes);
  content[0] = first;
  const file = new File([content], "salary.pdf", { type: "application/pdf" });
  fireEvent.change(chooser, { target: { files: [file] } });
}

test("B-09: an upload of another day goes on with the same file: only the piece that is missing is sent", async () => {
  const { asked, sent, onChanged } = open();
  expect(screen.getByRole("button", { name: words("documents.goOn") })).toBeDefined();
  choose(5 * megabyte);
  await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1));
  expect(sent).toEqual([{ url: "/files/upload/3", bytes: megabyte }]);
  expect(asked).toEqual(["ResumeUpload d1", "CompleteUpload d1"]);
});

test("B-09: another file of the same name and length is not sent in its place", async () => {
  const { asked, sent, onChanged } = open();
  choose(5 * megabyte, 1);
  expect(await screen.findByText(words("documents.otherFile", { file: "salary.pdf" }))).toBeDefined();
  expect([asked, sent]).toEqual([["ResumeUpload d1"], []]);
  expect(onChanged).not.toHaveBeenCalled();
});

test("B-09: a file of another length is not sent in its place, and the name of the right one is said", async () => {
  const { asked, sent, onChanged } = open();
  choose(5 * megabyte - 1);
  expect(await screen.findByText(words("documents.otherFile", { file: "salary.pdf" }))).toBeDefined();
  expect([asked, sent]).toEqual([[], []]);
  expect(onChanged).not.toHaveBeenCalled();
});
