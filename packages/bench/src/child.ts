/** Servers under measurement run in processes of their own; each is ended by the handle that started it. */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";

export interface Running {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

async function answers(url: string, child: ChildProcess, seconds: number): Promise<void> {
  for (let tries = seconds * 10; tries > 0; tries -= 1) {
    if (child.exitCode !== null) throw new Error(`the server at ${url} ended with ${child.exitCode}`);
    const isUp = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing answers at ${url}`);
}

/** Starts `node …words` with PORT set, and waits until `probe` answers 2xx. */
export async function startNode(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  probe: string,
  cwd: string,
  seconds = 60,
): Promise<Running> {
  const port = await freePort();
  const child = spawn(process.execPath, words, {
    cwd,
    env: { ...process.env, ...env, PORT: String(port), HOST: "127.0.0.1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}${probe}`, child, seconds);
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}
