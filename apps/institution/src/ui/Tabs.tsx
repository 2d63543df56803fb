import { classNames } from "@daichao/ui/light";
import type { KeyboardEvent, ReactNode } from "react";
import { useId, useRef } from "react";
import styles from "./Tabs.module.css";

export interface TabItem<Key extends string> {
  readonly key: Key;
  readonly label: ReactNode;
  /** A small figure beside the label. */
  readonly count?: number;
}

export interface TabsProps<Key extends string> {
  label: string;
  items: readonly TabItem<Key>[];
  active: Key;
  onChange: (key: Key) => void;
  /** The panel scrolls by itself, in a frame of fixed height. */
  isFramed?: boolean;
  children: ReactNode;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Several views of one thing, one at a time; arrows move between them. */
export function Tabs<Key extends string>({
  label,
  items,
  active,
  onChange,
  isFramed = false,
  children,
}: TabsProps<Key>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    const at = (items.findIndex(({ key }) => key === active) + step + items.length) % items.length;
    const next = items[at];
    if (next === undefined) return;
    event.preventDefault();
    onChange(next.key);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[at]?.focus();
  };
  return (
    <div className={styles.tabs}>
      <div ref={list} role="tablist" aria-label={label} className={styles.list} onKeyDown={onKeyDown}>
        {items.map(({ key, label: word, count }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            aria-selected={key === active}
            aria-controls={`${id}-panel`}
            tabIndex={key === active ? 0 : -1}
            className={classNames(styles.tab, key === active && styles.active)}
            onClick={() => onChange(key)}
          >
            {word}
            {count !== undefined && count > 0 && <span className={styles.count}>{count}</span>}
          </button>
        ))}
      </div>
      <div
        id={`${id}-panel`}
        role="tabpanel"
        aria-labelledby={`${id}-${active}`}
        tabIndex={isFramed ? 0 : undefined}
        className={classNames(styles.panel, isFramed && styles.framed)}
      >
        {children}
      </div>
    </div>
  );
}
