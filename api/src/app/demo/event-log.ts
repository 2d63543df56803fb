/** What happened in the invented past, as the modules would have recorded it at the time. */

import type { EventRow } from "../../kernel/events/event.tables.js";
import type { EventDefinition } from "../../kernel/events/index.js";
import { newId } from "../../kernel/ids/index.js";
import type { Times } from "./times.js";

export interface Actor {
  readonly kind: "SYSTEM" | "BORROWER" | "INSTITUTION";
  readonly id: string | null;
}
export const theSystem: Actor = { kind: "SYSTEM", id: null };

export interface Past<Facts> {
  /** Business time. */
  readonly at: Date;
  readonly actor: Actor;
  readonly subject: readonly [type: string, id: string];
  readonly borrowerId?: string | null;
  readonly institutionId?: string | null;
  readonly facts: Facts;
  readonly diff?: Record<string, readonly [unknown, unknown]>;
}

export class EventLog {
  readonly rows: EventRow[] = [];

  constructor(private readonly times: Times) {}

  note<Facts extends Record<string, unknown>>(event: EventDefinition<Facts>, past: Past<Facts>): void {
    const { at, actor, subject, borrowerId = null, institutionId = null, facts, diff = null } = past;
    this.rows.push({
      id: newId(),
      seq: null,
      name: event.name,
      occurredAt: this.times.real(at),
      businessDay: this.times.dayOf(at),
      actorKind: actor.kind,
      actorId: actor.id,
      subjectType: subject[0],
      subjectId: subject[1],
      borrowerId,
      institutionId,
      channelId: null,
      facts,
      diff,
      requestId: null,
    });
  }
}
