import { createHash } from "node:crypto";
import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { createTestI18n, TestTexts } from "@daichao/ui/testing";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import accountEn from "../../lib/account/messages/en-US.json";
import accountZh from "../../lib/account/messages/zh-CN.json";
import lendingEn from "../../lib/lending/messages/en-US.json";
import lendingZh from "../../lib/lending/messages/zh-CN.json";
import publicEn from "../../messages/en-US.json";
import publicZh from "../../messages/zh-CN.json";
import type { WizardStepBodyProps } from "./WizardStepBody.tsx";
import { WizardStepBody } from "./WizardStepBody.tsx";

const own = {
  "zh-CN": { ...publicZh, ...accountZh, ...lendingZh },
  "en-US": { ...publicEn, ...accountEn, ...lendingEn },
};
const words = (key: string, values = {}): string => createTestI18n("zh-CN", own).i18n._(key, values);

const megabyte = 1024 * 1024;
type Sent = { readonly url: string; readonly bytes: number };
type Vault = WizardStepBodyProps["borrower"]["documents"];

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();

/** Every paper is noughts behind the sign of a PDF. */
function hashOfNoughts(bytes: number, index: number): string {
  const content = new Uint8Array(bytes);
  if (index === 0) content.set([0x25, 0x50, 0x44, 0x46]);
  return sha256(content).toString("hex");
}

