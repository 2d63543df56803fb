import type { PaymentAnswer, PaymentGateway } from "../../gateways/payment/index.js";
import { type Reader, type Tx, violatedConstraint } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import { enqueue } from "../../kernel/jobs/index.js";
import { system, type Viewer } from "../../kernel/viewer/index.js";
import { bankOrderEvents } from "./bank-order.events.js";
import * as bankOrders from "./bank-order.repository.js";
import { type BankStatement, type Settlement, settle } from "./bank-order.rules.js";
import { BankOrderKind, BankOrderState } from "./bank-order.states.js";
import type { BankOrderRow } from "./bank-order.tables.js";
import { ledgerErrors } from "./ledger.errors.js";

export interface BankOrderWish {
  readonly kind: BankOrderKind;
  /** The disbursement or payment it is for. */
  readonly subjectId: string;
  /** Fen. */
  readonly amount: bigint;
  readonly borrowerId: string;
  readonly institutionId: string;
  readonly bankCardId: string;
}

/** Finds the bank's token of a bound card, for the call itself; it is stored nowhere here. */
export interface CardTokens {
  tokenOf(reader: Reader | Tx, bankCardId: string): Promise<string>;
}

/** Name of the queued job that asks the bank about one order. */
export const ASK_ABOUT_ORDER = "ledger.ask-about-order";
const ASK_AFTER_MS = 3_000;
const STALE_SECONDS = 20;

export class BankOrderService {
  constructor(
    private readonly kernel: Kernel,
    private readonly payment: PaymentGateway,
    private readonly cards: CardTokens,
  ) {}

  /**
   * Writes the intent; the bank is asked after the commit. The transaction must be the system's.
   * @throws LEDGER_ORDER_OPEN while an earlier order for the same subject has not failed.
   */
  async request(tx: Tx, viewer: Viewer, wish: BankOrderWish): Promise<BankOrderRow> {
    try {
      const order = await bankOrders.insert(tx, { ...wish });
      await this.kernel.events.record(tx, viewer, bankOrderEvents.requested, {
        ...this.audienceOf(order),
        facts: { orderId: order.id, kind: order.kind, subjectId: order.subjectId },
      });
      return order;
    } catch (error) {
      throw violatedConstraint(error) === "bank_orders_one_live" ? ledgerErrors.orderOpen() : error;
    }
  }

  find(reader: Reader | Tx, orderId: string): Promise<BankOrderRow | undefined> {
    return bankOrders.byId(reader, orderId);
  }

  /** Asks the bank to move the money, with the order's id as its key: asking again moves nothing twice. */
  async send(orderId: string): Promise<void> {
    const { db } = this.kernel;
    const order = await db.write(system, async (tx) => {
      const row = await bankOrders.lockById(tx, orderId);
      if (row?.state !== BankOrderState.REQUESTED && row?.state !== BankOrderState.UNKNOWN) return undefined;
      await bankOrders.change(tx, row.id, { askedCount: row.askedCount + 1 }, false);
      return { ...row, cardToken: await this.cards.tokenOf(tx, row.bankCardId) };
    });
    if (!order) return;
    const asked = { id: order.id, amount: order.amount, cardToken: order.cardToken };
    const isDisbursal = order.kind === BankOrderKind.DISBURSE;
    const answer = await (isDisbursal ? this.payment.disburse(asked) : this.payment.collect(asked));
    await db.write(system, (tx) => this.learn(tx, order.id, answer));
  }

  /** Asks the bank what became of an order; one it has never seen is sent again under the same key. */
  async ask(orderId: string): Promise<void> {
    const { db } = this.kernel;
    const order = await db.read(system, (reader) => bankOrders.byId(reader, orderId));
    if (order?.state === BankOrderState.REQUESTED) return this.send(orderId);
    if (order?.state !== BankOrderState.SENT && order?.state !== BankOrderState.UNKNOWN) return;
    const answer: PaymentAnswer | null = await this.payment.find(orderId);
    if (answer) await db.write(system, (tx) => this.learn(tx, orderId, answer));
    else if (order.state === BankOrderState.UNKNOWN) await this.send(orderId);
  }

  /** Asks about every order that has waited too long; one that fails to answer does not stop the others. */
  async askAboutStale(): Promise<void> {
    const rows = await this.kernel.db.read(system, (reader) => bankOrders.stale(reader, STALE_SECONDS, 200));
    for (const { id } of rows)
      await this.ask(id).catch(() => this.kernel.log.warn({ orderId: id }, "the bank did not answer about an order"));
  }

  /** Takes in what the bank says about an order. Answers what it led to; NOT_FOUND for an order we never made. */
  async learn(tx: Tx, orderId: string, statement: BankStatement): Promise<Settlement> {
    const order = await bankOrders.lockById(tx, orderId);
    if (!order) throw kernelErrors.notFound();
    const settlement = settle(order, statement);
    if (settlement.to === order.state) return settlement;
    const isSettled = settlement.to === BankOrderState.SUCCEEDED || settlement.to === BankOrderState.FAILED;
    const values = {
      state: settlement.to,
      hasContradiction: settlement.isContradiction,
      bankReference: statement.bankReference ?? order.bankReference,
      failure: settlement.to === BankOrderState.FAILED ? (statement.failure ?? "UNKNOWN") : order.failure,
      disputeReason: settlement.reason ?? order.disputeReason,
    };
    await bankOrders.change(tx, order.id, values, isSettled);
    await this.announce(tx, order, settlement, isSettled);
    return settlement;
  }

  private async announce(tx: Tx, order: BankOrderRow, { to, reason }: Settlement, isSettled: boolean): Promise<void> {
    const { events } = this.kernel;
    const facts = { orderId: order.id, kind: order.kind, subjectId: order.subjectId };
    const happening = { ...this.audienceOf(order), diff: { state: [order.state, to] as const } };
    if (isSettled) {
      await events.record(tx, system, bankOrderEvents.settled, { ...happening, facts: { ...facts, state: to } });
    } else if (to === BankOrderState.DISPUTED) {
      const why = reason ?? "UNKNOWN";
      await events.record(tx, system, bankOrderEvents.disputed, { ...happening, facts: { ...facts, reason: why } });
    } else {
      await events.record(tx, system, bankOrderEvents.changed, { ...happening, facts: { ...facts, state: to } });
      const runAt = new Date(this.kernel.clock.now().getTime() + ASK_AFTER_MS);
      await enqueue(tx, ASK_ABOUT_ORDER, { orderId: order.id }, { key: `${ASK_ABOUT_ORDER}:${order.id}`, runAt });
    }
  }

  private audienceOf({ id, borrowerId, institutionId }: BankOrderRow) {
    return { subject: { type: "BankOrder", id }, borrowerId, institutionId };
  }
}
