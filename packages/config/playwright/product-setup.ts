import { startProduct } from "./product.ts";

/** One product for the whole run; stories find it at STORY_URL. A url that is already set is used as it is. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.STORY_URL) return async () => {};
  const product = await startProduct({ sandboxStart: process.env.SANDBOX_START });
  process.env.STORY_URL = product.url;
  return product.stop;
}
