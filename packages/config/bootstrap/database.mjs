import { join } from "node:path";
import { startPostgres } from "../postgres/index.mjs";
import { say } from "./report.mjs";
import { dataDir } from "./root.mjs";

const restarts = 5;

/**
 * The database of this process: DATABASE_URL when it is set, otherwise the embedded server with its data under DATA_DIR.
 * An embedded server that dies by itself is started again on the same port.
 */
export async function openDatabase() {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  let stopping = false;
  let server = await boot();
  const url = server.url;
  const port = server.port;

  const watch = async () => {
    for (let left = restarts; left > 0 && !stopping; left -= 1) {
      await server.ended;
      if (stopping) return;
      say("  the database ended by itself: starting it again");
      server = await boot(port);
    }
  };
  watch().catch((error) => {
    say(`  the database cannot be started again: ${error.message}`);
    process.kill(process.pid, "SIGTERM");
  });
  return {
    url,
    stop: async () => {
      stopping = true;
      await server.stop();
    },
  };
}

function boot(port) {
  const log = (line) => {
    if (/ (ERROR|FATAL|PANIC): /.test(line) && process.env.LOG_LEVEL === "debug") say(line);
  };
  return startPostgres({ dataDir: join(dataDir(), "postgres"), port, durable: true, maxConnections: 120, log });
}
