import { Drawer } from "antd";
import type { ReactNode } from "react";
import { useEffect, useInsertionEffect, useRef } from "react";
import styles from "./SidePanel.module.css";

export interface SidePanelProps {
  title: ReactNode;
  open: boolean;
  onClose: () => void;
  /** Pixels. */
  width?: number;
  children: ReactNode;
}

/**
 * The focus goes back to where it was before the panel. The drawer does so itself once its closing has been drawn to the
 * end, which a panel closed while it still opens never is.
 */
function useFocusBack(open: boolean): void {
  const before = useRef<Element | null>(null);
  useInsertionEffect(() => {
    if (open) before.current = document.activeElement;
  }, [open]);
  useEffect(() => {
    const { current } = before;
    if (open || !(current instanceof HTMLElement)) return;
    before.current = null;
    current.focus({ preventScroll: true });
  }, [open]);
}

/** One row of a list, opened beside it; its address is the page's. */
export function SidePanel({ title, open, onClose, width = 680, children }: SidePanelProps) {
  useFocusBack(open);
  return (
    <Drawer title={title} open={open} onClose={onClose} size={width} destroyOnHidden>
      <div className={styles.inside}>{children}</div>
    </Drawer>
  );
}
