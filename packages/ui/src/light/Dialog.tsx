import type { ReactNode } from "react";
import { useEffect, useId, useRef } from "react";
import { useHouseT } from "../i18n/use-t.ts";
import { CloseIcon } from "../icons/shapes.ts";
import { Button } from "./Button.tsx";
import { classNames } from "./class-names.ts";
import styles from "./Dialog.module.css";
import { useScrollStop } from "./use-scroll-stop.ts";

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  /** "sheet" comes from below on narrow screens; "alert" must be answered and has no close button. */
  look?: "sheet" | "alert";
  wide?: boolean;
}

/** A modal dialogue of the platform: it traps focus, closes on Escape and gives the focus back. */
export function Dialog({ open, onClose, title, children, footer, look = "sheet", wide = false }: DialogProps) {
  const t = useHouseT();
  const box = useRef<HTMLDialogElement>(null);
  const opener = useRef<Element | null>(null);
  const body = useScrollStop<HTMLDivElement>(open);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (dialog === null || !open || dialog.open) return;
    opener.current = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
    };
  }, [open]);
  if (!open) return null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; the click is on the backdrop only
    <dialog
      ref={box}
      className={classNames(styles.dialog, styles[look], wide && styles.wide)}
      aria-labelledby={id}
      role={look === "alert" ? "alertdialog" : undefined}
      onCancel={(event) => {
        event.preventDefault();
        if (look !== "alert") onClose();
      }}
      onClose={({ currentTarget }) => {
        // A browser closes by itself what was not closed at a repeated Escape.
        if (currentTarget.open || !currentTarget.isConnected) return;
        if (look === "alert") currentTarget.showModal();
        else onClose();
      }}
      onClick={(event) => {
        if (event.target === box.current && look !== "alert") onClose();
      }}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {look !== "alert" && (
            <Button variant="quiet" icon={CloseIcon} aria-label={t("action.close")} onClick={onClose} />
          )}
        </header>
        <div ref={body} className={styles.body}>
          {children}
        </div>
        {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
      </div>
    </dialog>
  );
}
