import { appendFileSync, mkdtempSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { readNotice, verifyCallback } from "../../gateways/payment/index.js";
import { createBankPayments } from "../../gateways/payment/sandbox.js";
import { startBank } from "./index.js";

interface Heard {
  readonly orderId: string;
  readonly eventId: string;
  readonly state: string;
  readonly amount: bigint;
  readonly isGenuine: boolean;
}

const secrets = ["test-secret"];
let receiver: Server;
let callbackUrl: string;
let heard: Heard[] = [];
let answer = 204;

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const raw = Buffer.concat(parts);
    const notice = readNotice(raw);
    const { isGenuine } = verifyCallback(raw, request.headers, secrets, new Date());
    if (notice && answer === 204) heard.push({ ...notice, isGenuine });
    response.writeHead(answer).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  callbackUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/callbacks/bank`;
});
beforeEach(() => {
  heard = [];
  answer = 204;
});
afterAll(() => receiver.close());

const folder = () => mkdtempSync(join(tmpdir(), "bank-"));
const open = (dataDir: string, settleMs = 30) => startBank({ dataDir, callbackUrl, secrets, settleMs });
const order = (id: string, last4: string) => ({ id, amount: 1_200_000n, cardToken: `card_x_${last4}` });
const until = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 20 });

describe("the sandbox bank", () => {
  it("settles an order once, reports it signed, and answers the same order the same", async () => {
    const bank = await open(folder());
    const payments = createBankPayments({ bankUrl: bank.url, callbackUrl });
    const first = await payments.disburse(order("o1", "0001"));
    expect(first).toMatchObject({ state: "ACCEPTED", amount: 1_200_000n });
    await until(() =>
      expect(heard).toMatchObject([{ orderId: "o1", state: "SUCCEEDED", amount: 1_200_000n, isGenuine: true }]),
    );
    expect(await payments.disburse(order("o1", "0001"))).toMatchObject({
      state: "SUCCEEDED",
      bankReference: first.bankReference,
    });
    expect(await payments.disburse({ ...order("o1", "0001"), amount: 1n })).toMatchObject({ state: "FAILED" });
    expect(await payments.find("o1")).toMatchObject({ state: "SUCCEEDED", bankReference: first.bankReference });
    expect(await payments.find("never")).toBeNull();
    await bank.close();
  });

  it("refuses card 0002, repeats itself for 0004 and misreports the amount of 0005", async () => {
    const bank = await open(folder());
    const payments = createBankPayments({ bankUrl: bank.url, callbackUrl });
    await payments.collect(order("poor", "0002"));
    await until(() => expect(heard).toMatchObject([{ orderId: "poor", state: "FAILED" }]));
    expect(await payments.find("poor")).toMatchObject({ failure: "insufficient funds" });
    heard = [];
    await payments.collect(order("loud", "0004"));
    await until(() =>
      expect(heard.map(({ state }) => state)).toEqual(["SUCCEEDED", "PROCESSING", "SUCCEEDED", "SUCCEEDED"]),
    );
    expect(new Set(heard.map(({ eventId }) => eventId)).size).toBe(2);
    heard = [];
    await payments.collect(order("liar", "0005"));
    await until(() => expect(heard).toMatchObject([{ orderId: "liar", state: "SUCCEEDED", amount: 1_200_100n }]));
    await bank.close();
  });

  it("leaves the caller of card 0003 in the dark, and settles all the same", async () => {
    const bank = await open(folder());
    const payments = createBankPayments({ bankUrl: bank.url, callbackUrl, timeoutMs: 200 });
    expect(await payments.disburse(order("slow", "0003"))).toMatchObject({ state: "UNKNOWN", bankReference: null });
    await until(() => expect(heard).toMatchObject([{ orderId: "slow", state: "SUCCEEDED" }]));
    expect(await payments.find("slow")).toMatchObject({ state: "SUCCEEDED" });
    await bank.close();
  });

  it("forgets nothing it has acknowledged when it is restarted, torn last line or not", async () => {
    const dataDir = folder();
    const bank = await open(dataDir, 60_000);
    const payments = createBankPayments({ bankUrl: bank.url, callbackUrl });
    const ids = Array.from({ length: 40 }, (_, index) => `order-${index}`);
    const answers = await Promise.all(ids.map((id) => payments.disburse(order(id, "0001"))));
    await bank.close();
    expect(heard).toEqual([]);
    appendFileSync(join(dataDir, "sandbox-bank", "journal.jsonl"), '{"type":"order","order":{"id":"half');

    const again = await open(dataDir);
    const later = createBankPayments({ bankUrl: again.url, callbackUrl });
    for (const { orderId, bankReference } of answers)
      expect(await later.find(orderId)).toMatchObject({ bankReference });
    await until(() => expect(new Set(heard.map(({ orderId }) => orderId))).toEqual(new Set(ids)));
    await later.disburse(order("after", "0001"));
    await again.close();

    const third = await open(dataDir);
    expect(await createBankPayments({ bankUrl: third.url, callbackUrl }).find("after")).not.toBeNull();
    await third.close();
  });

  it("calls back until it is heard, and again when told to", async () => {
    answer = 503;
    const bank = await open(folder());
    await createBankPayments({ bankUrl: bank.url, callbackUrl }).collect(order("deaf", "0001"));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(heard).toEqual([]);
    answer = 204;
    await until(() => expect(heard).toHaveLength(1));
    const replay = await fetch(`${bank.url}/sandbox/replay`, {
      method: "POST",
      body: JSON.stringify({ orderId: "deaf", times: 3 }),
    });
    expect(replay.status).toBe(202);
    await until(() => expect(heard).toHaveLength(4));
    expect(new Set(heard.map(({ eventId }) => eventId)).size).toBe(1);
    await bank.close();
  });

  it("calls back to this machine only, and refuses what is not an order", async () => {
    const bank = await open(folder());
    const place = async (changed: object) => {
      const body = { id: "x", kind: "COLLECT", amountFen: "100", accountToken: "card_x_0001", ...changed };
      return (await fetch(`${bank.url}/orders`, { method: "POST", body: JSON.stringify(body) })).status;
    };
    for (const changed of [
      { callbackUrl: "http://10.0.0.1/x" },
      { amountFen: "0" },
      { amountFen: 100 },
      { kind: "GIFT" },
      { id: "" },
    ])
      expect(await place(changed)).toBe(400);
    await bank.close();
  });

  it("that is gone is UNAVAILABLE, certainly unsent; one that breaks in the middle is UNKNOWN", async () => {
    const bank = await open(folder());
    await bank.close();
    const payments = createBankPayments({ bankUrl: bank.url, callbackUrl, timeoutMs: 300 });
    await expect(payments.disburse(order("unsent", "0001"))).rejects.toThrow(
      expect.objectContaining({ code: "UNAVAILABLE" }),
    );
    const mute = createServer((request) => request.socket.destroy());
    await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
    const bankUrl = `http://127.0.0.1:${(mute.address() as AddressInfo).port}`;
    const broken = createBankPayments({ bankUrl, callbackUrl, timeoutMs: 300 });
    expect(await broken.disburse(order("maybe", "0001"))).toMatchObject({ state: "UNKNOWN", bankReference: null });
    mute.close();
  });
});
