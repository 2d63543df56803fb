import type { ReactNode } from "react";
import { useState } from "react";
import { useHouseT } from "../i18n/use-t.ts";
import { Checkbox } from "../light/Checkbox.tsx";
import { classNames } from "../light/class-names.ts";
import { EmptyState } from "../light/EmptyState.tsx";
import { Tag } from "../light/Tag.tsx";
import styles from "./DiffView.module.css";

export interface DiffLine {
  readonly key: string;
  readonly label: ReactNode;
  /** null where there was nothing. */
  readonly before: ReactNode | null;
  readonly after: ReactNode | null;
  /** Give it where the values are drawn: two elements are never equal. */
  readonly changed?: boolean;
}

export interface DiffViewProps {
  lines: readonly DiffLine[];
  label: string;
  /** Lines that did not change are shown too, with a switch to hide them. */
  whole?: boolean;
}

type Change = "added" | "removed" | "changed" | "same";

export function changeOf({ before, after, changed }: DiffLine): Change {
  const isSame = changed === undefined ? before === after : !changed;
  if (isSame) return "same";
  if (before === null) return "added";
  return after === null ? "removed" : "changed";
}

const families = { added: "success", removed: "error", changed: "warning", same: "neutral" } as const;

/** Old beside new, field by field; what kind of change it is stands there as a word too. */
export function DiffView({ lines, label, whole = false }: DiffViewProps) {
  const t = useHouseT();
  const [onlyChanges, setOnlyChanges] = useState(true);
  const changes = lines.filter((line) => changeOf(line) !== "same");
  const shown = whole && !onlyChanges ? lines : changes;
  const nothing = <span className={styles.nothing}>{t("diff.nothing")}</span>;
  return (
    <div className={styles.frame}>
      {whole && (
        <Checkbox checked={onlyChanges} onCheckedChange={setOnlyChanges}>
          {t("diff.onlyChanges")}
        </Checkbox>
      )}
      {shown.length === 0 ? (
        <EmptyState title={t("diff.none")} />
      ) : (
        <table className={styles.table} aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{t("diff.field")}</th>
              <th scope="col">{t("diff.before")}</th>
              <th scope="col">{t("diff.after")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => {
              const change = changeOf(line);
              return (
                <tr key={line.key} className={classNames(styles[change])}>
                  <th scope="row">
                    {line.label}
                    {change !== "same" && <Tag family={families[change]}>{t(`diff.${change}`)}</Tag>}
                  </th>
                  <td className={styles.before}>{line.before ?? nothing}</td>
                  <td className={styles.after}>{line.after ?? nothing}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </div>
  );
}
