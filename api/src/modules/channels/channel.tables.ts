import { pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, ownedBy } from "../../kernel/columns/index.js";

/** A partner that asks through the api. */
export const channels = pgTable("channels", { id: id(), name: text("name").notNull(), createdAt: createdAt() }, (t) => [
  uniqueIndex("channels_name").on(t.name),
  ...ownedBy("channels", { channel: t.id }),
]);
export type ChannelRow = typeof channels.$inferSelect;
