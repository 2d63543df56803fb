import { expect, test } from "vitest";
import { memoryShelf } from "./sealed-store.ts";
import { draftDevice, wipeUnsent } from "./unsent-drafts.ts";

const unsent = { edits: { amount: "43210.00" }, version: 3, keptAt: 1 };

test("B-08: what could not be sent is found again by the same person, and is nowhere in the clear", async () => {
  const shelf = memoryShelf();
  const device = draftDevice<typeof unsent.edits>(shelf, "lin", "d1");
  expect(await device.keep(unsent)).toBe(true);
  expect(await draftDevice(shelf, "lin", "d1").find()).toEqual(unsent);
  const { body } = (await shelf.get("draft:d1")) as { body: ArrayBuffer };
  expect(Buffer.from(body).toString("latin1")).not.toContain("43210");
  const { key } = (await shelf.get("owner")) as { key: CryptoKey };
  expect(key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
  await device.drop();
  expect(await device.find()).toBeNull();
});

test("B-08: another person on the same device never sees it, and it is gone from then on", async () => {
  const shelf = memoryShelf();
  await draftDevice(shelf, "lin", "d1").keep(unsent);
  expect(await draftDevice(shelf, "chen", "d1").find()).toBeNull();
  expect(await draftDevice(shelf, "lin", "d1").find()).toBeNull();
});

test("B-08: signing out wipes it, and a sealed copy put under another draft does not open", async () => {
  const shelf = memoryShelf();
  await draftDevice(shelf, "lin", "d1").keep(unsent);
  await shelf.put("draft:d2", await shelf.get("draft:d1"));
  expect(await draftDevice(shelf, "lin", "d2").find()).toBeNull();
  await wipeUnsent(shelf);
  expect(await shelf.get("owner")).toBeUndefined();
  expect(await draftDevice(shelf, "lin", "d1").find()).toBeNull();
});

test("a browser that keeps nothing says so", async () => {
  const broken = { ...memoryShelf(), put: () => Promise.reject(new Error("private window")) };
  expect(await draftDevice(broken, "lin", "d1").keep(unsent)).toBe(false);
});
