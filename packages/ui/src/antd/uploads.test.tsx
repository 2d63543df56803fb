import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { TestTexts } from "../testing.tsx";
import type { UploadHandle } from "./FileUploader.tsx";
import { FileUploader } from "./FileUploader.tsx";
import { refusalOf } from "./uploads.ts";

afterEach(cleanup);

describe("a file", () => {
  it.each([
    ["image/jpeg", 1, null],
    ["application/pdf", 8 * 1024 * 1024, null],
    ["application/pdf", 8 * 1024 * 1024 + 1, "tooLarge"],
    ["image/gif", 10, "wrongType"],
    ["image/png", 0, "empty"],
  ])("of type %s and %d bytes is refused as %s", (type, size, refusal) => {
    expect(refusalOf({ type, size })).toBe(refusal);
  });
});

function choose(container: HTMLElement, ...files: File[]): Promise<void> {
  const input = container.querySelector('input[type="file"]');
  if (input === null) throw new Error("no input");
  return act(async () => {
    fireEvent.change(input, { target: { files } });
  });
}

const pdf = (name: string): File => new File(["%PDF"], name, { type: "application/pdf" });

describe("the uploader (B-05)", () => {
  it("shows the progress, pauses, and goes on with the same file", async () => {
    const calls: { file: File; handle: UploadHandle; finish: (id: string) => void }[] = [];
    const upload = (file: File, handle: UploadHandle) =>
      new Promise<string>((finish, fail) => {
        calls.push({ file, handle, finish });
        handle.signal.addEventListener("abort", () => fail(new Error("paused")));
      });
    const done = vi.fn();
    const { container } = render(
      <TestTexts>
        <FileUploader label="收入证明" upload={upload} onDone={done} />
      </TestTexts>,
    );
    await choose(container, pdf("a.pdf"));
    act(() => calls[0]?.handle.onProgress(1, 4));
    expect(screen.getByText("上传中 25%")).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole("button", { name: "暂停 a.pdf" })));
    expect(screen.getByText("已暂停 25%")).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole("button", { name: "继续 a.pdf" })));
    expect(calls[1]?.file).toBe(calls[0]?.file);
    await act(async () => calls[1]?.finish("document-1"));
    expect(screen.getByText("已上传")).toBeTruthy();
    expect(done).toHaveBeenCalledWith("document-1", calls[1]?.file);
  });

  it("says that a photo over the limit is made smaller on the device first, and sends the smaller one", async () => {
    const small = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])], { type: "image/jpeg" });
    vi.stubGlobal("createImageBitmap", async () => ({ width: 8_000, height: 6_000, close() {} }));
    vi.stubGlobal(
      "OffscreenCanvas",
      class {
        getContext() {
          return { drawImage() {} };
        }
        convertToBlob() {
          return Promise.resolve(small);
        }
      },
    );
    const upload = vi.fn((_: File) => Promise.resolve("document-1"));
    const { container } = render(
      <TestTexts>
        <FileUploader label="收入证明" upload={upload} onDone={vi.fn()} />
      </TestTexts>,
    );
    expect(container.textContent).toContain("较大的 JPEG 照片会先在本机缩小");
    await choose(container, new File([new Uint8Array(9 * 1024 * 1024)], "a.jpg", { type: "image/jpeg" }));
    await vi.waitFor(() => expect(upload).toHaveBeenCalledOnce());
    expect(upload.mock.calls[0]?.[0].size).toBe(4);
    vi.unstubAllGlobals();
  });

  it("says why it will not take a file and sends nothing", async () => {
    const upload = vi.fn();
    const { container } = render(
      <TestTexts>
        <FileUploader label="收入证明" upload={upload} onDone={() => {}} />
      </TestTexts>,
    );
    await choose(container, new File(["x"], "a.gif", { type: "image/gif" }));
    expect(screen.getByText("只支持 JPEG、PNG 或 PDF")).toBeTruthy();
    expect(upload).not.toHaveBeenCalled();
  });

  it("does not send what is not what its name says, and the next file takes its place", async () => {
    const upload = vi.fn(() => new Promise<string>(() => {}));
    const { container } = render(
      <TestTexts>
        <FileUploader label="证件" upload={upload} onDone={() => {}} maxFiles={1} />
      </TestTexts>,
    );
    await choose(container, new File(["only words"], "card.png", { type: "image/png" }));
    expect(screen.getByText("文件内容与类型不符：请换一份真正的 JPEG、PNG 或 PDF")).toBeTruthy();
    expect(upload).not.toHaveBeenCalled();
    await choose(container, pdf("real.pdf"));
    expect(upload).toHaveBeenCalledOnce();
    expect(screen.queryByText("card.png")).toBeNull();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("is not done when the api refuses what arrived: it says why, and the next file takes its place", async () => {
    const upload = vi.fn(async () => "REFUSED");
    const { container } = render(
      <TestTexts>
        <FileUploader
          label="证件"
          upload={upload}
          onDone={() => {}}
          refusedBecause={(state) => (state === "REFUSED" ? "文件打不开" : null)}
          maxFiles={1}
        />
      </TestTexts>,
    );
    await choose(container, pdf("a.pdf"));
    expect(screen.getByText("文件打不开")).toBeTruthy();
    expect(screen.queryByText("已上传")).toBeNull();
    await choose(container, pdf("b.pdf"));
    expect(upload).toHaveBeenCalledTimes(2);
    expect(screen.queryByText("a.pdf")).toBeNull();
  });

  it("takes no more files than it has room for", async () => {
    const upload = vi.fn(() => new Promise<string>(() => {}));
    const { container } = render(
      <TestTexts>
        <FileUploader label="证件" upload={upload} onDone={() => {}} maxFiles={1} />
      </TestTexts>,
    );
    await choose(container, pdf("a.pdf"), pdf("b.pdf"));
    expect(upload).toHaveBeenCalledOnce();
    expect(screen.getByRole("alert").textContent).toBe("最多上传 1 个文件");
  });
});
