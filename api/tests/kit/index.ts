/** What service tests stand on: a kernel over a fresh clone of the migrated database. Gateways are the sandbox ones. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { type BuiltKernel, buildKernel } from "../../src/app/kernel.js";
import { type Config, loadConfig } from "../../src/kernel/config/index.js";
import type { Kernel } from "../../src/kernel/index.js";
import { cloneDatabase, ROLE_PASSWORD } from "./database.js";

export { cloneDatabase } from "./database.js";

export interface TestKernel {
  readonly kernel: Kernel;
  /** Superuser: for planting faults and looking behind the walls. */
  readonly owner: Sql;
  readonly url: string;
  close(): Promise<void>;
}

export function testConfig(url: string, overrides: Record<string, string> = {}): Config {
  return loadConfig({
    DAICHAO_MODE: "test",
    DATABASE_URL: url,
    DATABASE_ROLE_PASSWORD: ROLE_PASSWORD,
    DATA_DIR: mkdtempSync(join(tmpdir(), "daichao-data-")),
    DATABASE_POOL: "6",
    ...overrides,
  });
}

/** `await using`-free on purpose: call `close` in afterAll. */
export async function testKernel(overrides: Record<string, string> = {}): Promise<TestKernel> {
  const url = await cloneDatabase();
  const built: BuiltKernel = buildKernel(testConfig(url, overrides), "api");
  await built.kernel.clock.refresh();
  const owner = postgres(url, { max: 3, onnotice: () => {} });
  return {
    kernel: built.kernel,
    owner,
    url,
    async close() {
      await built.close();
      await owner.end({ timeout: 2 });
    },
  };
}
