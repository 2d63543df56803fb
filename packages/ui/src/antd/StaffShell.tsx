import type { ReactNode } from "react";
import { useState } from "react";
import { useHouseT } from "../i18n/use-t.ts";
import type { IconShape } from "../icons/index.ts";
import { Icon } from "../icons/index.ts";
import { FoldedIcon, MenuIcon, SignOutIcon, UnfoldedIcon, UserIcon } from "../icons/shapes.ts";
import { Anchor } from "../light/Anchor.tsx";
import { Button } from "../light/Button.tsx";
import { classNames } from "../light/class-names.ts";
import { Dialog } from "../light/Dialog.tsx";
import type { MenuItem } from "../light/Popup.tsx";
import { MenuList, Popup } from "../light/Popup.tsx";
import { PreferencesMenu } from "../light/PreferencesMenu.tsx";
import styles from "./StaffShell.module.css";

export interface RailItem {
  readonly href: string;
  readonly label: string;
  readonly icon: IconShape;
  readonly active: boolean;
  readonly badge?: { readonly count: number; readonly label: string };
}

export interface RailGroup {
  readonly label?: string;
  readonly items: readonly RailItem[];
}

export interface StaffShellProps {
  brand: string;
  /** Which house is at work: the institution's name, or the console's. */
  subtitle?: string;
  groups: readonly RailGroup[];
  /** Left in the header: where we are. */
  title?: ReactNode;
  /** Right in the header: search, notifications, tasks. */
  actions?: ReactNode;
  user: { readonly name: string; readonly role?: string };
  userItems?: readonly MenuItem[];
  onSignOut: () => void;
  /** Connection banner, impersonation banner. */
  banner?: ReactNode;
  /** Content without padding, for split views that fill the height. */
  flush?: boolean;
  children: ReactNode;
}

const railKey = "dc-rail";

function Rail({ groups, onPress }: { groups: readonly RailGroup[]; onPress?: () => void }) {
  return groups.map(({ label, items }, index) => (
    <div key={label ?? index} className={styles.group}>
      {label !== undefined && <p className={styles.groupLabel}>{label}</p>}
      <ul>
        {items.map(({ href, label: word, icon, active, badge }) => (
          <li key={href}>
            <Anchor href={href} className={styles.item} aria-current={active ? "page" : undefined} onClick={onPress}>
              <Icon shape={icon} className={styles.itemIcon} />
              <span className={styles.itemLabel}>{word}</span>
              {badge !== undefined && badge.count > 0 && (
                <span className={styles.badge} role="img" aria-label={badge.label}>
                  {badge.count > 99 ? "99+" : badge.count}
                </span>
              )}
            </Anchor>
          </li>
        ))}
      </ul>
    </div>
  ));
}

function UserMenu({ user, userItems = [], onSignOut }: Pick<StaffShellProps, "user" | "userItems" | "onSignOut">) {
  const t = useHouseT();
  const items = [...userItems, { key: "signOut", label: t("shell.signOut"), icon: SignOutIcon, onPress: onSignOut }];
  return (
    <Popup label={user.name} icon={UserIcon} size="small">
      <div>
        <p className={styles.userName}>{user.name}</p>
        {user.role !== undefined && <p className={styles.userRole}>{user.role}</p>}
      </div>
      <MenuList label={t("shell.user")} items={items} />
    </Popup>
  );
}

/** The frame of the two working apps: a rail at the left, a header, the work. */
export function StaffShell(props: StaffShellProps) {
  const {
    brand,
    subtitle,
    groups,
    title,
    actions,
    user,
    userItems,
    onSignOut,
    banner,
    flush = false,
    children,
  } = props;
  const t = useHouseT();
  const [isNarrow, setNarrow] = useState(() => localStorage.getItem(railKey) === "narrow");
  const [isMenuOpen, setMenuOpen] = useState(false);
  const fold = (): void => {
    localStorage.setItem(railKey, isNarrow ? "wide" : "narrow");
    setNarrow(!isNarrow);
  };
  return (
    <div className={classNames(styles.shell, isNarrow && styles.narrow)}>
      <a href="#main" className={styles.skip}>
        {t("shell.skip")}
      </a>
      <nav className={styles.rail} aria-label={t("shell.menu")}>
        <Anchor href="/" className={styles.brand}>
          <span className={styles.seal} aria-hidden="true">
            {brand.slice(0, 1)}
          </span>
          <span className={styles.brandWords}>
            <span className={styles.brandName}>{brand}</span>
            {subtitle !== undefined && <span className={styles.subtitle}>{subtitle}</span>}
          </span>
        </Anchor>
        <div className={styles.groups}>
          <Rail groups={groups} />
        </div>
        <button type="button" className={styles.fold} onClick={fold} aria-expanded={!isNarrow}>
          <Icon shape={isNarrow ? FoldedIcon : UnfoldedIcon} />
          <span className={styles.itemLabel}>{t(isNarrow ? "shell.expand" : "shell.collapse")}</span>
        </button>
      </nav>
      <div className={styles.side}>
        <header className={styles.header} data-print="no">
          <Button
            variant="quiet"
            icon={MenuIcon}
            className={styles.menuButton}
            aria-label={t("shell.menu")}
            onClick={() => setMenuOpen(true)}
          />
          <div className={styles.title}>{title}</div>
          <div className={styles.actions}>
            {actions}
            <PreferencesMenu size="small" />
            <UserMenu user={user} userItems={userItems} onSignOut={onSignOut} />
          </div>
        </header>
        {banner}
        <main id="main" tabIndex={-1} className={classNames(styles.main, flush && styles.flush)}>
          {children}
        </main>
      </div>
      <Dialog open={isMenuOpen} onClose={() => setMenuOpen(false)} title={t("shell.menu")}>
        <Rail groups={groups} onPress={() => setMenuOpen(false)} />
      </Dialog>
    </div>
  );
}
