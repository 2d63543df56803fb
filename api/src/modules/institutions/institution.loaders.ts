import { defineLoader, inOrder } from "../../kernel/loader/index.js";
import * as institutions from "./institution.repository.js";
import type { InstitutionRow } from "./institution.tables.js";

/** A lender by id, as far as it is or ever was public, or the reader's own; null beyond. */
export const institutionById = defineLoader<string, InstitutionRow | null>("institutionById", async (reader, ids) =>
  inOrder(ids, await institutions.byIds(reader, ids), (row) => row.id),
);
