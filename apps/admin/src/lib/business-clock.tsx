import { useQuery } from "@apollo/client/react";
import type { ReactNode } from "react";
import { createContext, useContext, useMemo } from "react";
import { graphql } from "../gql/index.ts";

const BusinessClockDocument = graphql(`
  query BusinessClock {
    businessClock {
      now
      realNow
      today
    }
  }
`);

export interface BusinessClock {
  /** The present business day, "2026-11-22"; null until it is known. */
  readonly today: string | null;
  /** Milliseconds by which business time is ahead of real time. */
  readonly ahead: number;
}

const ClockContext = createContext<BusinessClock>({ today: null, ahead: 0 });
const fiveMinutes = 300_000;

/** Business time runs ahead of the browser's in a sandbox: due dates and deadlines are told by it and by nothing else. */
export function BusinessClockProvider({ children }: { children: ReactNode }) {
  const { data } = useQuery(BusinessClockDocument, { pollInterval: fiveMinutes });
  const clock = useMemo<BusinessClock>(() => {
    if (data === undefined) return { today: null, ahead: 0 };
    const { now, realNow, today } = data.businessClock;
    return { today, ahead: new Date(now).getTime() - new Date(realNow).getTime() };
  }, [data]);
  return <ClockContext value={clock}>{children}</ClockContext>;
}

export function useBusinessClock(): BusinessClock {
  return useContext(ClockContext);
}

/** The day so many days before or after: "2026-11-22", -29. */
export function dayPlus(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
