/** Orders and what becomes of them; every step is in the journal before it is told. */
import { randomBytes } from "node:crypto";
import { pause } from "../http.js";
import { type DeliveryOptions, deliver } from "./delivery.js";
import { type Journal, openJournal, readJournal } from "./journal.js";
import { callbacksOf, isSameRequest, type Order, type OrderRequest, settled } from "./order.js";

type Entry =
  | { readonly type: "order"; readonly order: Order }
  /** The order's callbacks were all taken. */
  | { readonly type: "delivered"; readonly orderId: string };

export interface Placed {
  readonly order: Order;
  readonly outcome: "NEW" | "KNOWN" | "CONFLICT";
}

const inBackground = (work: Promise<void>): void => void work.catch(() => undefined);

export class Bank {
  private readonly orders = new Map<string, Order>();
  private readonly delivered = new Set<string>();
  private readonly arriving = new Map<string, Promise<Order>>();
  private isClosing = false;

  private constructor(
    private readonly journal: Journal<Entry>,
    private readonly delivery: DeliveryOptions,
    private readonly settleMs: number,
  ) {}

  /** Opens the bank as it was when it closed, however it closed. */
  static async open(path: string, delivery: DeliveryOptions, settleMs: number): Promise<Bank> {
    const entries = readJournal<Entry>(path);
    const bank = new Bank(await openJournal<Entry>(path), delivery, settleMs);
    for (const entry of entries) {
      if (entry.type === "order") bank.orders.set(entry.order.id, entry.order);
      else bank.delivered.add(entry.orderId);
    }
    return bank;
  }

  /** Goes on with everything that was not finished. */
  resume(): void {
    for (const order of this.orders.values()) if (!this.delivered.has(order.id)) inBackground(this.goOn(order));
  }

  find(id: string): Order | undefined {
    return this.orders.get(id);
  }

  async place(request: OrderRequest): Promise<Placed> {
    const known = this.orders.get(request.id) ?? (await this.arriving.get(request.id));
    if (known) return { order: known, outcome: isSameRequest(known, request) ? "KNOWN" : "CONFLICT" };
    const bankReference = `SB${randomBytes(8).toString("hex").toUpperCase()}`;
    const keeping = this.keep({
      ...request,
      bankReference,
      state: "ACCEPTED",
      failure: null,
      bookedFen: request.amountFen,
    });
    this.arriving.set(request.id, keeping);
    const order = await keeping.finally(() => this.arriving.delete(request.id));
    inBackground(this.goOn(order));
    return { order, outcome: "NEW" };
  }

  replay(order: Order, times: number): void {
    for (let count = 0; count < times; count += 1) inBackground(this.report(order));
  }

  async close(): Promise<void> {
    this.isClosing = true;
    await this.journal.close();
  }

  private async keep(order: Order): Promise<Order> {
    await this.journal.write({ type: "order", order });
    this.orders.set(order.id, order);
    return order;
  }

  private async goOn(order: Order): Promise<void> {
    if (order.state === "ACCEPTED") await pause(this.settleMs);
    if (this.isClosing) return;
    await this.report(order.state === "ACCEPTED" ? await this.keep(settled(order)) : order);
  }

  private async report(order: Order): Promise<void> {
    for (const callback of callbacksOf(order))
      if (!(await deliver(callback, this.delivery, () => this.isClosing))) return;
    if (!this.isClosing) await this.journal.write({ type: "delivered", orderId: order.id });
  }
}
