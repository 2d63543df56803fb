import type { UploadHandle } from "@daichao/client";
import type { DocumentKind } from "../../gql/graphql.ts";

interface Outcome {
  readonly id: string;
  readonly state: string;
  readonly refusal: string | null;
}

interface Uploads<Kind extends string> {
  readonly send: (kind: Kind, file: File, handle: UploadHandle) => Promise<Outcome>;
  readonly goOn: (documentId: string, file: File, handle?: UploadHandle) => Promise<Outcome>;
}

interface VaultDocument<Kind extends string> {
  readonly id: string;
  readonly kind: Kind;
  readonly state: string;
  readonly fileName: string;
  readonly sizeBytes: number;
}

/** What the safe holds, as far as an upload has to know it. */
export type Vault = readonly VaultDocument<DocumentKind>[];

/** The chosen file is not the one whose upload broke off, though it bears its name and length. */
export class OtherFile extends Error {
  override readonly name = "OtherFile";
}

/**
 * Sends a document; the same file chosen again goes on where an earlier upload broke off, here or on another device.
 * Another file of the same name and length is sent as what it is: a new document.
 */
export function sendOrGoOn<Kind extends string>(uploads: Uploads<Kind>, vault: readonly VaultDocument<Kind>[]) {
  return async (kind: Kind, file: File, handle: UploadHandle): Promise<Outcome> => {
    const broken = vault.find(
      (one) =>
        one.kind === kind &&
        one.state === "AWAITING_UPLOAD" &&
        one.fileName === file.name &&
        one.sizeBytes === file.size,
    );
    if (broken === undefined) return uploads.send(kind, file, handle);
    try {
      return await uploads.goOn(broken.id, file, handle);
    } catch (error) {
      if (error instanceof OtherFile) return uploads.send(kind, file, handle);
      throw error;
    }
  };
}
