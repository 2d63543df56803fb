import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestKernel, testKernel } from "../../../tests/kit/index.js";
import { ScriptedBank } from "../../../tests/kit/scripted-bank.js";
import { newId } from "../../kernel/ids/index.js";
import { system } from "../../kernel/viewer/index.js";
import type { AccountKey } from "./account.states.js";
import { BankCallbackService } from "./bank-callback.service.js";
import { bankOrderReactions } from "./bank-order.reactions.js";
import { BankOrderService } from "./bank-order.service.js";
import type { Entry } from "./ledger.rules.js";
import { LedgerService } from "./ledger.service.js";

let test: TestKernel;
let module: { ledger: LedgerService; bankOrders: BankOrderService; bankCallbacks: BankCallbackService };
let bank: ScriptedBank;

beforeAll(async () => {
  test = await testKernel({
    BANK_CALLBACK_SECRETS: "the-new-secret-of-the-bank-000000,the-old-secret-of-the-bank-000000",
  });
  bank = new ScriptedBank("the-new-secret-of-the-bank-000000");
  const bankOrders = new BankOrderService(test.kernel, bank, { tokenOf: async () => "card_test" });
  const bankCallbacks = new BankCallbackService(test.kernel, bankOrders);
  module = { ledger: new LedgerService(test.kernel.clock), bankOrders, bankCallbacks };
  test.kernel.events.register(bankOrderReactions(bankOrders));
});
afterAll(() => test.close());

const loanAccount = (ownerId: string): AccountKey => ({ ownerKind: "LOAN", ownerId, kind: "LOAN_PRINCIPAL" });
const funds: AccountKey = { ownerKind: "INSTITUTION", ownerId: "lender", kind: "FUNDS" };
const lent = (loan: string, amount: bigint, ref = newId()): Entry => ({
  kind: "DISBURSEMENT",
  ref,
  debit: loanAccount(loan),
  credit: funds,
  amount,
});
const repaid = (loan: string, amount: bigint, ref = newId()): Entry => ({
  kind: "REPAYMENT_PRINCIPAL",
  ref,
  debit: funds,
  credit: loanAccount(loan),
  amount,
});
const post = (...entries: Entry[]) =>
  test.kernel.db.write(system, (tx) => module.ledger.post(tx, { eventId: newId(), entries }));
const balances = (loan: string) =>
  test.kernel.db.read(system, async (reader) => [
    await module.ledger.keptBalanceOf(reader, loanAccount(loan)),
    await module.ledger.balanceOf(reader, loanAccount(loan)),
  ]);
const refusal = (code: string) => expect.objectContaining({ code });

describe("a posting", () => {
  it("moves money once per kind and reference, and keeps the balance with its sum", async () => {
    const loan = newId();
    const entry = lent(loan, 10_000n);
    await post(entry);
    await post(repaid(loan, 4_000n));
    await expect(post(entry)).rejects.toThrow(refusal("LEDGER_ALREADY_POSTED"));
    expect(await balances(loan)).toEqual([6_000n, 6_000n]);
  });

  it("that would repay more than is owed, move nothing, or stay on one account is refused whole", async () => {
    const loan = newId();
    await post(lent(loan, 1_000n));
    await expect(post(repaid(loan, 600n), repaid(loan, 600n))).rejects.toThrow(refusal("LEDGER_BALANCE_TOO_LOW"));
    await expect(post(repaid(loan, 0n))).rejects.toThrow(refusal("LEDGER_AMOUNT_NOT_POSITIVE"));
    await expect(post({ ...repaid(loan, 1n), debit: loanAccount(loan) })).rejects.toThrow(
      refusal("LEDGER_SAME_ACCOUNT"),
    );
    expect(await balances(loan)).toEqual([1_000n, 1_000n]);
  });

  it("can be reversed once, as a new row", async () => {
    const loan = newId();
    const [row] = await post(lent(loan, 500n));
    const reverse = () =>
      test.kernel.db.write(system, (tx) => module.ledger.reverse(tx, row?.id ?? "", { eventId: newId() }));
    expect(await reverse()).toMatchObject({ kind: "REVERSAL", amount: 500n, reverses: row?.id });
    expect(await balances(loan)).toEqual([0n, 0n]);
    await expect(reverse()).rejects.toThrow(/LEDGER_ALREADY/);
  });

  it("from sixteen sides at once neither deadlocks nor loses a fen", async () => {
    const loans = [newId(), newId(), newId()];
    for (const loan of loans) await post(lent(loan, 100_000n));
    await Promise.all(
      Array.from({ length: 16 }, (_, at) =>
        post(...loans.toSorted(() => (at % 2 ? 1 : -1)).map((loan) => repaid(loan, 1_000n))),
      ),
    );
    for (const loan of loans) expect(await balances(loan)).toEqual([84_000n, 84_000n]);
  });

  it("cannot be edited or deleted by anybody", async () => {
    await expect(test.owner`update transfers set amount = 1`).rejects.toThrow(/append-only/);
    await expect(test.owner`delete from transfers`).rejects.toThrow(/append-only/);
    await expect(test.kernel.db.write(system, (tx) => tx.execute("delete from transfers"))).rejects.toThrow();
  });
});

