import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import type { IconShape } from "../icons/index.ts";
import { Icon } from "../icons/index.ts";
import type { LinkProps } from "./Anchor.tsx";
import { Anchor } from "./Anchor.tsx";
import styles from "./Button.module.css";
import { classNames } from "./class-names.ts";

export interface ButtonLook {
  /** One primary per view; "quiet" has no edge; "danger" for what cannot be taken back. */
  variant?: "primary" | "default" | "quiet" | "danger";
  size?: "normal" | "small" | "large";
  /** As wide as its container. */
  block?: boolean;
  icon?: IconShape;
  /** The icon follows the label: "next". */
  iconLast?: boolean;
}

export interface ButtonProps extends ButtonLook, ButtonHTMLAttributes<HTMLButtonElement> {
  /** Busy: keeps its place and its label, cannot be pressed again. */
  loading?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

function look(
  { variant = "default", size = "normal", block = false, iconLast = false }: ButtonLook,
  more?: string,
): string {
  return classNames(
    styles.button,
    styles[variant],
    styles[size],
    block && styles.block,
    iconLast && styles.iconLast,
    more,
  );
}

function Content({ icon, children }: { icon?: IconShape; children?: ReactNode }) {
  return (
    <>
      {icon !== undefined && <Icon shape={icon} className={styles.icon} />}
      {children !== undefined && <span className={styles.label}>{children}</span>}
    </>
  );
}

export function Button(props: ButtonProps) {
  const { variant, size, block, icon, iconLast, loading = false, className, children, ...rest } = props;
  const press = loading ? { onClick: undefined, "aria-disabled": true } : {};
  return (
    <button
      type="button"
      {...rest}
      {...press}
      aria-busy={loading || undefined}
      className={look({ variant, size, block, iconLast }, className)}
    >
      {loading && <span className={styles.spinner} aria-hidden="true" />}
      <Content icon={loading ? undefined : icon}>{children}</Content>
    </button>
  );
}

export interface LinkButtonProps extends ButtonLook, LinkProps {}

/** A link that looks like a button: it goes somewhere, a button does something. */
export function LinkButton(props: LinkButtonProps) {
  const { variant, size, block, icon, iconLast, className, children, ...rest } = props;
  return (
    <Anchor {...rest} className={look({ variant, size, block, iconLast }, className)}>
      <Content icon={icon}>{children}</Content>
    </Anchor>
  );
}
