import type { ReactNode } from "react";
import { useId } from "react";
import type { IconShape } from "../icons/index.ts";
import { Icon } from "../icons/index.ts";
import { Anchor } from "./Anchor.tsx";
import type { ButtonLook } from "./Button.tsx";
import { Button } from "./Button.tsx";
import styles from "./Popup.module.css";

export interface PopupProps extends ButtonLook {
  /** Names the button; shown beside the icon unless `iconOnly`. */
  label: string;
  iconOnly?: boolean;
  children: ReactNode;
}

/** A button with a panel under it; the platform closes it on Escape or a press elsewhere. */
export function Popup({ label, iconOnly = false, children, ...look }: PopupProps) {
  const id = useId();
  const anchor = `--${id.replace(/[^a-z0-9]/gi, "")}`;
  return (
    <>
      <Button
        variant="quiet"
        {...look}
        popoverTarget={id}
        style={{ anchorName: anchor }}
        className={styles.opener}
        aria-label={iconOnly ? label : undefined}
        title={iconOnly ? label : undefined}
      >
        {iconOnly ? undefined : label}
      </Button>
      <div id={id} popover="auto" className={styles.panel} style={{ positionAnchor: anchor }}>
        {children}
      </div>
    </>
  );
}

export interface MenuItem {
  readonly key: string;
  readonly label: ReactNode;
  readonly icon?: IconShape;
  readonly href?: string;
  readonly onPress?: () => void;
}

/** Links and actions, one under the other. */
export function MenuList({ items, label }: { items: readonly MenuItem[]; label: string }) {
  return (
    <ul className={styles.menu} aria-label={label}>
      {items.map(({ key, label: word, icon, href, onPress }) => (
        <li key={key}>
          {href === undefined ? (
            <button type="button" className={styles.item} onClick={onPress}>
              {icon !== undefined && <Icon shape={icon} />}
              {word}
            </button>
          ) : (
            <Anchor href={href} className={styles.item} onClick={onPress}>
              {icon !== undefined && <Icon shape={icon} />}
              {word}
            </Anchor>
          )}
        </li>
      ))}
    </ul>
  );
}
