import { useQuery } from "@apollo/client/react";
import type { ReactNode } from "react";
import { createContext, useContext, useEffect, useMemo, useState } from "react";
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
  /** Business time in milliseconds since 1970, to the minute. */
  readonly now: number;
}

const minute = 60_000;
const browserNow = (): number => performance.timeOrigin + performance.now();
const ClockContext = createContext<BusinessClock>({ today: null, now: 0 });

/** Business time runs ahead of the browser's in a sandbox: deadlines are told by it and by nothing else. */
export function BusinessClockProvider({ children }: { children: ReactNode }) {
  const { data } = useQuery(BusinessClockDocument, { pollInterval: 5 * minute });
  const [moment, setMoment] = useState(browserNow);
  useEffect(() => {
    const timer = setInterval(() => setMoment(browserNow()), minute);
    return () => clearInterval(timer);
  }, []);
  const clock = useMemo<BusinessClock>(() => {
    if (data === undefined) return { today: null, now: moment };
    const { now, realNow, today } = data.businessClock;
    return { today: today ?? null, now: moment + new Date(now).getTime() - new Date(realNow).getTime() };
  }, [data, moment]);
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
