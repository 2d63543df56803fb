/**
 * The sandbox bank: takes orders, settles each after a moment and calls back until it is heard. What it has
 * acknowledged stands in its journal, so a restart loses no order and no callback.
 */
import { join } from "node:path";
import { type Answer, type Ask, type Listening, listen } from "../http.js";
import { Bank } from "./bank.js";
import { hasMagic, Magic, readOrder, shown } from "./order.js";

export interface BankOptions {
  readonly dataDir: string;
  readonly callbackUrl: string;
  readonly secrets: readonly string[];
  readonly port?: number;
  readonly settleMs?: number;
  readonly now?: () => Date;
}

const Behaviour = { NORMAL: "NORMAL", SLOW: "SLOW", DOWN: "DOWN" } as const;
type Behaviour = (typeof Behaviour)[keyof typeof Behaviour];

const SLOW_MS = 8_000;
const STATUS = { NEW: 202, KNOWN: 200, CONFLICT: 409 } as const;
const malformed = (wrong: string): Answer => ({ status: 400, body: { error: wrong } });

class BankCounter {
  private behaviour: Behaviour = Behaviour.NORMAL;

  constructor(
    private readonly bank: Bank,
    private readonly callbackUrl: string,
  ) {}

  async respond({ method, path, body }: Ask): Promise<Answer> {
    if (method === "POST" && path === "/sandbox/replay") return this.replay(body);
    if (method === "POST" && path === "/sandbox/behaviour") return this.behave(body);
    if (this.behaviour === Behaviour.DOWN) return { status: 503 };
    if (method === "POST" && path === "/orders") return this.place(body);
    const id = method === "GET" ? /^\/orders\/([^/]+)$/.exec(path)?.[1] : undefined;
    const order = id ? this.bank.find(decodeURIComponent(id)) : undefined;
    if (!order) return { status: 404, body: { error: "not found" } };
    return { status: 200, body: shown(order), delayMs: this.behaviour === Behaviour.SLOW ? SLOW_MS : 0 };
  }

  private async place(body: unknown): Promise<Answer> {
    const request = readOrder(body, this.callbackUrl);
    if ("wrong" in request) return malformed(request.wrong);
    const { order, outcome } = await this.bank.place(request);
    const isSlow = this.behaviour === Behaviour.SLOW || hasMagic(order, Magic.SLOW_ANSWER);
    const answer = outcome === "CONFLICT" ? { error: "id reused" } : shown(order);
    return { status: STATUS[outcome], body: answer, delayMs: isSlow ? SLOW_MS : 0 };
  }

  private replay(body: unknown): Answer {
    const { orderId, times } = (body ?? {}) as { orderId?: unknown; times?: unknown };
    const order = typeof orderId === "string" ? this.bank.find(orderId) : undefined;
    if (!order) return { status: 404 };
    if (typeof times !== "number" || !Number.isInteger(times) || times < 1 || times > 50) return malformed("times");
    this.bank.replay(order, times);
    return { status: 202, body: { times } };
  }

  private behave(body: unknown): Answer {
    const { behaviour } = (body ?? {}) as { behaviour?: unknown };
    const wanted = Object.values(Behaviour).find((known) => known === behaviour);
    if (!wanted) return malformed("behaviour");
    this.behaviour = wanted;
    return { status: 200, body: { behaviour } };
  }
}

export async function startBank(options: BankOptions): Promise<Listening> {
  const { secrets, settleMs = 800, now = () => new Date() } = options;
  const path = join(options.dataDir, "sandbox-bank", "journal.jsonl");
  const bank = await Bank.open(path, { secrets, now }, settleMs);
  const counter = new BankCounter(bank, options.callbackUrl);
  const server = await listen(options.port ?? 0, (ask) => counter.respond(ask));
  bank.resume();
  return {
    url: server.url,
    async close() {
      await server.close();
      await bank.close();
    },
  };
}
