import { BankIcon, BellIcon, DocumentIcon, EyeIcon, Icon, SettingsIcon, StarIcon, UserIcon } from "@daichao/ui";
import { Anchor, Tag } from "@daichao/ui/light";
import { useEffect, useRef } from "react";
import { Outlet, useLocation } from "react-router";
import { useSession } from "../../lib/session.tsx";
import { useT } from "../../lib/texts.ts";
import styles from "./MeLayout.module.css";

const places = [
  { href: "/me/profile", label: "me.profile", icon: UserIcon },
  { href: "/me/documents", label: "me.documents", icon: DocumentIcon },
  { href: "/me/cards", label: "me.cards", icon: BankIcon },
  { href: "/me/privacy", label: "me.privacy", icon: EyeIcon },
  { href: "/me/saved", label: "me.saved", icon: StarIcon },
  { href: "/me/notifications", label: "me.notifications", icon: BellIcon },
  { href: "/me/security", label: "me.security", icon: SettingsIcon },
] as const;

/** The borrower's own room: seven places beside the one that is open. */
export function MeLayout() {
  const t = useT();
  const { viewer } = useSession();
  const { pathname } = useLocation();
  const list = useRef<HTMLUListElement>(null);
  // On a phone the line of places is wider than the screen: the open one must be seen.
  useEffect(() => {
    const open = list.current?.querySelector("[aria-current='page']");
    open?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [pathname]);
  return (
    <div className={styles.layout}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t("tab.me")}</h1>
        <p className={styles.name}>{viewer?.displayName}</p>
        {viewer?.isFrozen && <Tag family="error">{t("me.frozen")}</Tag>}
      </header>
      <nav aria-label={t("me.places")} className={styles.nav}>
        <ul ref={list} className={styles.places}>
          {places.map(({ href, label, icon }) => (
            <li key={href}>
              <Anchor href={href} className={styles.place} aria-current={pathname === href ? "page" : undefined}>
                <Icon shape={icon} />
                {t(label)}
              </Anchor>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.content}>
        <Outlet />
      </div>
    </div>
  );
}
