import { lazy, Suspense, useEffect, useState } from "react";
import { lazyPart } from "../../lib/lazy-part.ts";
import { accountTexts, addTexts, noticeTexts } from "../../lib/texts.ts";

// None of it belongs to a first load: it comes with its texts once the page stands.
const Bell = lazy(async () => {
  const [{ NotificationBell }] = await Promise.all([
    import("../../features/messaging/NotificationBell.tsx"),
    addTexts(noticeTexts),
  ]);
  return { default: NotificationBell };
});
const Keeper = lazy(async () => {
  const [{ ActivityKeeper }] = await Promise.all([
    import("../../features/activity/ActivityKeeper.tsx"),
    addTexts(noticeTexts),
  ]);
  return { default: ActivityKeeper };
});

const Clock = lazyPart(async () => (await import("./SandboxClock.tsx")).SandboxClock, accountTexts);

const LATER_MS = 1_500;

/** True once the page has had time to stand. */
function useLater(): boolean {
  const [isLater, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), LATER_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLater;
}

/** The bell of somebody signed in; its place is kept until it comes. */
export function LaterBell({ className }: { className?: string }) {
  const place = <span className={className} />;
  return useLater() ? (
    <Suspense fallback={place}>
      <Bell />
    </Suspense>
  ) : (
    place
  );
}

/** What records with consent, and asks for it at the end of the page. */
export function LaterActivity() {
  return useLater() ? (
    <Suspense>
      <Keeper />
    </Suspense>
  ) : null;
}

/** In a sandbox, which clock counts for what somebody signed in reads. */
export function LaterClock() {
  return useLater() ? (
    <Suspense>
      <Clock />
    </Suspense>
  ) : null;
}
