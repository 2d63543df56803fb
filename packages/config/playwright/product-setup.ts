import type { FullConfig } from "@playwright/test";
import { startProduct } from "./product.ts";

/**
 * One product for the whole run, on the day 0 of its config unless SANDBOX_START says another; stories find it at
 * STORY_URL. A url that is already set is used as it is.
 */
export default async function setup({ metadata }: FullConfig): Promise<() => Promise<void>> {
  if (process.env.STORY_URL) return async () => {};
  const product = await startProduct({ sandboxStart: process.env.SANDBOX_START || metadata.dayZero });
  process.env.STORY_URL = product.url;
  return product.stop;
}
