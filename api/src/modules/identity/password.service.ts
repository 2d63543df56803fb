/** Password hashes: argon2id, stronger for staff, equal work whether or not the account exists. */
import { randomBytes } from "node:crypto";
import { hash, type Options, verify } from "@node-rs/argon2";
import type { AccountKind } from "./account.states.js";
import { HashGate } from "./hash-gate.service.js";
import { normalisePassword } from "./password.rules.js";

const MIB = 1024;
const borrowerCost: Options = { memoryCost: 19 * MIB, timeCost: 2, parallelism: 1 };
const staffCost: Options = { memoryCost: 46 * MIB, timeCost: 2, parallelism: 1 };

const costOf = (kind: AccountKind): Options => (kind === "BORROWER" ? borrowerCost : staffCost);
const costText = ({ memoryCost, timeCost, parallelism }: Options): string =>
  `$m=${memoryCost},t=${timeCost},p=${parallelism}$`;

/** A hash no password has: checking against it costs what a real check costs. */
function dummyHash(cost: Options): string {
  const random = (bytes: number) => randomBytes(bytes).toString("base64").replace(/=+$/, "");
  return `$argon2id$v=19${costText(cost)}${random(16)}$${random(32)}`;
}

export class PasswordService {
  private readonly dummies = { BORROWER: dummyHash(borrowerCost), STAFF: dummyHash(staffCost) };

  constructor(private readonly gate: HashGate = new HashGate()) {}

  hash(kind: AccountKind, password: string): Promise<string> {
    return this.gate.run(() => hash(normalisePassword(password), costOf(kind)));
  }

  /** False without a hash, after as much work as with one. `looksLike` says which strength an unknown login gets. */
  async isRight(stored: string | null, password: string, looksLike: AccountKind): Promise<boolean> {
    const dummy = looksLike === "BORROWER" ? this.dummies.BORROWER : this.dummies.STAFF;
    const matches = await this.gate.run(() => verify(stored ?? dummy, normalisePassword(password)));
    return stored !== null && matches;
  }

  /** Whether the hash was made with another strength than is asked for today. */
  isOutdated(stored: string, kind: AccountKind): boolean {
    return !stored.includes(costText(costOf(kind)));
  }
}
