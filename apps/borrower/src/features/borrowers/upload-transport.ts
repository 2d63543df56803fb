import { useApolloClient } from "@apollo/client/react";
import type { UploadHandle, UploadTicket, UploadTransport } from "@daichao/client";
import { newUploadMemory, uploadFile } from "@daichao/client";
import { useMemo } from "react";
import type {
  CompleteUploadMutation,
  DocumentKind,
  RequestUploadMutation,
  ResumeUploadMutation,
} from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { sha256Of } from "../../lib/file-hash.ts";
import { OtherFile } from "../../lib/lending/send-document.ts";

const RequestUploadDocument = graphql(`
  mutation RequestUpload($input: RequestUploadInput!) {
    requestUpload(input: $input) {
      document {
        id
        state
      }
      chunks {
        index
        url
        isReceived
      }
    }
  }
`);

const ResumeUploadDocument = graphql(`
  mutation ResumeUpload($input: ResumeUploadInput!) {
    resumeUpload(input: $input) {
      chunkBytes
      document {
        id
        state
      }
      chunks {
        index
        url
        sizeBytes
        isReceived
        sha256
      }
    }
  }
`);

const CompleteUploadDocument = graphql(`
  mutation CompleteUpload($input: CompleteUploadInput!) {
    completeUpload(input: $input) {
      id
      kind
      fileName
      state
      refusal
    }
  }
`);

type Ticket = ResumeUploadMutation["resumeUpload"];
export type Uploaded = CompleteUploadMutation["completeUpload"];

/** Whether every part that has arrived is this file's; a browser that cannot say (no secure origin) lets it pass. */
async function isSameFile({ chunkBytes, chunks }: Ticket, file: File): Promise<boolean> {
  if (globalThis.crypto.subtle === undefined) return true;
  for (const { index, sizeBytes, sha256 } of chunks) {
    const from = index * chunkBytes;
    if (sha256 !== null && (await sha256Of(file.slice(from, from + sizeBytes))) !== sha256) return false;
  }
  return true;
}

function ticketOf({ document, chunks }: RequestUploadMutation["requestUpload"]): UploadTicket {
  const inOrder = [...chunks].sort((a, b) => a.index - b.index);
  return { uploadId: document.id, urls: inOrder.map((chunk) => chunk.url) };
}

export interface Uploads {
  /** Sends a new document. */
  readonly send: (kind: DocumentKind, file: File, handle: UploadHandle) => Promise<Uploaded>;
  /**
   * Goes on with a document whose upload broke off, here or on another day, with the same file chosen again.
   * @throws OtherFile where what has arrived is not of this file; nothing is sent then.
   */
  readonly goOn: (documentId: string, file: File, handle?: UploadHandle) => Promise<Uploaded>;
}

/** Documents in pieces: each piece has its own one-use url, so a broken upload goes on where it stopped. */
export function useUploads(): Uploads {
  const client = useApolloClient();
  return useMemo(() => {
    const resume = async (documentId: string): Promise<Ticket> => {
      const { data } = await client.mutate({ mutation: ResumeUploadDocument, variables: { input: { documentId } } });
      if (!data) throw new TypeError("no upload ticket");
      return data.resumeUpload;
    };
    const transportFor = (kind: DocumentKind): UploadTransport<Uploaded> => ({
      async requestUpload({ name, type, size }) {
        const input = { kind, fileName: name, contentType: type, sizeBytes: size };
        const { data } = await client.mutate({ mutation: RequestUploadDocument, variables: { input } });
        if (!data) throw new TypeError("no upload ticket");
        return ticketOf(data.requestUpload);
      },
      renewUpload: async (uploadId) => ticketOf(await resume(uploadId)),
      async completeUpload(documentId) {
        const { data } = await client.mutate({
          mutation: CompleteUploadDocument,
          variables: { input: { documentId } },
        });
        if (!data) throw new TypeError("the upload was not completed");
        return data.completeUpload;
      },
    });
    return {
      send: (kind, file, handle) => uploadFile(file, transportFor(kind), handle),
      async goOn(documentId, file, handle) {
        const ticket = await resume(documentId);
        if (!(await isSameFile(ticket, file))) throw new OtherFile(file.name);
        const memory = newUploadMemory();
        memory.ticket = ticketOf(ticket);
        for (const chunk of ticket.chunks) if (chunk.isReceived) memory.sent.add(chunk.index);
        return uploadFile(file, transportFor("OTHER"), { ...handle, memory });
      },
    };
  }, [client]);
}
