/** Contracts are drawn in a thread of their own: the second it takes would hold up everybody's answers. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { ContractPaper } from "./contract-paper.rules.js";
import { renderContract } from "./contract-pdf.service.js";
import type { Drawing, DrawingOrder } from "./contract-thread.service.js";

interface Waiting {
  resolve(bytes: Buffer): void;
  reject(error: Error): void;
}

const here = dirname(fileURLToPath(import.meta.url));
/** The bundle has the thread beside its entries; run from source, contracts are drawn where they are asked for. */
const bundled = [here, join(here, "..")].map((folder) => join(folder, "contract-thread.mjs")).find(existsSync);

let thread: Worker | undefined;
let orders = 0;
const waiting = new Map<number, Waiting>();

function ended(of: Worker, error: Error): void {
  if (thread === of) thread = undefined;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}

function threadOf(file: string): Worker {
  if (thread) return thread;
  const started = new Worker(file);
  started.on("message", (drawing: Drawing) => {
    const order = waiting.get(drawing.id);
    waiting.delete(drawing.id);
    if (waiting.size === 0) started.unref();
    if ("bytes" in drawing) order?.resolve(Buffer.from(drawing.bytes));
    else order?.reject(new Error(drawing.failure));
  });
  started.on("error", (error) => ended(started, error));
  started.on("exit", () => ended(started, new Error("the thread that draws contracts has ended")));
  thread = started;
  return started;
}

/** The paper as PDF, the same bytes as `renderContract` makes of it. */
export function drawContract(paper: ContractPaper, madeAt: Date): Promise<Buffer> {
  if (!bundled) return renderContract(paper, madeAt);
  return new Promise((resolve, reject) => {
    const order: DrawingOrder = { id: orders++, paper, madeAt };
    const press = threadOf(bundled);
    waiting.set(order.id, { resolve, reject });
    // While something is being drawn the process stays; an idle thread keeps nobody.
    press.ref();
    press.postMessage(order);
  });
}
