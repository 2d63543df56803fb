import { useEffect, useState } from "react";
import { useHouseT } from "../i18n/use-t.ts";
import { Icon } from "../icons/index.ts";
import { StopIcon, SyncIcon } from "../icons/shapes.ts";
import { Button } from "./Button.tsx";
import styles from "./ConnectionBanner.module.css";
import { classNames } from "./class-names.ts";

export interface ConnectionBannerProps {
  /** From `useConnection()` of the client package. */
  state: "connected" | "reconnecting" | "offline";
  onRetry: () => void;
  /** Milliseconds a short loss stays unmentioned. */
  patience?: number;
}

/** Nothing while connected; amber after three seconds of trying; grey when offline. */
export function ConnectionBanner({ state, onRetry, patience = 3_000 }: ConnectionBannerProps) {
  const t = useHouseT();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (state !== "reconnecting") {
      setLong(false);
      return;
    }
    const timer = setTimeout(() => setLong(true), patience);
    return () => clearTimeout(timer);
  }, [state, patience]);
  const isShown = state === "offline" || (state === "reconnecting" && isLong);
  return (
    <div role="status" className={classNames(isShown && styles.banner, isShown && styles[state])} data-print="no">
      {isShown && (
        <>
          <Icon shape={state === "offline" ? StopIcon : SyncIcon} />
          <span>{t(`connection.${state}`)}</span>
          <Button variant="quiet" size="small" className={styles.retry} onClick={onRetry}>
            {t("connection.retry")}
          </Button>
        </>
      )}
    </div>
  );
}
