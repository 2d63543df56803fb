import { canonicalJson, type DecisionModel, validateModel } from "@daichao/scoring";
import { sha256 } from "../../kernel/crypto/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { appetiteFor, appetites, modelOf } from "./appetite.rules.js";
import * as ruleSets from "./rule-set.repository.js";
import type { RuleSetRow } from "./rule-set.tables.js";
import { RuleSetState } from "./underwriting.states.js";
import { underwritingFields } from "./underwriting-fact.rules.js";

export interface Lender {
  readonly id: string;
  readonly licenceKind: string;
}

export const hashOf = (model: DecisionModel): string => sha256(canonicalJson(model));

/** Each institution's model in force. A version's content never changes; what decided is found again by its hash. */
export class RuleSetService {
  constructor(private readonly kernel: Kernel) {}

  /** The version in force; an institution that has none yet starts with the policy of its appetite. */
  async activeFor(tx: Tx, lender: Lender): Promise<RuleSetRow> {
    const active = (await ruleSets.active(tx, lender.id)) ?? (await this.start(tx, lender));
    // A racing first application has just put it in force.
    const row = active ?? (await ruleSets.active(tx, lender.id));
    if (!row) throw new Error(`institution ${lender.id} has no rule set in force`);
    return row;
  }

  find(reader: Reader | Tx, id: string): Promise<RuleSetRow | undefined> {
    return ruleSets.find(reader, id);
  }

  /** Whether the institution lets its model approve alone; off unless it said so. */
  isAutomaticApprovalEnabled(reader: Reader | Tx, institutionId: string): Promise<boolean> {
    return ruleSets.isAutomaticApprovalEnabled(reader, institutionId);
  }

  /** The institution's own switch. */
  setAutomaticApproval(tx: Tx, institutionId: string, isEnabled: boolean): Promise<void> {
    return ruleSets.setAutomaticApproval(tx, institutionId, isEnabled);
  }

  private start(tx: Tx, lender: Lender): Promise<RuleSetRow | undefined> {
    const appetite = appetiteFor(lender.id, lender.licenceKind);
    const model = modelOf(appetite);
    const errors = validateModel(model, underwritingFields).filter(({ severity }) => severity === "ERROR");
    if (errors.length > 0)
      throw new Error(`the model ${appetite} does not hold: ${errors.map(({ at }) => at).join(", ")}`);
    return ruleSets.insert(tx, {
      id: newId(),
      institutionId: lender.id,
      number: 1,
      name: appetites[appetite].name,
      state: RuleSetState.ACTIVE,
      model,
      hash: hashOf(model),
      activatedAt: this.kernel.clock.businessNow(),
    });
  }
}
