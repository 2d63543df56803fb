import { sql } from "drizzle-orm";
import { check, index, pgTable, text } from "drizzle-orm/pg-core";
import {
  choice,
  createdAt,
  day,
  id,
  money,
  oneOf,
  ownedBy,
  ref,
  updatedAt,
  version,
} from "../../kernel/columns/index.js";
import { products } from "../catalog/product.tables.js";
import { institutions } from "../institutions/institution.tables.js";
import { PlacementEnd, PlacementPlace, PlacementState } from "./placement.states.js";

/** A slot somebody pays for, always labelled. It stands outside the order of products and is charged by the day. */
export const placements = pgTable(
  "placements",
  {
    id: id(),
    place: choice("place", PlacementPlace).notNull(),
    productId: ref("product_id")
      .notNull()
      .references(() => products.id),
    /** The advertiser: whose product it is. */
    institutionId: ref("institution_id")
      .notNull()
      .references(() => institutions.id),
    /** Who pays, as the label says it. */
    payerName: text("payer_name").notNull(),
    startsOn: day("starts_on").notNull(),
    endsOn: day("ends_on").notNull(),
    dailyPrice: money("daily_price").notNull(),
    budget: money("budget").notNull(),
    spent: money("spent").notNull(),
    /** Last business day paid for. */
    chargedOn: day("charged_on"),
    state: choice("state", PlacementState).notNull().default("PROPOSED"),
    endedReason: choice("ended_reason", PlacementEnd),
    /** Words of whoever stopped or refused it. */
    endedNote: text("ended_note"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    version: version(),
  },
  (t) => [
    oneOf("placements_place", t.place, PlacementPlace),
    oneOf("placements_state", t.state, PlacementState),
    oneOf("placements_ended_reason", t.endedReason, PlacementEnd),
    check("placements_days", sql`${t.startsOn} <= ${t.endsOn}`),
    check("placements_price", sql`${t.dailyPrice} > 0 and ${t.dailyPrice} <= ${t.budget}`),
    check("placements_spent_within_budget", sql`${t.spent} >= 0 and ${t.spent} <= ${t.budget}`),
    check("placements_ended_has_reason", sql`(${t.state} = 'ENDED') = (${t.endedReason} is not null)`),
    index("placements_running").on(t.place, t.startsOn, t.id).where(sql`state = 'BOOKED'`),
    index("placements_newest").on(t.createdAt, t.id),
    ...ownedBy("placements", { institution: t.institutionId, visibleWhen: sql`${t.state} = 'BOOKED'` }),
  ],
);
export type PlacementRow = typeof placements.$inferSelect;
