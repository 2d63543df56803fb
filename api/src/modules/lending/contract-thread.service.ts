/** Entry of the thread that draws contracts; see contract-press.service. */
import { parentPort } from "node:worker_threads";
import type { ContractPaper } from "./contract-paper.rules.js";
import { renderContract } from "./contract-pdf.service.js";

export interface DrawingOrder {
  readonly id: number;
  readonly paper: ContractPaper;
  readonly madeAt: Date;
}

export type Drawing =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly failure: string };

parentPort?.on("message", ({ id, paper, madeAt }: DrawingOrder) => {
  const answer = (drawing: Drawing) => parentPort?.postMessage(drawing);
  renderContract(paper, madeAt).then(
    (bytes) => answer({ id, bytes }),
    (error: unknown) =>
      answer({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
