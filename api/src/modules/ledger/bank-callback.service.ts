import { type CallbackHeaders, readNotice, verifyCallback } from "../../gateways/payment/index.js";
import { type Tx, violatedConstraint } from "../../kernel/database/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import * as bankOrders from "./bank-order.repository.js";
import type { BankOrderService } from "./bank-order.service.js";
import { BankOrderState, CallbackVerdict } from "./bank-order.states.js";

type Notice = NonNullable<ReturnType<typeof readNotice>>;

const PROVIDER = "BANK";
const MAX_BODY_BYTES = 16_384;
/** Refusals end the matter for the bank too; it is told 200 only once what it said is decided and committed. */
const answer = (status: number) => ({ status });

export class BankCallbackService {
  constructor(
    private readonly kernel: Kernel,
    private readonly orders: BankOrderService,
  ) {}

  /**
   * Takes a callback of the bank: the raw body is stored first, then signature and age are checked (five minutes by
   * the database's clock), then its statement is applied. Answers the HTTP status; 200 means decided, with its effect or
   * the reason for none.
   */
  async receiveCallback(raw: Buffer, headers: CallbackHeaders): Promise<{ readonly status: number }> {
    if (raw.length > MAX_BODY_BYTES) return answer(413);
    const { db, config } = this.kernel;
    // PostgreSQL text holds no NUL; the signature is over the bytes as they came.
    const text = raw.toString("utf8").replaceAll("\u0000", "\uFFFD");
    const stored = await db.write(system, (tx) => bankOrders.storeCallback(tx, PROVIDER, text));
    const proof = verifyCallback(raw, headers, config.bankSecrets, stored.receivedAt);
    if (!proof.isGenuine) return this.refuse(stored.id, proof.reason, 401);
    const notice = readNotice(raw);
    if (!notice || !isId(notice.orderId)) return this.refuse(stored.id, "MALFORMED", 400);
    try {
      await db.write(system, (tx) => this.decide(tx, stored.id, notice));
    } catch (error) {
      if (violatedConstraint(error) !== "bank_callbacks_event") throw error;
      await this.note(stored.id, CallbackVerdict.DUPLICATE, "SEEN_BEFORE", notice.orderId);
    }
    return answer(200);
  }

  private async decide(tx: Tx, callbackId: string, notice: Notice): Promise<void> {
    const { orderId, eventId } = notice;
    const order = await bankOrders.lockById(tx, orderId);
    if (await bankOrders.hasCallback(tx, PROVIDER, eventId)) {
      const verdict = CallbackVerdict.DUPLICATE;
      return bankOrders.decideCallback(tx, callbackId, { verdict, reason: "SEEN_BEFORE", orderId });
    }
    const note = (verdict: CallbackVerdict, reason: string | null) =>
      bankOrders.decideCallback(tx, callbackId, { verdict, reason, eventId, orderId });
    if (!order) return note(CallbackVerdict.NO_CHANGE, "UNKNOWN_ORDER");
    if (order.kind !== notice.kind) return note(CallbackVerdict.NO_CHANGE, "WRONG_KIND");
    const state = notice.state === "PROCESSING" ? "ACCEPTED" : notice.state;
    const { to, reason } = await this.orders.learn(tx, orderId, { ...notice, state });
    if (to === order.state) {
      const isWrong = reason === "WRONG_AMOUNT" || reason === "CONTRADICTION";
      return note(isWrong ? CallbackVerdict.DISPUTED : CallbackVerdict.NO_CHANGE, reason ?? "NO_CHANGE");
    }
    return note(to === BankOrderState.DISPUTED ? CallbackVerdict.DISPUTED : CallbackVerdict.APPLIED, reason);
  }

  private async refuse(callbackId: string, reason: string, status: number): Promise<{ readonly status: number }> {
    await this.note(callbackId, CallbackVerdict.REFUSED, reason);
    this.kernel.log.warn({ reason }, "callback refused");
    return answer(status);
  }

  private note(callbackId: string, verdict: CallbackVerdict, reason: string, orderId?: string): Promise<void> {
    return this.kernel.db.write(system, (tx) =>
      bankOrders.decideCallback(tx, callbackId, { verdict, reason, orderId }),
    );
  }
}
