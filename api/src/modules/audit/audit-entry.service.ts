import type { Reader } from "../../kernel/database/index.js";
import type { EventRow } from "../../kernel/events/index.js";
import type { Page, PageRequest } from "../../kernel/page/index.js";
import { type AuditSearch, pageOfEntries } from "./audit-entry.repository.js";

/** Shows the event rows as what they also are: who did what to which thing, with what difference, in which request. */
export class AuditService {
  entries(reader: Reader, search: AuditSearch, page: PageRequest): Promise<Page<EventRow>> {
    return pageOfEntries(reader, search, page);
  }

  /** The difference as lines of text, field by field. */
  linesOf(row: EventRow): { field: string; before: string | null; after: string | null }[] {
    const text = (value: unknown) =>
      value === null || value === undefined ? null : typeof value === "string" ? value : JSON.stringify(value);
    return Object.entries(row.diff ?? {}).map(([field, pair]) => {
      const [before, after] = Array.isArray(pair) ? pair : [null, pair];
      return { field, before: text(before), after: text(after) };
    });
  }
}
