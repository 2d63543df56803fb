/** The bank's HTTP interface, as the sandbox bank speaks it. */
import { kernelErrors } from "../../kernel/errors/index.js";
import { createGuard, exchangeJson, wasNeverSent } from "../resilience.js";
import { type PaymentAnswer, type PaymentGateway, type PaymentOrder, PaymentState } from "./index.js";

export interface BankOptions {
  readonly bankUrl: string;
  /** Where the bank reports what became of an order. */
  readonly callbackUrl: string;
  readonly timeoutMs?: number;
}

interface BankOrder {
  readonly id: string;
  readonly state: "ACCEPTED" | "PROCESSING" | "SUCCEEDED" | "FAILED";
  readonly bankReference: string;
  readonly amountFen: string;
  readonly failure: string | null;
}

function answerOf(order: BankOrder): PaymentAnswer {
  return {
    orderId: order.id,
    state: order.state === "SUCCEEDED" || order.state === "FAILED" ? order.state : PaymentState.ACCEPTED,
    bankReference: order.bankReference,
    amount: BigInt(order.amountFen),
    failure: order.failure,
  };
}

/** The bank read the order and would not have it: final, and nothing moved. */
const refused = (orderId: string, status: number): PaymentAnswer => ({
  orderId,
  state: PaymentState.FAILED,
  bankReference: null,
  amount: null,
  failure: `bank refused the order (${status})`,
});

const unknown = (orderId: string): PaymentAnswer => ({
  orderId,
  state: PaymentState.UNKNOWN,
  bankReference: null,
  amount: null,
  failure: null,
});

export function createBankPayments({ bankUrl, callbackUrl, timeoutMs = 3_000 }: BankOptions): PaymentGateway {
  const orders = createGuard({ timeoutMs, retries: 1 });
  const questions = createGuard({ timeoutMs, retries: 2 });

  async function place(kind: "DISBURSE" | "COLLECT", { id, amount, cardToken }: PaymentOrder): Promise<PaymentAnswer> {
    const body = { id, kind, amountFen: amount.toString(), accountToken: cardToken, callbackUrl };
    let mayHaveArrived = false;
    try {
      const answer = await orders.run(async (signal) => {
        try {
          return await exchangeJson(`${bankUrl}/orders`, { method: "POST", body }, signal);
        } catch (error) {
          if (!wasNeverSent(error)) mayHaveArrived = true;
          throw error;
        }
      });
      if (answer.status === 200 || answer.status === 202) return answerOf(answer.body as BankOrder);
      return refused(id, answer.status);
    } catch (error) {
      if (mayHaveArrived || !wasNeverSent(error)) return unknown(id);
      throw kernelErrors.unavailable();
    }
  }

  return {
    disburse: (order) => place("DISBURSE", order),
    collect: (order) => place("COLLECT", order),
    async find(orderId) {
      try {
        const url = `${bankUrl}/orders/${encodeURIComponent(orderId)}`;
        const answer = await questions.run((signal) => exchangeJson(url, { method: "GET" }, signal));
        return answer.status === 404 ? null : answerOf(answer.body as BankOrder);
      } catch {
        throw kernelErrors.unavailable();
      }
    },
  };
}
