import { Drawer } from "antd";
import type { ReactNode } from "react";
import styles from "./SidePanel.module.css";

export interface SidePanelProps {
  title: ReactNode;
  open: boolean;
  onClose: () => void;
  /** Pixels. */
  width?: number;
  children: ReactNode;
}

/** One row of a list, opened beside it; its address is the page's. */
export function SidePanel({ title, open, onClose, width = 680, children }: SidePanelProps) {
  return (
    <Drawer title={title} open={open} onClose={onClose} size={width} destroyOnHidden>
      <div className={styles.inside}>{children}</div>
    </Drawer>
  );
}
