/** What becomes of a received file: its real type, a clean copy, or a reason why not. */
import { fileTypeFromBuffer } from "file-type";
import { ContentType, DocumentRefusal } from "./document.states.js";
import { pageCountOf, refusalOf } from "./document-content.rules.js";
import { cleanImage } from "./image.service.js";

export type CheckedFile =
  | { readonly isAccepted: true; readonly bytes: Buffer; readonly pageCount: number | null }
  | { readonly isAccepted: false; readonly refusal: DocumentRefusal };

const refused = (refusal: DocumentRefusal): CheckedFile => ({ isAccepted: false, refusal });

/** Judges the bytes against the declared type; an accepted image is a new one with the same picture. */
export async function checkFile(bytes: Buffer, declared: ContentType): Promise<CheckedFile> {
  const fault = refusalOf(bytes, declared);
  if (fault) return refused(fault);
  if ((await fileTypeFromBuffer(bytes))?.mime !== declared) return refused(DocumentRefusal.WRONG_TYPE);
  if (declared === ContentType.PDF) return { isAccepted: true, bytes, pageCount: pageCountOf(bytes) };
  const image = await cleanImage(bytes, declared);
  return "fault" in image ? refused(image.fault) : { isAccepted: true, bytes: image.bytes, pageCount: 1 };
}
