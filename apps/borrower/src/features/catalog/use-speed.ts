import { useCallback } from "react";
import { useT } from "../../lib/texts.ts";

/** Hours until the money is there, in hours up to a day and in days beyond. */
export function useSpeed(): (hours: number) => string {
  const t = useT();
  return useCallback(
    (hours) => (hours <= 24 ? t("speed.hours", { count: hours }) : t("speed.days", { count: Math.ceil(hours / 24) })),
    [t],
  );
}
