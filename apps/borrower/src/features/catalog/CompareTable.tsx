import { CheckIcon, Icon, PinIcon } from "@daichao/ui";
import { classNames } from "@daichao/ui/light";
import type { ReactNode } from "react";
import { useT } from "../../lib/texts.ts";
import styles from "./CompareTable.module.css";
import type { FactCell, FactGroup, FactRow } from "./compare-facts.ts";

export interface CompareTableProps {
  /** One head per product, in the order of the cells. */
  heads: readonly { readonly key: string; readonly content: ReactNode }[];
  groups: readonly FactGroup[];
  /** Leaves out what is the same for all. */
  onlyDifferences: boolean;
}

/** Facts down, products across; the names of both stay in sight. What differs and what is best is said in words too. */
export function CompareTable({ heads, groups, onlyDifferences }: CompareTableProps) {
  const t = useT();
  const shown = groups
    .map(({ key, rows }) => ({ key, rows: onlyDifferences ? rows.filter((row) => row.differs) : rows }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <section className={styles.frame} aria-label={t("compare.table")} tabIndex={-1}>
      <table className={styles.table}>
        <caption className={styles.caption}>{t("compare.caption")}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {t("compare.fact")}
            </th>
            {heads.map(({ key, content }) => (
              <th key={key} scope="col" className={styles.head}>
                {content}
              </th>
            ))}
          </tr>
        </thead>
        {shown.map(({ key, rows }) => (
          <tbody key={key}>
            <tr>
              <th scope="colgroup" colSpan={heads.length + 1} className={styles.group}>
                <span className={styles.groupName}>{t(`compare.group.${key}`)}</span>
              </th>
            </tr>
            {rows.map((row) => (
              <Row key={row.key} row={row} keys={heads.map((head) => head.key)} />
            ))}
          </tbody>
        ))}
      </table>
      {shown.length === 0 && <p className={styles.alike}>{t("compare.alike")}</p>}
    </section>
  );
}

function Row({ row, keys }: { row: FactRow; keys: readonly string[] }) {
  const t = useT();
  return (
    <tr className={classNames(row.differs && styles.differs)}>
      <th scope="row" className={styles.label}>
        {row.label}
        {row.differs && (
          <span className={styles.mark}>
            <Icon shape={PinIcon} /> {t("compare.differs")}
          </span>
        )}
      </th>
      {row.cells.map((cell, at) => (
        <td key={keys[at]} className={classNames(row.best.has(at) && styles.best)}>
          <Cell cell={cell} />
          {row.best.has(at) && (
            <span className={styles.bestMark}>
              <Icon shape={CheckIcon} /> {t("compare.best")}
            </span>
          )}
        </td>
      ))}
    </tr>
  );
}

function Cell({ cell: { lines } }: { cell: FactCell }) {
  const t = useT();
  if (lines === undefined) return <span className={styles.none}>–</span>;
  if (lines === null) return <span className={styles.none}>{t("compare.notStated")}</span>;
  return lines.map((line, at) => (
    <span key={line} className={classNames(styles.line, at > 0 && styles.quiet)}>
      {line}
    </span>
  ));
}
