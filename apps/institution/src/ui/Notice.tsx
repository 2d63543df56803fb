import { AttentionIcon, CheckIcon, ClockIcon, Icon, InfoIcon, WarningIcon } from "@daichao/ui";
import { classNames } from "@daichao/ui/light";
import type { ReactNode } from "react";
import styles from "./Notice.module.css";

const icons = { info: InfoIcon, warning: WarningIcon, error: AttentionIcon, success: CheckIcon, waiting: ClockIcon };

export interface NoticeProps {
  family: keyof typeof icons;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Cuts in: something the reader must know before going on. */
  isUrgent?: boolean;
}

/** Something to know about what stands below it: icon, words, colour. */
export function Notice({ family, title, children, action, isUrgent = false }: NoticeProps) {
  return (
    <div className={classNames(styles.notice, styles[family])} role={isUrgent ? "alert" : "status"}>
      <Icon shape={icons[family]} className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children !== undefined && <div>{children}</div>}
      </div>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