type Kind = "DISBURSE" | "COLLECT";
async function newOrder(amount = 100n, kind: Kind = "COLLECT") {
  const wish = { kind, subjectId: newId(), amount, borrowerId: newId(), institutionId: newId(), bankCardId: newId() };
  const row = await test.kernel.db.write(system, (tx) => module.bankOrders.request(tx, system, wish));
  return { id: row.id, kind, amount, wish };
}
const stateOf = async (id: string) =>
  (await test.owner<{ state: string }[]>`select state from bank_orders where id = ${id}`)[0]?.state;
const receive = ({ raw, headers }: ReturnType<ScriptedBank["callback"]>) =>
  module.bankCallbacks.receiveCallback(raw, headers);
const verdictOf = async (raw: Buffer) =>
  (
    await test.owner<
      { verdict: string; reason: string | null }[]
    >`select verdict, reason from bank_callbacks where raw_body = ${raw.toString()} order by received_at desc`
  )[0];

describe("a callback of the bank", () => {
  it("is stored as it came before it is judged, and refused when forged, stale, unsigned or torn", async () => {
    const made = await newOrder();
    const cases: readonly [ReturnType<ScriptedBank["callback"]>, number, string][] = [
      [bank.callback(made, { secret: "somebody-else" }), 401, "BAD_SIGNATURE"],
      [bank.callback(made, { at: new Date(Date.now() - 301_000) }), 401, "STALE"],
      [bank.callback(made, { at: new Date(Date.now() + 400_000) }), 401, "STALE"],
      [{ ...bank.callback(made), headers: {} }, 401, "MISSING_HEADER"],
    ];
    for (const [callback, status, reason] of cases) {
      expect(await receive(callback)).toEqual({ status });
      expect(await verdictOf(callback.raw)).toEqual({ verdict: "REFUSED", reason });
    }
    const good = bank.callback(made);
    const torn = { raw: Buffer.concat([good.raw, Buffer.from(" ")]), headers: good.headers };
    expect(await receive(torn)).toEqual({ status: 401 });
    expect(await receive({ raw: Buffer.alloc(20_000), headers: good.headers })).toEqual({ status: 413 });
    expect(await stateOf(made.id)).toBe("REQUESTED");
    expect(await receive(good)).toEqual({ status: 200 });
    expect(await stateOf(made.id)).toBe("SUCCEEDED");
  });

  it("is accepted under the secret that is being rotated out", async () => {
    const made = await newOrder();
    expect(await receive(bank.callback(made, { secret: "the-old-secret-of-the-bank-000000" }))).toEqual({
      status: 200,
    });
    expect(await stateOf(made.id)).toBe("SUCCEEDED");
  });

  it("about an order we never made, or of another kind, changes nothing and says why", async () => {
    const stranger = bank.callback({ id: newId(), kind: "COLLECT", amount: 1n });
    expect(await receive(stranger)).toEqual({ status: 200 });
    expect(await verdictOf(stranger.raw)).toEqual({ verdict: "NO_CHANGE", reason: "UNKNOWN_ORDER" });
    const made = await newOrder();
    const other = bank.callback({ ...made, kind: "DISBURSE" });
    await receive(other);
    expect(await verdictOf(other.raw)).toEqual({ verdict: "NO_CHANGE", reason: "WRONG_KIND" });
    expect(await stateOf(made.id)).toBe("REQUESTED");
  });

  it("in any permutation of duplicate, late, out of order and wrong amount ends in the same state with one effect", async () => {
    const message = fc.constantFrom("PROCESSING", "SUCCEEDED", "WRONG", "FORGED");
    const places = fc.array(fc.nat(1_000), { minLength: 8, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(message, { minLength: 1, maxLength: 4 }),
        places,
        fc.boolean(),
        async (messages, order, atOnce) => {
          const made = await newOrder();
          const callbacks = messages.map((said) => {
            if (said === "WRONG") return bank.callback(made, { amount: made.amount + 1n });
            if (said === "FORGED") return bank.callback(made, { secret: "no", state: "FAILED" });
            return bank.callback(made, { state: said });
          });
          const twice = [...callbacks, ...callbacks].map((callback, at) => ({ callback, place: order[at] ?? 0 }));
          const delivered = twice.sort((a, b) => a.place - b.place).map(({ callback }) => callback);
          if (atOnce) await Promise.all(delivered.map(receive));
          else for (const callback of delivered) await receive(callback);
          const state = await stateOf(made.id);
          const heard = new Set(messages);
          if (heard.has("SUCCEEDED")) expect(state).toBe("SUCCEEDED");
          else if (heard.has("WRONG")) expect(state).toBe("DISPUTED");
          else expect(state).toBe(heard.has("PROCESSING") ? "SENT" : "REQUESTED");
          const settled =
            await test.owner`select 1 from events where name = 'bankOrder.settled' and subject_id = ${made.id}`;
          expect(settled).toHaveLength(heard.has("SUCCEEDED") ? 1 : 0);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe("an order to the bank", () => {
  it("is single: another for the same subject waits until the first has failed", async () => {
    const { id, wish } = await newOrder();
    const again = () => test.kernel.db.write(system, (tx) => module.bankOrders.request(tx, system, wish));
    await expect(again()).rejects.toThrow(refusal("LEDGER_ORDER_OPEN"));
    await receive(bank.callback({ id, kind: "COLLECT", amount: 100n }, { state: "FAILED" }));
    await expect(again()).resolves.toMatchObject({ state: "REQUESTED" });
  });

  it("that was never delivered stays requested and is sent again; one that may have arrived is only asked about", async () => {
    const down = await newOrder();
    bank.answer = "DOWN";
    await expect(module.bankOrders.send(down.id)).rejects.toThrow(refusal("UNAVAILABLE"));
    expect(await stateOf(down.id)).toBe("REQUESTED");
    bank.answer = "UNKNOWN";
    await module.bankOrders.send(down.id);
    expect(await stateOf(down.id)).toBe("UNKNOWN");
    const asked = bank.asked.length;
    bank.found = "SUCCEEDED";
    await module.bankOrders.ask(down.id);
    expect(await stateOf(down.id)).toBe("SUCCEEDED");
    expect(bank.asked).toHaveLength(asked);
    bank.answer = "ACCEPTED";
    bank.found = "ACCEPTED";
  });

  it("that the bank has never seen goes out again under the same key, and stale ones are asked about by the job", async () => {
    const lost = await newOrder();
    bank.answer = "UNKNOWN";
    await module.bankOrders.send(lost.id);
    bank.answer = "ACCEPTED";
    bank.found = null;
    await test.owner`update bank_orders set updated_at = now() - interval '1 minute' where id = ${lost.id}`;
    await module.bankOrders.askAboutStale();
    expect(bank.asked.filter((asked) => asked.id === lost.id)).toHaveLength(2);
    expect(await stateOf(lost.id)).toBe("SENT");
    bank.found = "ACCEPTED";
  });
});
