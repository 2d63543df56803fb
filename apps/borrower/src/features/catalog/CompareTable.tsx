import { CheckIcon, Icon, PinIcon } from "@daichao/ui";
import { classNames, useScrollStop } from "@daichao/ui/light";
import type { ReactNode } from "react";
import { useId } from "react";
import { useT } from "../../lib/texts.ts";
import { usePhone } from "../../lib/use-narrow.ts";
import styles from "./CompareTable.module.css";
import type { FactCell, FactGroup, FactRow } from "./compare-facts.ts";

interface Head {
  readonly key: string;
  readonly name: ReactNode;
  /** Who lends, what is to be said of it and done with it. */
  readonly notes: ReactNode;
}

export interface CompareTableProps {
  /** One head per product, in the order of the cells. */
  heads: readonly Head[];
  groups: readonly FactGroup[];
  /** Leaves out what is the same for all. */
  onlyDifferences: boolean;
}

/**
 * Facts down, products across; the names of both stay in sight. What differs and what is best is said in words too.
 * On a phone a fact is named above its values: two products fill the width, more are reached sideways.
 */
export function CompareTable({ heads, groups, onlyDifferences }: CompareTableProps) {
  const t = useT();
  const id = useId();
  const isPhone = usePhone();
  const scroller = useScrollStop<HTMLElement>();
  const isWide = isPhone && heads.length > 2;
  const shown = groups
    .map(({ key, rows }) => ({ key, rows: onlyDifferences ? rows.filter((row) => row.differs) : rows }))
    .filter(({ rows }) => rows.length > 0);
  const Row = isPhone ? StackedRow : LineRow;
  return (
    <>
      {isWide && (
        <p className={styles.sideways} data-print="no">
          {t("compare.sideways", { count: heads.length })}
        </p>
      )}
      <section
        ref={scroller}
        className={classNames(styles.frame, isPhone && styles.stacked, isWide && styles.wide)}
        aria-label={t("compare.table")}
        tabIndex={-1}
      >
        <table className={styles.table}>
          <caption className={styles.caption}>{t("compare.caption")}</caption>
          {isPhone ? <StackedHeads id={id} heads={heads} /> : <LineHeads heads={heads} />}
          {shown.map(({ key, rows }) => (
            <tbody key={key}>
              <tr>
                <th scope="colgroup" colSpan={heads.length + (isPhone ? 0 : 1)} className={styles.group}>
                  <span className={styles.groupName}>{t(`compare.group.${key}`)}</span>
                </th>
              </tr>
              {rows.map((row) => (
                <Row key={row.key} id={id} row={row} keys={heads.map((head) => head.key)} />
              ))}
            </tbody>
          ))}
        </table>
        {shown.length === 0 && <p className={styles.alike}>{t("compare.alike")}</p>}
      </section>
    </>
  );
}

function LineHeads({ heads }: { heads: readonly Head[] }) {
  const t = useT();
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.corner}>
          {t("compare.fact")}
        </th>
        {heads.map(({ key, name, notes }) => (
          <th key={key} scope="col" className={styles.head}>
            {name}
            {notes}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Only the names stay in sight: what is said of a product may be longer than a phone is high. */
function StackedHeads({ id, heads }: { id: string; heads: readonly Head[] }) {
  return (
    <thead>
      <tr>
        {heads.map(({ key, name }, at) => (
          <th key={key} id={`${id}-${at}`} scope="col" className={styles.head}>
            {name}
          </th>
        ))}
      </tr>
      <tr>
        {heads.map(({ key, notes }, at) => (
          <td key={key} headers={`${id}-${at}`}>
            {notes}
          </td>
        ))}
      </tr>
    </thead>
  );
}

interface RowProps {
  id: string;
  row: FactRow;
  keys: readonly string[];
}

function LineRow({ row, keys }: RowProps) {
  return (
    <tr className={classNames(row.differs && styles.differs)}>
      <th scope="row" className={styles.label}>
        <FactName row={row} />
      </th>
      {row.cells.map((cell, at) => (
        <td key={keys[at]} className={classNames(row.best.has(at) && styles.best)}>
          <Value cell={cell} isBest={row.best.has(at)} />
        </td>
      ))}
    </tr>
  );
}

/** The name over all columns; each value names both of its headers, which stand in other lines. */
function StackedRow({ id, row, keys }: RowProps) {
  return (
    <>
      <tr className={classNames(row.differs && styles.differs)}>
        <th id={`${id}-${row.key}`} scope="colgroup" colSpan={keys.length} className={styles.label}>
          <FactName row={row} />
        </th>
      </tr>
      <tr className={classNames(row.differs && styles.differs)}>
        {row.cells.map((cell, at) => (
          <td
            key={keys[at]}
            headers={`${id}-${at} ${id}-${row.key}`}
            className={classNames(row.best.has(at) && styles.best)}
          >
            <Value cell={cell} isBest={row.best.has(at)} />
          </td>
        ))}
      </tr>
    </>
  );
}

function FactName({ row }: { row: FactRow }) {
  const t = useT();
  return (
    <span className={styles.fact}>
      {row.label}
      {row.differs && (
        <span className={styles.mark}>
          <Icon shape={PinIcon} /> {t("compare.differs")}
        </span>
      )}
    </span>
  );
}

function Value({ cell, isBest }: { cell: FactCell; isBest: boolean }) {
  const t = useT();
  return (
    <>
      <Cell cell={cell} />
      {isBest && (
        <span className={styles.bestMark}>
          <Icon shape={CheckIcon} /> {t("compare.best")}
        </span>
      )}
    </>
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
