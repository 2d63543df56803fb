import { stories } from "@daichao/config/playwright";

// A Wednesday before a working Thursday, with the make-up days and holidays of autumn around it.
const usual = await stories("borrower", { dayZero: "2026-09-23" });

// A busy machine is slow, not wrong: waits are long, and each ends with what it waits for.
export default {
  ...usual,
  timeout: 900_000,
  expect: { timeout: 45_000 },
  use: { ...usual.use, actionTimeout: 45_000, navigationTimeout: 60_000 },
};
