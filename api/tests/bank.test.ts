/** The whole way of money through the sandbox bank: over HTTP out, by signed callback back in. */
import { mkdtempSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readBooks } from "../src/app/books/books.js";
import { createBankPayments } from "../src/gateways/payment/sandbox.js";
import { newId } from "../src/kernel/ids/index.js";
import { startBank } from "../src/sandbox/bank/index.js";
import { LoanWorld } from "./kit/loan-world.js";

let world: LoanWorld;
let bank: Awaited<ReturnType<typeof startBank>>;
let server: Server;

beforeAll(async () => {
  world = await LoanWorld.open();
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const headers = request.headers as Record<string, string>;
      void world.modules.ledger.bankCallbacks.receiveCallback(Buffer.concat(parts), headers).then(({ status }) => {
        response.statusCode = status;
        response.end();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const callbackUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/callbacks/bank`;
  const { bankSecrets } = world.kernel.config;
  bank = await startBank({
    dataDir: mkdtempSync(join(tmpdir(), "bank-")),
    callbackUrl,
    secrets: bankSecrets,
    settleMs: 50,
  });
  world.bank.behindIt = createBankPayments({ bankUrl: bank.url, callbackUrl });
});
afterAll(async () => {
  await bank.close();
  await new Promise((resolve) => server.close(resolve));
  await world.close();
});

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 5_000;
  while (performance.now() < end) {
    await world.work();
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("it did not come true in five seconds");
}

it("pays a signed loan out within five seconds and takes its first payment, and the books hold", async () => {
  const lin = await world.borrower();
  const { owner } = world.test;
  const applicationId = await world.signed(lin);
  await until(
    async () =>
      (await owner`select 1 from applications where id = ${applicationId} and state = 'DISBURSED'`).length === 1,
  );
  const [loan] = await owner<{ id: string }[]>`select id from loans where application_id = ${applicationId}`;
  const { payments } = world.modules.repayments;
  const wish = { loanId: loan?.id ?? "", amount: 100_000n, bankCardId: lin.bankCardId, idempotencyKey: newId() };
  const paymentId = await payments.pay(lin.viewer, wish);
  await until(
    async () => (await owner`select 1 from payments where id = ${paymentId} and state = 'SUCCEEDED'`).length === 1,
  );
  expect((await readBooks(owner)).offences).toEqual([]);
});
