import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNotice, signCallback, verifyCallback } from "./index.js";

const now = new Date("2026-11-22T04:00:00Z");
const stamp = String(now.getTime() / 1000);
const body = Buffer.from(
  JSON.stringify({
    eventId: "e1",
    orderId: "o1",
    bankReference: "SB1",
    kind: "COLLECT",
    state: "SUCCEEDED",
    amountFen: "12345",
    failure: null,
  }),
);
const secrets = ["the-present-secret", "the-one-rotated-out"];
const headersOf = (timestamp: string, signature: string) => ({
  "daichao-timestamp": timestamp,
  "daichao-signature": signature,
  "daichao-event-id": "e1",
});
const signed = (secret: string, timestamp = stamp) => headersOf(timestamp, signCallback(secret, timestamp, body));

describe("a bank callback", () => {
  it("signed with either live secret within five minutes is genuine", () => {
    for (const secret of secrets)
      expect(verifyCallback(body, signed(secret), secrets, now)).toEqual({ isGenuine: true, eventId: "e1" });
    for (const seconds of [-300, 300]) {
      const timestamp = String(Number(stamp) + seconds);
      expect(verifyCallback(body, signed("the-present-secret", timestamp), secrets, now).isGenuine).toBe(true);
    }
  });

  it.each([
    ["BAD_SIGNATURE", signed("somebody-else's")],
    ["BAD_SIGNATURE", headersOf(stamp, "v1=")],
    ["STALE", signed("the-present-secret", String(Number(stamp) - 301))],
    ["STALE", signed("the-present-secret", String(Number(stamp) + 301))],
    ["MISSING_HEADER", { "daichao-timestamp": stamp }],
    ["MISSING_HEADER", { ...signed("the-present-secret"), "daichao-timestamp": "soon" }],
    ["MISSING_HEADER", { ...signed("the-present-secret"), "daichao-event-id": ["e1", "e2"] }],
  ])("is refused as %s", (reason, headers) => {
    expect(verifyCallback(body, headers, secrets, now)).toEqual({ isGenuine: false, reason });
  });

  it("is refused after any one byte of its body has changed", () => {
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(body);
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(verifyCallback(changed, signed("the-present-secret"), secrets, now).isGenuine).toBe(false);
      }),
    );
  });

  it("cannot be moved to another moment", () => {
    const headers = { ...signed("the-present-secret"), "daichao-timestamp": String(Number(stamp) + 1) };
    expect(verifyCallback(body, headers, secrets, now)).toEqual({ isGenuine: false, reason: "BAD_SIGNATURE" });
  });
});

describe("a bank notice", () => {
  it("is read with its amount in fen", () => {
    expect(readNotice(body)).toMatchObject({ orderId: "o1", state: "SUCCEEDED", amount: 12_345n });
  });

  it.each([
    "",
    "null",
    "[]",
    '{"eventId":1}',
    body.toString().replace('"12345"', "12345"),
    body.toString().replace("12345", "-1"),
    body.toString().replace("SUCCEEDED", "DONE"),
  ])("is not made of %s", (text) => expect(readNotice(Buffer.from(text))).toBeNull());
});
