import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BankStatement, type OrderStanding, settle } from "./bank-order.rules.js";
import { type BankOrderState, bankOrderTransitions } from "./bank-order.states.js";

const statement = (state: BankStatement["state"], amount: bigint | null = 100n): BankStatement => ({
  state,
  amount,
  bankReference: "BK",
  failure: null,
});

interface End {
  readonly state: BankOrderState;
  /** How often the order's effect would have been applied, as announced. */
  readonly settled: readonly BankOrderState[];
}

function play(statements: readonly BankStatement[]): End {
  let order: OrderStanding = { state: "SENT", amount: 100n, hasContradiction: false };
  const settled: BankOrderState[] = [];
  for (const said of statements) {
    const { to, isContradiction } = settle(order, said);
    if (to !== order.state) {
      expect(bankOrderTransitions[order.state]).toContain(to);
      if (to === "SUCCEEDED" || to === "FAILED") settled.push(to);
    }
    order = { ...order, state: to, hasContradiction: order.hasContradiction || isContradiction };
  }
  return { state: order.state, settled };
}

const anyStatement = fc.oneof(
  fc.constant(statement("ACCEPTED")),
  fc.constant(statement("SUCCEEDED")),
  fc.constant(statement("FAILED")),
  fc.constant(statement("SUCCEEDED", 101n)),
  fc.constant(statement("UNKNOWN", null)),
);

describe("what the bank says about an order", () => {
  it("leads to the same state in any order and with any repetition", () => {
    const said = fc.array(anyStatement, { minLength: 1, maxLength: 6 });
    const shuffled = said.chain((statements) =>
      fc.tuple(
        fc.constant(statements),
        fc.shuffledSubarray([...statements, ...statements], { minLength: 2 * statements.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([statements, repeated]) => {
        const final = (list: readonly BankStatement[]) => {
          const { state } = play(list);
          // SENT and UNKNOWN both mean that the outcome is still open.
          return state === "UNKNOWN" ? "SENT" : state;
        };
        expect(final(repeated)).toBe(final(statements));
      }),
    );
  });

  it("has its effect at most once, and never on a wrong amount alone", () => {
    fc.assert(
      fc.property(fc.array(anyStatement, { maxLength: 12 }), (statements) => {
        const { settled } = play(statements);
        expect(settled.length).toBeLessThanOrEqual(1);
        const isRight = statements.some(({ state, amount }) => amount === 100n && state !== "ACCEPTED");
        if (!isRight) expect(settled).toHaveLength(0);
      }),
    );
  });

  it.each([
    ["a wrong amount", "DISPUTED", [statement("SUCCEEDED", 99n)]],
    ["a wrong amount before the right one", "SUCCEEDED", [statement("SUCCEEDED", 99n), statement("SUCCEEDED")]],
    ["a wrong amount after the right one", "SUCCEEDED", [statement("SUCCEEDED"), statement("SUCCEEDED", 99n)]],
    ["both outcomes", "DISPUTED", [statement("SUCCEEDED"), statement("FAILED")]],
    ["both outcomes the other way round", "DISPUTED", [statement("FAILED"), statement("SUCCEEDED")]],
    [
      "both outcomes and again the first",
      "DISPUTED",
      [statement("FAILED"), statement("SUCCEEDED"), statement("FAILED")],
    ],
    ["processing after the outcome", "SUCCEEDED", [statement("SUCCEEDED"), statement("ACCEPTED")]],
    ["nothing certain", "UNKNOWN", [statement("UNKNOWN", null)]],
  ] as const)("%s ends in %s", (_, end, statements) => {
    expect(play(statements).state).toBe(end);
  });
});
