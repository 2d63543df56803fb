/** A bank that does what a test tells it: answers are scripted, callbacks are signed as the real one signs them. */
import {
  type BankNotice,
  type PaymentAnswer,
  type PaymentGateway,
  type PaymentOrder,
  signCallback,
} from "../../src/gateways/payment/index.js";
import { kernelErrors } from "../../src/kernel/errors/index.js";
import { newId } from "../../src/kernel/ids/index.js";

type Answer = PaymentAnswer["state"] | "DOWN";

export interface SignedCallback {
  readonly raw: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

export class ScriptedBank implements PaymentGateway {
  /** How the next orders are answered. */
  answer: Answer = "ACCEPTED";
  /** What `find` says; null when the bank has never seen the order. */
  found: PaymentAnswer["state"] | null = "ACCEPTED";
  /** A bank that takes the orders instead, once set. */
  behindIt: PaymentGateway | undefined;
  readonly asked: (PaymentOrder & { readonly kind: "DISBURSE" | "COLLECT" })[] = [];

  constructor(private readonly secret: string) {}

  disburse(order: PaymentOrder): Promise<PaymentAnswer> {
    return this.place({ ...order, kind: "DISBURSE" });
  }

  collect(order: PaymentOrder): Promise<PaymentAnswer> {
    return this.place({ ...order, kind: "COLLECT" });
  }

  async find(orderId: string): Promise<PaymentAnswer | null> {
    if (this.behindIt) return this.behindIt.find(orderId);
    const order = this.asked.find((asked) => asked.id === orderId);
    if (this.found === null) return null;
    return this.answerOf(orderId, this.found, order?.amount ?? null);
  }

  /** The bank's word on an order, signed; `changed` makes it lie. */
  callback(
    order: { readonly id: string; readonly kind: "DISBURSE" | "COLLECT"; readonly amount: bigint },
    changed: Partial<BankNotice> & { readonly secret?: string; readonly at?: Date } = {},
  ): SignedCallback {
    const { secret = this.secret, at = new Date(), amount = order.amount, ...rest } = changed;
    const notice = {
      eventId: newId(),
      orderId: order.id,
      bankReference: `BK-${order.id.slice(-6)}`,
      kind: order.kind,
      state: "SUCCEEDED",
      failure: null,
      ...rest,
      amountFen: amount.toString(),
    };
    const raw = Buffer.from(JSON.stringify(notice));
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const headers = {
      "daichao-timestamp": timestamp,
      "daichao-event-id": notice.eventId,
      "daichao-signature": signCallback(secret, timestamp, raw),
    };
    return { raw, headers };
  }

  private async place(order: PaymentOrder & { readonly kind: "DISBURSE" | "COLLECT" }): Promise<PaymentAnswer> {
    if (this.answer === "DOWN") throw kernelErrors.unavailable();
    this.asked.push(order);
    if (this.behindIt) return order.kind === "DISBURSE" ? this.behindIt.disburse(order) : this.behindIt.collect(order);
    return this.answerOf(order.id, this.answer, order.amount);
  }

  private answerOf(orderId: string, state: PaymentAnswer["state"], amount: bigint | null): PaymentAnswer {
    const failure = state === "FAILED" ? "insufficient funds" : null;
    return {
      orderId,
      state,
      amount: state === "UNKNOWN" ? null : amount,
      bankReference: `BK-${orderId.slice(-6)}`,
      failure,
    };
  }
}
