import type { ReactNode } from "react";
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { StatusFamily } from "../format/status.ts";
import { useHouseT } from "../i18n/use-t.ts";
import { CloseIcon } from "../icons/shapes.ts";
import { Button } from "./Button.tsx";
import { classNames } from "./class-names.ts";
import styles from "./Toast.module.css";

export interface Toast {
  readonly message: ReactNode;
  readonly family?: StatusFamily;
  /** Seconds it stays; 0 until it is closed. */
  readonly seconds?: number;
  readonly action?: { readonly label: ReactNode; readonly onPress: () => void };
  /** It went by itself, its action not taken. */
  readonly onExpire?: () => void;
  /** What it speaks of: a later word about the same takes its place. */
  readonly about?: string;
  /** Shows the seconds that are left. */
  readonly counts?: boolean;
}

type Shown = Toast & { readonly id: number };
type ShowToast = (toast: Toast) => () => void;

const nowhere: ShowToast = () => () => {};
const ToastContext = createContext<ShowToast>(nowhere);

/** Shows a message at the edge of the screen; returns the way to take it back. */
export function useToast(): ShowToast {
  return useContext(ToastContext);
}

function ToastCard({ toast, onGone }: { toast: Shown; onGone: (id: number) => void }) {
  const t = useHouseT();
  const { id, seconds = 5, onExpire } = toast;
  const [left, setLeft] = useState(seconds);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (seconds === 0 || isHeld) return;
    const timer = setInterval(() => setLeft((now) => now - 1), 1_000);
    return () => clearInterval(timer);
  }, [seconds, isHeld]);
  const isOver = seconds > 0 && left <= 0;
  useEffect(() => {
    if (!isOver) return;
    onExpire?.();
    onGone(id);
  }, [isOver, id, onExpire, onGone]);
  // A toast with a deadline counts on while it is read; one without waits for the reader.
  const hold = toast.counts ? {} : { onMouseEnter: () => setHeld(true), onMouseLeave: () => setHeld(false) };
  return (
    <li className={classNames(styles.toast, styles[toast.family ?? "neutral"])} {...hold}>
      <span className={styles.message}>{toast.message}</span>
      {toast.counts && (
        <span className={styles.left} aria-hidden="true">
          {left}
        </span>
      )}
      {toast.action !== undefined && (
        <Button
          variant="quiet"
          size="small"
          className={styles.action}
          onClick={() => {
            toast.action?.onPress();
            onGone(id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      {!toast.counts && (
        <Button
          variant="quiet"
          size="small"
          icon={CloseIcon}
          className={styles.action}
          aria-label={t("action.close")}
          onClick={() => onGone(id)}
        />
      )}
    </li>
  );
}

/** Holds the messages of the app below; polite, so they never cut a screen reader short. Inside another it is nothing. */
export function ToastRegion({ children }: { children: ReactNode }) {
  return useToast() === nowhere ? <OutermostRegion>{children}</OutermostRegion> : children;
}

function OutermostRegion({ children }: { children: ReactNode }) {
  const t = useHouseT();
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const next = useRef(0);
  const remove = useCallback((id: number) => setToasts((now) => now.filter((toast) => toast.id !== id)), []);
  const show = useMemo<ShowToast>(
    () => (toast) => {
      next.current += 1;
      const id = next.current;
      const isNews = ({ about }: Toast) => about === undefined || about !== toast.about;
      setToasts((now) => [...now.filter(isNews).slice(-2), { ...toast, id }]);
      return () => remove(id);
    },
    [remove],
  );
  return (
    <ToastContext value={show}>
      {children}
      <section aria-label={t("toast.region")} data-print="no">
        <ol className={styles.region} aria-live="polite">
          {toasts.map((toast) => (
            <ToastCard key={toast.id} toast={toast} onGone={remove} />
          ))}
        </ol>
      </section>
    </ToastContext>
  );
}

/** A delayed act: it happens when the time is up, and not if it is undone. */
export function useUndoToast(): (undo: UndoToast) => () => void {
  const show = useToast();
  const t = useHouseT();
  return useCallback(
    ({ message, seconds = 10, onUndo, onExpire }) =>
      show({ message, seconds, onExpire, counts: true, action: { label: t("action.undo"), onPress: onUndo } }),
    [show, t],
  );
}

export interface UndoToast {
  readonly message: ReactNode;
  readonly seconds?: number;
  readonly onUndo: () => void;
  readonly onExpire?: () => void;
}
