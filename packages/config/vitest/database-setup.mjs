import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../postgres/index.mjs";

/**
 * One throw-away PostgreSQL for a whole test run, or the one TEST_DATABASE_SERVER_URL names (a superuser's url).
 * Tests read it with `inject("postgresUrl")` and make their own databases in it.
 */
export default async function setup(project) {
  const given = process.env.TEST_DATABASE_SERVER_URL;
  if (given) {
    project.provide("postgresUrl", given);
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), "daichao-test-"));
  const server = await startPostgres({ dataDir: join(folder, "postgres"), durable: false, maxConnections: 200 });
  project.provide("postgresUrl", server.url);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
