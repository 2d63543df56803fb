import { classNames } from "@daichao/ui/light";
import type { ReactNode } from "react";
import { lazy, Suspense } from "react";
import styles from "./CompareDock.module.css";
import { usePicks } from "./picks.ts";

const CompareTray = lazy(async () => ({ default: (await import("./CompareTray.tsx")).CompareTray }));

export interface CompareDockProps {
  /** The loan the page is about. */
  amount: number | null;
  term: number | null;
  method?: string;
  /** What else stays in reach at the foot of the page. */
  children?: ReactNode;
}

/** At the foot of every page with products: what has been put aside, over whatever the page keeps in reach. */
export function CompareDock({ amount, term, method, children }: CompareDockProps) {
  const picks = usePicks();
  const isShared = children !== undefined;
  if (picks.length === 0 && !isShared) return null;
  return (
    <div className={classNames(styles.dock, isShared && styles.shared)} data-print="no">
      {picks.length > 0 && (
        <Suspense fallback={null}>
          <CompareTray picks={picks} amount={amount} term={term} method={method} isSmall={isShared} />
        </Suspense>
      )}
      {children}
    </div>
  );
}
