/** Entry: reactions and jobs alone, for a deployment that keeps them apart from requests. */
import "reflect-metadata";
import { runWorker } from "./app/worker.js";
import { loadConfig } from "./kernel/config/index.js";

const worker = await runWorker(loadConfig());
let isStopping = false;
for (const signal of ["SIGTERM", "SIGINT"])
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    void worker.stop().then(() => process.exit(0));
  });
