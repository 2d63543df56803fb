import { useEffect, useState } from "react";
import { formatCountdown } from "../format/time.ts";
import { useHouseT } from "../i18n/use-t.ts";
import { Button } from "../light/Button.tsx";
import { browserNow } from "../light/browser-clock.ts";
import { Dialog } from "../light/Dialog.tsx";

export interface SessionGuardProps {
  /** ISO instant of the end of the session as it now stands; null while nobody is signed in. */
  expiresAt: string | null;
  onStay: () => void;
  onSignOut: () => void;
  /** The time is up. */
  onExpire: () => void;
  /** Seconds of warning. */
  warning?: number;
}

function useSecondsLeft(expiresAt: string | null): number | null {
  const end = expiresAt === null ? null : new Date(expiresAt).getTime();
  const [now, setNow] = useState(browserNow);
  useEffect(() => {
    if (end === null) return;
    const timer = setInterval(() => setNow(browserNow()), 1_000);
    return () => clearInterval(timer);
  }, [end]);
  return end === null ? null : Math.ceil((end - now) / 1_000);
}

/** Says in time that a session is about to end, and lets it go on with one press. */
export function SessionGuard({ expiresAt, onStay, onSignOut, onExpire, warning = 120 }: SessionGuardProps) {
  const t = useHouseT();
  const left = useSecondsLeft(expiresAt);
  const isOver = left !== null && left <= 0;
  useEffect(() => {
    if (isOver) onExpire();
  }, [isOver]);
  return (
    <Dialog
      open={left !== null && left > 0 && left <= warning}
      onClose={onStay}
      look="alert"
      title={t("session.title")}
      footer={
        <>
          <Button onClick={onSignOut}>{t("shell.signOut")}</Button>
          <Button variant="primary" onClick={onStay}>
            {t("session.stay")}
          </Button>
        </>
      }
    >
      <p>{t("session.body", { time: formatCountdown(left ?? 0) })}</p>
    </Dialog>
  );
}
