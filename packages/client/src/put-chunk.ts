export interface PutOptions {
  readonly onProgress?: (sentBytes: number) => void;
  readonly signal?: AbortSignal;
}

/** Puts one piece of a file to its signed url. fetch tells nothing about bytes sent, so this is an XMLHttpRequest. */
export function putChunk(url: string, piece: Blob, { onProgress, signal }: PutOptions = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new DOMException("paused", "AbortError"));
      return;
    }
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    signal?.addEventListener("abort", abort, { once: true });
    request.open("PUT", url);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-daichao-csrf", "1");
    request.upload.onprogress = (event) => onProgress?.(event.loaded);
    request.onload = () =>
      request.status >= 200 && request.status < 300 ? resolve() : reject(new Error(`chunk refused: ${request.status}`));
    request.onerror = () => reject(new TypeError("chunk got no answer"));
    request.onabort = () => reject(new DOMException("paused", "AbortError"));
    request.onloadend = () => signal?.removeEventListener("abort", abort);
    request.send(piece);
  });
}
