/** What may be booked, and when a slot runs. Money in fen, days of the business calendar. */
import { addDays } from "@daichao/finance";
import { placementErrors } from "./placement.errors.js";
import type { PlacementRow } from "./placement.tables.js";

export interface Booking {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly dailyPrice: bigint;
  readonly budget: bigint;
}

const LONGEST_DAYS = 90;
const LARGEST_BUDGET = 100_000_000_000n;

/** @throws PLACEMENT_… on the field that cannot be booked. */
export function checkBooking({ startsOn, endsOn, dailyPrice, budget }: Booking, today: string): void {
  if (startsOn < today) throw placementErrors.startsInPast({ today });
  if (endsOn < startsOn) throw placementErrors.endsBeforeStart();
  if (endsOn > addDays(startsOn, LONGEST_DAYS - 1)) throw placementErrors.tooLong({ days: LONGEST_DAYS });
  if (dailyPrice <= 0n) throw placementErrors.priceInvalid();
  if (budget < dailyPrice || budget > LARGEST_BUDGET) throw placementErrors.budgetInvalid();
}

type Running = Pick<PlacementRow, "startsOn" | "endsOn" | "dailyPrice" | "budget" | "spent" | "chargedOn" | "state">;

/** Whether a slot is paid for on a day, or can still be. */
export const runsOn = (row: Running, day: string): boolean =>
  row.state === "BOOKED" &&
  row.startsOn <= day &&
  day <= row.endsOn &&
  (row.chargedOn === day || row.spent + row.dailyPrice <= row.budget);
