/** Entry of the sandbox process: BANK_URL and BUREAU_URL say where to listen, else any free port; the urls are its first line. */
import { loadConfig } from "../kernel/config/index.js";
import { startSandbox } from "./index.js";

const portOf = (url: string | undefined): number => Number(url ? new URL(url).port : 0);

const config = loadConfig();
const sandbox = await startSandbox({
  dataDir: config.dataDir,
  callbackUrl: `${config.publicUrl}/callbacks/bank`,
  secrets: config.bankSecrets,
  bankPort: portOf(config.bankUrl),
  bureauPort: portOf(config.bureauUrl),
});
const urls = { bankUrl: sandbox.bankUrl, bureauUrl: sandbox.bureauUrl };
process.stdout.write(`${JSON.stringify(urls)}\n`);
process.send?.(urls);

async function end(): Promise<void> {
  await sandbox.close();
  process.exit(0);
}
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.once(signal, () => void end());
// The api holds the other end of our standard input: when it is gone, however it went, so are we.
if (process.argv.includes("--until-stdin-ends")) process.stdin.on("end", () => void end()).resume();
