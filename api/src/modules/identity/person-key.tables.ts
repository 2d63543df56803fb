import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "../../kernel/columns/index.js";

/**
 * One data key per person, wrapped by the master key. Not walled: a wrapped key opens nothing by itself, and whoever
 * may read a sealed value (an institution its applicant's) needs the key of a person that is not theirs.
 * Deleting a row erases the person.
 */
export const personKeys = pgTable("person_keys", {
  personId: uuid("person_id").primaryKey(),
  wrapped: text("wrapped").notNull(),
  createdAt: createdAt(),
});
