/** Moments of the invented past: everything happened before day 0 began, in business time. */
import { addDays } from "@daichao/finance";
import { dayOf, instantOf } from "../../kernel/clock/index.js";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export class Times {
  constructor(
    /** The business day on which the demonstration begins. */
    readonly dayZero: string,
    /** How far business time runs ahead of real time. */
    private readonly offsetMs: number,
  ) {}

  day(daysAgo: number): string {
    return addDays(this.dayZero, -daysAgo);
  }

  /** Business time at a minute of the day in Asia/Shanghai. */
  daysAgo(days: number, minute: number): Date {
    return this.on(this.day(days), minute);
  }

  on(day: string, minute: number): Date {
    return new Date(instantOf(day).getTime() + minute * MINUTE_MS);
  }

  dayOf(at: Date): string {
    return dayOf(at);
  }

  /** When business time stood there, by real time: what columns of real time keep. */
  real(at: Date): Date {
    return new Date(at.getTime() - this.offsetMs);
  }

  /** Days from that moment to day 0, as a fraction. */
  age(at: Date): number {
    return (instantOf(this.dayZero).getTime() - at.getTime()) / DAY_MS;
  }
}
