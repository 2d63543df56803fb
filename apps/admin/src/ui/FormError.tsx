import { Icon, WarningIcon } from "@daichao/ui";
import { useEffect, useRef } from "react";
import styles from "./FormError.module.css";

/** What keeps a form from going through and belongs to none of its fields; it takes the focus when it appears. */
export function FormError({ children }: { children: string | null }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (children !== null) box.current?.focus();
  }, [children]);
  if (children === null) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className={styles.error}>
      <Icon shape={WarningIcon} />
      <span>{children}</span>
    </div>
  );
}
