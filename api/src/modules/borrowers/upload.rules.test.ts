import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHUNK_BYTES, checkQuota, checkWish, chunkSizes, MAX_FILE_BYTES, MAX_FILES } from "./upload.rules.js";

const wish = { fileName: "身份证.jpg", contentType: "image/jpeg", sizeBytes: 100 };

describe("an upload (B-09)", () => {
  it.each([
    ["DOCUMENT_TYPE_NOT_ACCEPTED", { contentType: "image/svg+xml" }],
    ["DOCUMENT_TYPE_NOT_ACCEPTED", { contentType: "application/zip" }],
    ["DOCUMENT_TOO_LARGE", { sizeBytes: MAX_FILE_BYTES + 1 }],
    ["DOCUMENT_TOO_LARGE", { sizeBytes: 0 }],
    ["DOCUMENT_TOO_LARGE", { sizeBytes: 1.5 }],
    ["DOCUMENT_NAME_INVALID", { fileName: "../../etc/passwd" }],
    ["DOCUMENT_NAME_INVALID", { fileName: "a\u0000.jpg" }],
    ["DOCUMENT_NAME_INVALID", { fileName: "gpj.\u202eexe" }],
    ["DOCUMENT_NAME_INVALID", { fileName: "长".repeat(121) }],
  ])("is refused with %s for %j", (code, changed) => {
    expect(() => checkWish({ ...wish, ...changed })).toThrow(expect.objectContaining({ code }));
  });

  it("is cut into parts of one megabyte that add up to the file", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_FILE_BYTES }), (size) => {
        const sizes = chunkSizes(size);
        expect(sizes.reduce((sum, part) => sum + part, 0)).toBe(size);
        expect(sizes.slice(0, -1).every((part) => part === CHUNK_BYTES)).toBe(true);
        expect(sizes.every((part) => part > 0 && part <= CHUNK_BYTES)).toBe(true);
      }),
    );
  });

  it("stops at the person's quota", () => {
    expect(() => checkQuota({ count: MAX_FILES, bytes: 0 }, 1)).toThrow(
      expect.objectContaining({ code: "DOCUMENT_QUOTA_EXCEEDED" }),
    );
    expect(() => checkQuota({ count: 0, bytes: 120 * CHUNK_BYTES }, 1)).toThrow(
      expect.objectContaining({ code: "DOCUMENT_QUOTA_EXCEEDED" }),
    );
    expect(() => checkQuota({ count: 1, bytes: 1 }, 1)).not.toThrow();
  });
});
