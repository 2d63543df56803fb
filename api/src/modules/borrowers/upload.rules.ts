/** How a file comes in: in parts of one megabyte, each of an exact length. */
import { documentErrors } from "./document.errors.js";
import { ContentType } from "./document.states.js";

export const CHUNK_BYTES = 1_048_576;
export const MAX_FILE_BYTES = 8 * CHUNK_BYTES;
export const MAX_FILES = 60;
export const MAX_TOTAL_BYTES = 120 * CHUNK_BYTES;
/** An upload url stands this long. */
export const UPLOAD_MINUTES = 30;
export const DOWNLOAD_SECONDS = 60;

export interface UploadWish {
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const BAD_NAME = /[\u0000-\u001f\u007f/\\\u202a-\u202e\u2066-\u2069]/;

/** @throws DOCUMENT_TYPE_NOT_ACCEPTED, DOCUMENT_TOO_LARGE, DOCUMENT_NAME_INVALID. */
export function checkWish({ fileName, contentType, sizeBytes }: UploadWish): ContentType {
  const type = Object.values(ContentType).find((accepted) => accepted === contentType);
  if (!type) throw documentErrors.typeNotAccepted();
  if (!Number.isInteger(sizeBytes) || sizeBytes < 1 || sizeBytes > MAX_FILE_BYTES)
    throw documentErrors.tooLarge({ maxMegabytes: MAX_FILE_BYTES / CHUNK_BYTES });
  if (fileName.trim() === "" || fileName.length > 120 || BAD_NAME.test(fileName)) throw documentErrors.nameInvalid();
  return type;
}

/** Exact lengths of a file's parts: all of one megabyte but the last. */
export function chunkSizes(sizeBytes: number): number[] {
  const whole = Math.floor(sizeBytes / CHUNK_BYTES);
  const rest = sizeBytes % CHUNK_BYTES;
  return [...Array.from({ length: whole }, () => CHUNK_BYTES), ...(rest > 0 ? [rest] : [])];
}

/** @throws DOCUMENT_QUOTA_EXCEEDED when one more file of that size does not fit. */
export function checkQuota(held: { count: number; bytes: number }, sizeBytes: number): void {
  if (held.count >= MAX_FILES || held.bytes + sizeBytes > MAX_TOTAL_BYTES)
    throw documentErrors.quotaExceeded({ maxFiles: MAX_FILES, maxMegabytes: MAX_TOTAL_BYTES / CHUNK_BYTES });
}

const EXTENSIONS: Record<ContentType, string> = {
  [ContentType.JPEG]: "jpg",
  [ContentType.PNG]: "png",
  [ContentType.PDF]: "pdf",
};

/** A name that says what a file is and nothing about whose it is. */
export const plainName = (kind: string, contentType: ContentType): string => `${kind}.${EXTENSIONS[contentType]}`;
