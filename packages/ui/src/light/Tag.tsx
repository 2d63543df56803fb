import type { ReactNode } from "react";
import type { StatusFamily } from "../format/status.ts";
import type { IconShape } from "../icons/index.ts";
import { Icon } from "../icons/index.ts";
import { classNames } from "./class-names.ts";
import styles from "./Tag.module.css";

export interface TagProps {
  family?: StatusFamily;
  icon?: IconShape;
  children: ReactNode;
  className?: string;
}

/** A small word in one of the status families; never the only carrier of meaning is its colour. */
export function Tag({ family = "neutral", icon, children, className }: TagProps) {
  return (
    <span className={classNames(styles.tag, styles[family], className)}>
      {icon !== undefined && <Icon shape={icon} className={styles.icon} />}
      {children}
    </span>
  );
}
