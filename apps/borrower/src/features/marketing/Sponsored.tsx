import { Tag } from "@daichao/ui/light";
import type { ReactNode } from "react";
import { useT } from "../../lib/texts.ts";
import styles from "./Sponsored.module.css";

/** Something that is paid for: says so first, and who pays. It never stands in a list that is in an order. */
export function Sponsored({ payer, children }: { payer: string; children: ReactNode }) {
  const t = useT();
  return (
    <aside className={styles.slot} aria-label={t("sponsored.label", { payer })}>
      <p className={styles.head}>
        <Tag family="warning">{t("sponsored.tag")}</Tag>
        <span>{t("sponsored.payer", { payer })}</span>
        <span className={styles.quiet}>{t("sponsored.outside")}</span>
      </p>
      {children}
    </aside>
  );
}
