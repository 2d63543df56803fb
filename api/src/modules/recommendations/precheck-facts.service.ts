import { sha256 } from "../../kernel/crypto/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import type { PersonFacts } from "./match.rules.js";
import * as prechecks from "./precheck.repository.js";
import { factsOfAnswers } from "./precheck.rules.js";
import type { PrecheckRow } from "./precheck.tables.js";

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Pre-checks found by their token, which is all that opens them: nobody need be signed in. */
export class PrecheckFactsService {
  constructor(private readonly kernel: Kernel) {}

  async row(token: string): Promise<PrecheckRow | undefined> {
    if (!TOKEN.test(token)) return undefined;
    const { clock, db } = this.kernel;
    return db.read(system, (reader) => prechecks.find(reader, sha256(token), clock.today()));
  }

  async find(token: string): Promise<{ readonly id: string; readonly facts: PersonFacts } | null> {
    const row = await this.row(token);
    return row ? { id: row.id, facts: factsOfAnswers(row) } : null;
  }
}
