/** What is inside a file, read from its bytes: never from its name or from what the sender says. */
import { ContentType, DocumentRefusal } from "./document.states.js";

const starts = (bytes: Buffer, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Beginnings of things that hide behind an image or a PDF: archives, programs, pages, other documents. */
const STOWAWAYS = [
  "PK\u0003\u0004",
  "PK\u0005\u0006",
  "Rar!",
  "7z\u00bc\u00af",
  "MZ\u0090",
  "\u007fELF",
  "<html",
  "<script",
  "<?php",
  "<!DOCTYPE",
  "%PDF-",
];
const PDF_ACTIONS = ["/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/RichMedia", "/XFA", "/OpenAction"];
// The test file every scanner knows, in two halves so that this source is not taken for it.
const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!"].join("");

/** The declared type that the first bytes prove, or null. */
export function typeOf(bytes: Buffer): ContentType | null {
  if (starts(bytes, [0xff, 0xd8, 0xff])) return ContentType.JPEG;
  if (starts(bytes, PNG_SIGNATURE)) return ContentType.PNG;
  return bytes.subarray(0, 5).toString("latin1") === "%PDF-" ? ContentType.PDF : null;
}

/** Where a PNG's last chunk ends; null when its chunks do not add up. */
function endOfPng(bytes: Buffer): number | null {
  for (let at = PNG_SIGNATURE.length; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IEND") return end;
    at = end;
  }
  return null;
}

/** Where a JPEG's image ends: markers with lengths, then scans whose data doubles every 0xFF. */
function endOfJpeg(bytes: Buffer): number | null {
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) {
      at = bytes.indexOf(0xff, at);
      if (at < 0) return null;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return at + 2;
    const isBare = marker === 0x00 || marker === 0x01 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd8);
    at += isBare ? (marker === 0xff ? 1 : 2) : 2 + bytes.readUInt16BE(at + 2);
  }
  return bytes.length >= 2 && bytes[bytes.length - 2] === 0xff && bytes[bytes.length - 1] === 0xd9
    ? bytes.length
    : null;
}

const holds = (text: string, needles: readonly string[]): boolean => needles.some((needle) => text.includes(needle));

function refusalOfImage(bytes: Buffer, end: number | null): DocumentRefusal | null {
  if (end === null || end > bytes.length) return DocumentRefusal.BROKEN;
  return holds(bytes.toString("latin1", end), STOWAWAYS) ? DocumentRefusal.DISGUISED : null;
}

function refusalOfPdf(bytes: Buffer): DocumentRefusal | null {
  const text = bytes.toString("latin1");
  const end = text.lastIndexOf("%%EOF");
  if (end < 0) return DocumentRefusal.BROKEN;
  const tail = text.slice(end + 5);
  if (tail.trim().length > 0 || tail.length > 1_024) return DocumentRefusal.DISGUISED;
  // `/JS` must not be found inside `/JSFoo`: a PDF name ends at a delimiter.
  const names = new Set(text.match(/\/[A-Za-z]+/g));
  return PDF_ACTIONS.some((action) => names.has(action)) ? DocumentRefusal.ACTIVE_CONTENT : null;
}

/** Why these bytes are not taken as a file of the declared type, or null. */
export function refusalOf(bytes: Buffer, declared: ContentType): DocumentRefusal | null {
  if (bytes.includes(EICAR)) return DocumentRefusal.MALWARE;
  const found = typeOf(bytes);
  if (found !== declared) return DocumentRefusal.WRONG_TYPE;
  if (found === ContentType.PDF) return refusalOfPdf(bytes);
  return refusalOfImage(bytes, found === ContentType.PNG ? endOfPng(bytes) : endOfJpeg(bytes));
}

/** Number of pages where the PDF says so in the clear; null where it is packed away. */
export function pageCountOf(bytes: Buffer): number | null {
  const count = bytes.toString("latin1").match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
  return count > 0 ? count : null;
}