/** What the api holds of uploads, across pages: pieces that arrived stay, and every ticket has urls of its own. */
function uploadHouse() {
  const documents = new Map<
    string,
    { fileName: string; sizeBytes: number; state: string; arrived: Map<number, string> }
  >();
  const asked: string[] = [];
  const sent: Sent[] = [];
  const piecesOf = (id: string) => Math.ceil((documents.get(id)?.sizeBytes ?? 0) / megabyte);
  const sizeOf = (id: string, index: number) =>
    Math.min(megabyte, (documents.get(id)?.sizeBytes ?? 0) - index * megabyte);
  const ticket = (id: string) => ({
    __typename: "UploadTicket",
    chunkBytes: megabyte,
    document: { __typename: "Document", id, state: "AWAITING_UPLOAD" },
    chunks: Array.from({ length: piecesOf(id) }, (_, index) => ({
      __typename: "UploadChunk",
      index,
      url: `/files/upload/${id}/${index}?ticket=${asked.length}`,
      sizeBytes: sizeOf(id, index),
      isReceived: documents.get(id)?.arrived.has(index) ?? false,
      sha256: documents.get(id)?.arrived.get(index) ?? null,
    })),
  });
  type Input = Record<string, unknown>;
  const answers = {
    RequestUpload: ({ input }: { input?: Input }) => {
      asked.push("RequestUpload");
      const id = `d${documents.size + 1}`;
      const { fileName, sizeBytes } = input as { fileName: string; sizeBytes: number };
      documents.set(id, { fileName, sizeBytes, state: "AWAITING_UPLOAD", arrived: new Map() });
      return { data: { requestUpload: ticket(id) } };
    },
    ResumeUpload: ({ input }: { input?: Input }) => {
      const id = String(input?.documentId);
      asked.push(`ResumeUpload ${id}`);
      return { data: { resumeUpload: ticket(id) } };
    },
    CompleteUpload: ({ input }: { input?: Input }) => {
      const id = String(input?.documentId);
      asked.push(`CompleteUpload ${id}`);
      const document = documents.get(id);
      if (document?.arrived.size !== piecesOf(id)) return refusal("DOCUMENT_UPLOAD_INCOMPLETE", "conflict");
      document.state = "ACCEPTED";
      const { fileName, state } = document;
      return {
        data: {
          completeUpload: { __typename: "Document", id, kind: "INCOME_PROOF", fileName, state, refusal: null },
        },
      };
    },
  };
  const world = {
    answers,
    asked,
    sent,
    /** Pieces that the network loses on their way. */
    lost: new Set<number>(),
    /** Pieces that are on their way until they are let through. */
    slow: new Set<number>(),
    letThrough: () => {},
    vault: (): Vault =>
      [...documents].map(([id, { fileName, sizeBytes, state }]) => ({
        __typename: "Document",
        id,
        kind: "INCOME_PROOF",
        state: state as Vault[number]["state"],
        fileName,
        sizeBytes,
      })),
  };
  class PieceRequest {
    readonly upload: { onprogress?: (event: { loaded: number }) => void } = {};
    status = 0;
    onload = () => {};
    onerror = () => {};
    onloadend = () => {};
    onabort = () => {};
    #url = "";
    open(_: string, url: string) {
      this.#url = url;
    }
    setRequestHeader() {}
    abort() {
      this.onabort();
    }
    send(piece: Blob) {
      const [, id = "", index = ""] = /upload\/(\w+)\/(\d+)/.exec(this.#url) ?? [];
      sent.push({ url: this.#url, bytes: piece.size });
      const arrive = () => {
        if (world.lost.has(Number(index))) this.onerror();
        else {
          documents.get(id)?.arrived.set(Number(index), hashOfNoughts(piece.size, Number(index)));
          this.status = 200;
          this.onload();
        }
        this.onloadend();
      };
      setTimeout(() => {
        this.upload.onprogress?.({ loaded: piece.size / 2 });
        if (world.slow.has(Number(index))) world.letThrough = arrive;
        else arrive();
      });
    }
  }
  vi.stubGlobal("XMLHttpRequest", PieceRequest);
  return world;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  // The browser's own takes real time of other threads, which no clock of a test moves on.
  vi.spyOn(crypto.subtle, "digest").mockImplementation(async (_, data) => {
    const { buffer, byteOffset, byteLength } = sha256(new Uint8Array(data as ArrayBuffer));
    return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const draft = {
  __typename: "ApplicationDraft",
  id: "d1",
  missing: [],
  items: [
    {
      __typename: "DraftItem",
      isSelected: true,
      product: {
        __typename: "Product",
        id: "p1",
        institution: { __typename: "Institution", id: "i1", shortName: "Huaxia" },
      },
      requiredDocuments: [{ __typename: "RequiredDocument", kind: "INCOME_PROOF", document: null }],
    },
  ],
} as unknown as WizardStepBodyProps["draft"];

/** The documents' step on a page that was just loaded: nothing of an earlier page is known but what the api tells. */
function load(house: ReturnType<typeof uploadHouse>, facts: Partial<WizardStepBodyProps["facts"]> = {}) {
  const borrower = { id: "b1", documents: house.vault() } as unknown as WizardStepBodyProps["borrower"];
  const nothing = {
    autosave: { edits: {}, state: "saved", edit: () => {} },
    facts: facts as WizardStepBodyProps["facts"],
    agreed: {},
    refusal: null,
    mode: { kind: "parallel" },
    onMode: () => {},
    onAgreed: () => {},
    onStep: () => {},
    onNext: () => {},
    onSubmit: () => {},
    reload: async () => {},
  } as const;
  render(
    <TestTexts own={own}>
      <ClientProvider client={createTestClient(house.answers as never)}>
        <WizardStepBody step="documents" draft={draft} borrower={borrower} {...nothing} />
      </ClientProvider>
    </TestTexts>,
  );
}

/** The same paper out of the borrower's folder: every page that opens it has a File of its own. */
function paper(name: string, bytes: number, filling = 0): File {
  const content = new Uint8Array(bytes).fill(filling);
  content.set([0x25, 0x50, 0x44, 0x46]);
  return new File([content], name, { type: "application/pdf" });
}
async function choose(file: File) {
  const chooser = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (chooser === null) throw new Error("no uploader");
  fireEvent.change(chooser, { target: { files: [file] } });
  await settled();
}
const settled = () => act(() => vi.advanceTimersByTimeAsync(500));
const pieces = (sent: readonly Sent[]) => sent.map(({ url }) => url.replace("/files/upload/", ""));

test("B-09: an upload that broke off at 80 % goes on from there after the page was loaded anew", async () => {
  const house = uploadHouse();
  house.lost.add(4);
  load(house);
  await choose(paper("salary.pdf", 5 * megabyte));
  expect(screen.getByText(words("upload.failed"))).toBeDefined();
  expect(pieces(house.sent)).toEqual(["d1/0", "d1/1", "d1/2", "d1/3", "d1/4"].map((piece) => `${piece}?ticket=1`));

  cleanup();
  house.sent.length = 0;
  house.lost.clear();
  house.slow.add(4);
  load(house);
  await choose(paper("salary.pdf", 5 * megabyte));
  expect(screen.getByText(words("upload.uploading", { percent: 90 }))).toBeDefined();
  await act(async () => house.letThrough());
  await settled();
  expect(screen.getByText(words("upload.done"))).toBeDefined();
  expect(pieces(house.sent)).toEqual(["d1/4?ticket=2"]);
  expect(house.sent.map(({ bytes }) => bytes)).toEqual([megabyte]);
  expect(house.asked).toEqual(["RequestUpload", "ResumeUpload d1", "CompleteUpload d1"]);
});

test("B-09: gone on with and broken off once more, nothing that arrived is sent again", async () => {
  const house = uploadHouse();
  house.lost.add(2).add(3).add(4);
  load(house);
  await choose(paper("salary.pdf", 4.5 * megabyte));
  cleanup();
  house.lost.clear();
  house.lost.add(4);
  load(house);
  await choose(paper("salary.pdf", 4.5 * megabyte));
  expect(screen.getByText(words("upload.failed"))).toBeDefined();
  cleanup();
  house.lost.clear();
  house.sent.length = 0;
  load(house);
  await choose(paper("salary.pdf", 4.5 * megabyte));
  expect(house.sent.map(({ bytes }) => bytes)).toEqual([megabyte / 2]);
  expect(house.vault().map(({ state }) => state)).toEqual(["ACCEPTED"]);
});

test("B-09: another file is no going on: it is sent whole, as a document of its own", async () => {
  const house = uploadHouse();
  house.lost.add(1);
  load(house);
  await choose(paper("salary.pdf", 2 * megabyte));
  for (const other of [paper("bonus.pdf", 2 * megabyte), paper("salary.pdf", 2 * megabyte + 1)]) {
    cleanup();
    house.lost.clear();
    house.sent.length = 0;
    load(house);
    await choose(other);
    expect(house.sent.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(other.size);
  }
  expect(house.vault().map(({ state }) => state)).toEqual(["AWAITING_UPLOAD", "ACCEPTED", "ACCEPTED"]);
});

test("B-09: another file of the same name and length is no going on either", async () => {
  const house = uploadHouse();
  house.lost.add(1);
  load(house);
  await choose(paper("salary.pdf", 2 * megabyte));
  cleanup();
  house.lost.clear();
  house.sent.length = 0;
  load(house);
  await choose(paper("salary.pdf", 2 * megabyte, 7));
  expect(pieces(house.sent)).toEqual(["d2/0?ticket=3", "d2/1?ticket=3"]);
  expect(house.vault().map(({ state }) => state)).toEqual(["AWAITING_UPLOAD", "ACCEPTED"]);
});

test("B-09: a file that had arrived whole is gone on with by nobody: chosen again it is a document of its own", async () => {
  const house = uploadHouse();
  load(house);
  await choose(paper("salary.pdf", 2 * megabyte));
  cleanup();
  load(house);
  await choose(paper("salary.pdf", 2 * megabyte));
  expect(house.asked).toEqual(["RequestUpload", "CompleteUpload d1", "RequestUpload", "CompleteUpload d2"]);
});

test("B-08: facts that clash with another device's are asked about on any step, and not sent over theirs", async () => {
  const keepMine = vi.fn(async () => true);
  const edits = { monthlyIncome: "18000" };
  load(uploadHouse(), { state: "conflict", edits, loadTheirs: () => {}, keepMine });
  const dialogue = screen.getByRole("alertdialog", { hidden: true });
  expect(dialogue.textContent).toContain(words("profile.monthlyIncome"));
  expect(keepMine).not.toHaveBeenCalled();
});
