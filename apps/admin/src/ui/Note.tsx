import type { IconShape } from "@daichao/ui";
import { Icon, InfoIcon, WarningIcon } from "@daichao/ui";
import { classNames } from "@daichao/ui/light";
import type { ReactNode } from "react";
import styles from "./Note.module.css";

const shapes: Record<"info" | "warning", IconShape> = { info: InfoIcon, warning: WarningIcon };

/** A sentence that must be seen before anything is done. */
export function Note({ look = "info", children }: { look?: "info" | "warning"; children: ReactNode }) {
  return (
    <div className={classNames(styles.note, styles[look])}>
      <Icon shape={shapes[look]} className={styles.icon} />
      <div>{children}</div>
    </div>
  );
}
