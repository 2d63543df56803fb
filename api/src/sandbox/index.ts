/** The pretended outside world: a bank and a bureau that speak HTTP on loopback and share no code with the api. */
import { type BankOptions, startBank } from "./bank/index.js";
import { startBureau } from "./bureau/index.js";

export interface SandboxOptions extends Omit<BankOptions, "port"> {
  /** 0 or nothing takes a free port. */
  readonly bankPort?: number;
  readonly bureauPort?: number;
}

export interface Sandbox {
  readonly bankUrl: string;
  readonly bureauUrl: string;
  close(): Promise<void>;
}

/** Starts both in this process; src/sandbox/main.ts does so in one of its own. */
export async function startSandbox({ bankPort, bureauPort, ...options }: SandboxOptions): Promise<Sandbox> {
  const bank = await startBank({ ...options, ...(bankPort === undefined ? {} : { port: bankPort }) });
  const bureau = await startBureau(bureauPort);
  return {
    bankUrl: bank.url,
    bureauUrl: bureau.url,
    async close() {
      await Promise.all([bank.close(), bureau.close()]);
    },
  };
}
