/** Where sandbox messages land: kept in the database, shown on a page for developers and testers. Sandbox mode only. */
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import * as messages from "./outbox.repository.js";
import type { OutboxMessageRow } from "./outbox.tables.js";
import { OUTBOX_HTML, OUTBOX_SCRIPT, OUTBOX_STYLE } from "./page.js";

export type { OutboxMessageRow } from "./outbox.tables.js";

export interface OutboxMessage {
  readonly channel: "SMS" | "EMAIL";
  readonly to: string;
  readonly subject: string | null;
  readonly body: string;
  readonly key: string;
}

export interface Outbox {
  /** Keeps a message once per channel and key. */
  put(message: OutboxMessage): Promise<void>;
  /** Newest first, at most 200; only those to `recipient` when it is given. */
  latest(recipient?: string | null, limit?: number): Promise<OutboxMessageRow[]>;
}

/** A code is announced as one: amounts and numbers of other messages may have six digits too. */
const CODE = /(?:验证码|code)\D{0,12}(\d{6})(?!\d)/i;

export function createOutbox({ db }: Pick<Kernel, "db">): Outbox {
  return {
    async put({ channel, to, subject, body, key }) {
      const code = CODE.exec(body)?.[1] ?? null;
      await db.write(system, (tx) => messages.insert(tx, { channel, recipient: to, subject, body, code, key }));
    },
    latest: (recipient = null, limit = 50) =>
      db.read(system, (reader) => messages.latest(reader, recipient, Math.min(Math.max(limit, 1), 200))),
  };
}

/** One GET path of the outbox page; app/http serves these in sandbox mode only. */
export interface OutboxRoute {
  readonly path: string;
  readonly contentType: string;
  body(query: Readonly<Record<string, string | undefined>>): Promise<string>;
}

/** The page, its script and style (separate files, so that no inline code needs allowing) and its data as JSON. */
export function outboxRoutes(kernel: Pick<Kernel, "db">): readonly OutboxRoute[] {
  const outbox = createOutbox(kernel);
  const fixed = (path: string, contentType: string, text: string): OutboxRoute => ({
    path,
    contentType: `${contentType}; charset=utf-8`,
    body: async () => text,
  });
  return [
    fixed("/dev/outbox", "text/html", OUTBOX_HTML),
    fixed("/dev/outbox.js", "text/javascript", OUTBOX_SCRIPT),
    fixed("/dev/outbox.css", "text/css", OUTBOX_STYLE),
    {
      path: "/dev/outbox.json",
      contentType: "application/json; charset=utf-8",
      async body({ to, limit }) {
        const rows = await outbox.latest(to || null, Number(limit) || 50);
        return JSON.stringify({ messages: rows.map(({ recipient, key: _, ...row }) => ({ ...row, to: recipient })) });
      },
    },
  ];
}
