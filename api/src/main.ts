/** Entry: http, websocket and, unless told otherwise, the worker in the same process. */
import "reflect-metadata";
import { startProduct } from "./app/product.js";
import { ConfigError, loadConfig } from "./kernel/config/index.js";

try {
  const product = await startProduct(loadConfig());
  let isStopping = false;
  const stop = (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    product.log.info({ signal }, "stopping");
    product.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, stop);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
