import type { ReactNode } from "react";
import { useHouseT } from "../i18n/use-t.ts";
import type { IconShape } from "../icons/index.ts";
import { Icon } from "../icons/index.ts";
import { HelpIcon } from "../icons/shapes.ts";
import { Anchor } from "./Anchor.tsx";
import styles from "./AppShell.module.css";

export interface ShellTab {
  readonly href: string;
  readonly label: string;
  readonly icon: IconShape;
  readonly active: boolean;
  /** A count beside the label, already in words for a screen reader. */
  readonly badge?: { readonly count: number; readonly label: string };
}

export interface AppShellProps {
  brand: string;
  homeHref?: string;
  /** The five places of the app: a bar below on phones, in the header on wider screens. */
  tabs: readonly ShellTab[];
  /** At the end of the header: sign-in, messages, language. */
  actions?: ReactNode;
  /** Above everything: the connection banner, a resumed draft. */
  banner?: ReactNode;
  /** The help button is in the same corner of every page. */
  onHelp?: () => void;
  footer?: ReactNode;
  children: ReactNode;
}

function Tabs({ tabs, label, className }: { tabs: readonly ShellTab[]; label: string; className?: string }) {
  return (
    <nav aria-label={label} className={className}>
      <ul className={styles.tabs}>
        {tabs.map(({ href, label: word, icon, active, badge }) => (
          <li key={href}>
            <Anchor href={href} className={styles.tab} aria-current={active ? "page" : undefined}>
              <span className={styles.tabIcon}>
                <Icon shape={icon} />
                {badge !== undefined && badge.count > 0 && (
                  <span className={styles.badge} role="img" aria-label={badge.label}>
                    {badge.count > 99 ? "99+" : badge.count}
                  </span>
                )}
              </span>
              <span>{word}</span>
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The borrower's frame: header, content, five tabs, help. */
export function AppShell({ brand, homeHref = "/", tabs, actions, banner, onHelp, footer, children }: AppShellProps) {
  const t = useHouseT();
  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip}>
        {t("shell.skip")}
      </a>
      <header className={styles.header} data-print="no">
        <div className={styles.bar}>
          <Anchor href={homeHref} className={styles.brand}>
            <span className={styles.seal} aria-hidden="true">
              {brand.slice(0, 1)}
            </span>
            {brand}
          </Anchor>
          <Tabs tabs={tabs} label={t("shell.menu")} className={styles.wideTabs} />
          <div className={styles.actions}>{actions}</div>
        </div>
        {banner}
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
      {onHelp !== undefined && (
        <button type="button" className={styles.help} onClick={onHelp} data-print="no">
          <Icon shape={HelpIcon} />
          <span>{t("shell.help")}</span>
        </button>
      )}
      <Tabs tabs={tabs} label={t("shell.menu")} className={styles.lowTabs} />
    </div>
  );
}
