import { describe, expect, it, vi } from "vitest";
import type { UploadTransport } from "./upload.ts";
import { uploadFile } from "./upload.ts";

const megabyte = 1024 * 1024;
const file = (bytes: number) => new File([new Uint8Array(bytes)], "id.jpg", { type: "image/jpeg" });

function transport(put: NonNullable<UploadTransport<string>["put"]>, renews = true) {
  const requested: number[] = [];
  const renewed: (readonly number[])[] = [];
  const urls = (round: string, count: number) => Array.from({ length: count }, (_, index) => `${round}/${index}`);
  const made: UploadTransport<string> = {
    put,
    requestUpload: async ({ chunkCount }) => {
      requested.push(chunkCount);
      return { uploadId: "u1", urls: urls("first", chunkCount) };
    },
    completeUpload: async (uploadId) => `document of ${uploadId}`,
  };
  if (renews) {
    made.renewUpload = async (_, missing) => {
      renewed.push(missing);
      return { uploadId: "u1", urls: urls("second", requested[0] ?? 0) };
    };
  }
  return { made, requested, renewed };
}

describe("an upload (B-09)", () => {
  it("goes in pieces of 1 MB, at most three at a time, and tells its progress", async () => {
    let flying = 0;
    let most = 0;
    const sizes: number[] = [];
    const { made } = transport(async (_, piece, options) => {
      flying += 1;
      most = Math.max(most, flying);
      sizes.push(piece.size);
      options?.onProgress?.(piece.size);
      await Promise.resolve();
      flying -= 1;
    });
    const progress = vi.fn();
    const bytes = 4 * megabyte + 10;
    expect(await uploadFile(file(bytes), made, { onProgress: progress })).toBe("document of u1");
    expect(sizes).toEqual([megabyte, megabyte, megabyte, megabyte, 10]);
    expect(most).toBe(3);
    expect(progress.mock.calls.at(-1)).toEqual([bytes, bytes]);
  });

  it("that broke off sends only what is missing, to fresh urls", async () => {
    const put = vi.fn(async (url: string) => {
      if (url === "first/1") throw new TypeError("lost");
    });
    const { made, requested, renewed } = transport(put);
    const photo = file(2 * megabyte + 5);
    await expect(uploadFile(photo, made)).rejects.toThrow("lost");
    await vi.waitFor(() => expect(put).toHaveBeenCalledTimes(3));
    expect(await uploadFile(photo, made)).toBe("document of u1");
    expect(renewed).toEqual([[1]]);
    expect(requested).toEqual([3]);
    expect(put.mock.calls.map(([url]) => url)).toEqual(["first/0", "first/1", "first/2", "second/1"]);
  });

  it("starts anew where the api cannot renew a spent url", async () => {
    let broken = true;
    const put = vi.fn(async () => {
      if (broken) throw new TypeError("lost");
    });
    const { made, requested } = transport(put, false);
    const photo = file(10);
    await expect(uploadFile(photo, made)).rejects.toThrow("lost");
    broken = false;
    await uploadFile(photo, made);
    expect(requested).toEqual([1, 1]);
  });

  it("that is paused sends nothing more", async () => {
    const abort = new AbortController();
    const put = vi.fn(async () => abort.abort());
    const { made } = transport(put);
    await expect(uploadFile(file(8 * megabyte), made, { signal: abort.signal })).rejects.toThrow();
    expect(put.mock.calls.length).toBeLessThanOrEqual(3);
  });
});
