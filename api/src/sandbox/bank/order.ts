/** An order as the bank keeps it, and what becomes of it. The card token's last four digits steer the outcome. */

export interface OrderRequest {
  /** The caller's id and idempotency key. */
  readonly id: string;
  readonly kind: "DISBURSE" | "COLLECT";
  readonly amountFen: string;
  readonly accountToken: string;
  readonly callbackUrl: string;
}

export interface Order extends OrderRequest {
  readonly bankReference: string;
  readonly state: "ACCEPTED" | "SUCCEEDED" | "FAILED";
  readonly failure: string | null;
  /** Fen as the bank booked them. */
  readonly bookedFen: string;
}

export interface Callback {
  readonly eventId: string;
  readonly body: string;
  readonly url: string;
}

export const Magic = {
  INSUFFICIENT_FUNDS: "0002",
  SLOW_ANSWER: "0003",
  REPEATED_CALLBACKS: "0004",
  WRONG_AMOUNT: "0005",
} as const;

export const hasMagic = (order: Pick<Order, "accountToken">, magic: string): boolean =>
  order.accountToken.endsWith(magic);

const text = (value: unknown, max: number): value is string =>
  typeof value === "string" && value.length > 0 && value.length <= max;

/** The bank calls back to this machine only. */
function isLoopback(value: string): boolean {
  const url = URL.parse(value);
  return url?.protocol === "http:" && (url.hostname === "127.0.0.1" || url.hostname === "localhost");
}

/** Reads an order, or says which part is wrong. */
export function readOrder(body: unknown, defaultCallbackUrl: string): OrderRequest | { readonly wrong: string } {
  if (typeof body !== "object" || body === null) return { wrong: "body" };
  const { id, kind, amountFen, accountToken, callbackUrl = defaultCallbackUrl } = body as Record<string, unknown>;
  if (!text(id, 100)) return { wrong: "id" };
  if (kind !== "DISBURSE" && kind !== "COLLECT") return { wrong: "kind" };
  if (!text(amountFen, 18) || !/^[1-9]\d*$/.test(amountFen)) return { wrong: "amountFen" };
  if (!text(accountToken, 100)) return { wrong: "accountToken" };
  if (!text(callbackUrl, 300) || !isLoopback(callbackUrl)) return { wrong: "callbackUrl" };
  return { id, kind, amountFen, accountToken, callbackUrl };
}

export const isSameRequest = (a: OrderRequest, b: OrderRequest): boolean =>
  a.kind === b.kind && a.amountFen === b.amountFen && a.accountToken === b.accountToken;

/** What the order comes to: at the bank, the same order always comes to the same. */
export function settled(order: Order): Order {
  if (hasMagic(order, Magic.INSUFFICIENT_FUNDS)) return { ...order, state: "FAILED", failure: "insufficient funds" };
  const bookedFen = hasMagic(order, Magic.WRONG_AMOUNT) ? String(BigInt(order.amountFen) + 100n) : order.amountFen;
  return { ...order, state: "SUCCEEDED", bookedFen };
}

/** What a caller may know of an order. */
export const shown = ({ id, kind, state, bankReference, bookedFen, failure }: Order) => ({
  id,
  kind,
  state,
  bankReference,
  amountFen: bookedFen,
  failure,
});

function callback(order: Order, step: "processing" | "settled"): Callback {
  const eventId = `${order.bankReference}-${step}`;
  const { id: orderId, state, ...rest } = shown(order);
  const body = { ...rest, eventId, orderId, state: step === "processing" ? "PROCESSING" : state };
  return { eventId, body: JSON.stringify(body), url: order.callbackUrl };
}

/** The callbacks of a settled order, in the order of their sending: usually one. */
export function callbacksOf(order: Order): Callback[] {
  const final = callback(order, "settled");
  return hasMagic(order, Magic.REPEATED_CALLBACKS) ? [final, callback(order, "processing"), final, final] : [final];
}
