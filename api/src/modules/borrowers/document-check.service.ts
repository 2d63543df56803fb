/** What becomes of a received file: its real type, a clean copy, or a reason why not. */
import { fileTypeFromBuffer } from "file-type";
import { ContentType, DocumentRefusal } from "./document.states.js";
import { pageCountOf, refusalOf } from "./document-content.rules.js";
import { cleanImage, levelsOf, sharpnessOf } from "./image.service.js";
import { HASH_SIDE, pictureHash } from "./picture-hash.rules.js";

/** How a picture looks; null for a PDF. */
export interface Appearance {
  /** Variance of its edges. */
  readonly sharpness: number;
  readonly hash: string | null;
}

export type CheckedFile =
  | {
      readonly isAccepted: true;
      readonly bytes: Buffer;
      readonly pageCount: number | null;
      readonly looks: Appearance | null;
    }
  | { readonly isAccepted: false; readonly refusal: DocumentRefusal };

const refused = (refusal: DocumentRefusal): CheckedFile => ({ isAccepted: false, refusal });

/** Judges the bytes against the declared type; an accepted image is a new one with the same picture. */
export async function checkFile(bytes: Buffer, declared: ContentType): Promise<CheckedFile> {
  const fault = refusalOf(bytes, declared);
  if (fault) return refused(fault);
  if ((await fileTypeFromBuffer(bytes))?.mime !== declared) return refused(DocumentRefusal.WRONG_TYPE);
  if (declared === ContentType.PDF) return { isAccepted: true, bytes, pageCount: pageCountOf(bytes), looks: null };
  const image = await cleanImage(bytes, declared);
  if ("fault" in image) return refused(image.fault);
  return { isAccepted: true, bytes: image.bytes, pageCount: 1, looks: await appearanceOf(image.bytes) };
}

async function appearanceOf(picture: Buffer): Promise<Appearance> {
  const levels = await levelsOf(picture, { width: HASH_SIDE + 1, height: HASH_SIDE });
  return { sharpness: await sharpnessOf(picture), hash: pictureHash(levels) };
}
