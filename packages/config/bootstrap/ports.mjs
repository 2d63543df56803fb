import { createServer } from "node:net";

/** Whether nobody listens on a port of this machine. */
export function isFree(port, host = "127.0.0.1") {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, host, () => probe.close(() => done(true)));
  });
}
