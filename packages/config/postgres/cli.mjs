// A throw-away server for development: node packages/config/postgres/cli.mjs [--data DIR] [--port N] [--url-file FILE]
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { startPostgres } from "./index.mjs";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: ".data/scratch-postgres" },
    port: { type: "string" },
    "max-connections": { type: "string", default: "200" },
    "url-file": { type: "string" },
  },
});

const starting = startPostgres({
  dataDir: values.data,
  port: values.port ? Number(values.port) : undefined,
  maxConnections: Number(values["max-connections"]),
  durable: false,
  log: (line) => console.error(line),
});
// Heard before anybody can know the url: an early signal must not leave the server behind.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => starting.then((server) => server.stop()));
}
const server = await starting;
if (values["url-file"]) writeFileSync(values["url-file"], `${server.url}\n`);
console.log(server.url);

process.exitCode = (await server.ended) === 0 ? 0 : 1;
