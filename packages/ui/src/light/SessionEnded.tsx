import type { ReactNode } from "react";
import { useHouseT } from "../i18n/use-t.ts";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";

export interface SessionEndedProps {
  /** The ways to sign in again. */
  children: ReactNode;
  onLeave: () => void;
}

/** Over a page whose session ended: whoever signs in again finds everything as it was, what was typed included. */
export function SessionEnded({ children, onLeave }: SessionEndedProps) {
  const t = useHouseT();
  return (
    <Dialog
      open
      look="alert"
      title={t("session.ended")}
      onClose={onLeave}
      footer={
        <Button variant="quiet" onClick={onLeave}>
          {t("session.leave")}
        </Button>
      }
    >
      <p>{t("session.endedBody")}</p>
      {children}
    </Dialog>
  );
}
