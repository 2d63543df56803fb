import { putChunk } from "./put-chunk.ts";

const megabyte = 1024 * 1024;

/** What the api answers to a request for an upload: one signed one-use url per piece, in order. */
export interface UploadTicket {
  readonly uploadId: string;
  readonly urls: readonly string[];
}

export interface UploadTransport<Done> {
  requestUpload(file: { name: string; type: string; size: number; chunkCount: number }): Promise<UploadTicket>;
  /** New urls for pieces whose one-use url was spent by a broken attempt; without it a broken upload starts anew. */
  renewUpload?(uploadId: string, missing: readonly number[]): Promise<UploadTicket>;
  completeUpload(uploadId: string): Promise<Done>;
  readonly put?: typeof putChunk;
}

/** What is already there, so that a second call goes on where the first one stopped. */
export interface UploadMemory {
  ticket: UploadTicket | null;
  readonly sent: Set<number>;
  readonly tried: Set<number>;
}

export interface UploadHandle {
  /** Left out, it is kept with the file itself: calling again with the same File goes on. */
  readonly memory?: UploadMemory;
  readonly signal?: AbortSignal;
  readonly onProgress?: (sentBytes: number, totalBytes: number) => void;
}

export function newUploadMemory(): UploadMemory {
  return { ticket: null, sent: new Set(), tried: new Set() };
}

const remembered = new WeakMap<File, UploadMemory>();

function memoryOf(file: File): UploadMemory {
  const memory = remembered.get(file) ?? newUploadMemory();
  remembered.set(file, memory);
  return memory;
}

/** Gives usable urls for the missing pieces: the old ticket while its urls are unspent, else new ones. */
async function ticketFor<Done>(file: File, pieces: number, transport: UploadTransport<Done>, memory: UploadMemory) {
  const missing = Array.from({ length: pieces }, (_, index) => index).filter((index) => !memory.sent.has(index));
  const spent = missing.some((index) => memory.tried.has(index));
  if (memory.ticket !== null && !spent) return memory.ticket;
  if (memory.ticket !== null && transport.renewUpload !== undefined) {
    return transport.renewUpload(memory.ticket.uploadId, missing);
  }
  memory.sent.clear();
  return transport.requestUpload({ name: file.name, type: file.type, size: file.size, chunkCount: pieces });
}

/**
 * Sends a file in pieces of 1 MB, three at a time, and completes it. Aborting the signal pauses: calling again with the
 * same file sends only what is missing.
 */
export async function uploadFile<Done>(
  file: File,
  transport: UploadTransport<Done>,
  { memory = memoryOf(file), signal, onProgress }: UploadHandle = {},
): Promise<Done> {
  const pieces = Math.max(1, Math.ceil(file.size / megabyte));
  const put = transport.put ?? putChunk;
  const ticket = await ticketFor(file, pieces, transport, memory);
  memory.ticket = ticket;
  memory.tried.clear();
  const inFlight = new Map<number, number>();
  const lengthOf = (index: number) => Math.min(megabyte, file.size - index * megabyte);
  const tell = () => {
    const flying = [...inFlight.values()].reduce((sum, bytes) => sum + bytes, 0);
    const landed = [...memory.sent].reduce((sum, index) => sum + lengthOf(index), 0);
    onProgress?.(Math.min(file.size, landed + flying), file.size);
  };
  const queue = ticket.urls.map((url, index) => ({ url, index })).filter(({ index }) => !memory.sent.has(index));
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      signal?.throwIfAborted();
      const { url, index } = next;
      memory.tried.add(index);
      const piece = file.slice(index * megabyte, index * megabyte + lengthOf(index));
      const watch = (bytes: number) => {
        inFlight.set(index, Math.min(bytes, lengthOf(index)));
        tell();
      };
      await put(url, piece, { signal, onProgress: watch }).finally(() => inFlight.delete(index));
      memory.sent.add(index);
      tell();
    }
  };
  await Promise.all([lane(), lane(), lane()]);
  const done = await transport.completeUpload(ticket.uploadId);
  remembered.delete(file);
  return done;
}
