import { stories } from "@daichao/config/playwright";

const usual = await stories("institution");

// A busy machine is slow, not wrong: waits are long, and each ends with what it waits for.
export default {
  ...usual,
  timeout: 900_000,
  expect: { timeout: 45_000 },
  use: { ...usual.use, actionTimeout: 45_000, navigationTimeout: 60_000 },
};
