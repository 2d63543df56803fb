import type { ReactNode } from "react";
import { PreferencesMenu } from "../light/PreferencesMenu.tsx";
import styles from "./EntryPage.module.css";
import { useEntryT } from "./texts.ts";

export interface EntryPageProps {
  /** Which of the working apps this is, in full. */
  brand: string;
  title: string;
  /** Whom the app is for. */
  lead: string;
  /** Whether a session's end led here: that is said in place of the lead. */
  hasEnded: boolean;
  /** The ways in. */
  children: ReactNode;
}

/** The page a working app shows to whoever is not signed in. */
export function EntryPage({ brand, title, lead, hasEnded, children }: EntryPageProps) {
  const t = useEntryT();
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <span className={styles.brand}>{brand}</span>
        <PreferencesMenu />
      </header>
      <main className={styles.card} id="main" tabIndex={-1}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.lead}>{hasEnded ? t("entry.ended") : lead}</p>
        {children}
      </main>
    </div>
  );
}
