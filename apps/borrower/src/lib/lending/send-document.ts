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

/** Sends a document; the same file chosen again goes on where an earlier upload broke off, here or on another device. */
export function sendOrGoOn<Kind extends string>(uploads: Uploads<Kind>, vault: readonly VaultDocument<Kind>[]) {
  return (kind: Kind, file: File, handle: UploadHandle): Promise<Outcome> => {
    const broken = vault.find(
      (one) =>
        one.kind === kind &&
        one.state === "AWAITING_UPLOAD" &&
        one.fileName === file.name &&
        one.sizeBytes === file.size,
    );
    return broken === undefined ? uploads.send(kind, file, handle) : uploads.goOn(broken.id, file, handle);
  };
}
