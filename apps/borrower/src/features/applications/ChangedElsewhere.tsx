import { Button, Dialog } from "@daichao/ui/light";
import type { ReactNode } from "react";
import { useT } from "../../lib/texts.ts";
import styles from "./wizard.module.css";

/** One thing that differs. */
export interface ChangedLine {
  readonly key: string;
  readonly label: string;
  readonly mine: ReactNode;
  readonly theirs: ReactNode;
}

export interface ChangedElsewhereProps {
  lines: readonly ChangedLine[];
  onTheirs: () => void;
  onMine: () => void;
}

/** Two devices changed the same: both versions side by side, and the borrower says which one counts. */
export function ChangedElsewhere({ lines, onTheirs, onMine }: ChangedElsewhereProps) {
  const t = useT();
  return (
    <Dialog
      open
      look="alert"
      onClose={onTheirs}
      title={t("apply.conflict.title")}
      footer={
        <>
          <Button onClick={onTheirs}>{t("apply.conflict.theirs")}</Button>
          <Button variant="primary" onClick={onMine}>
            {t("apply.conflict.mine")}
          </Button>
        </>
      }
    >
      <p>{t("apply.conflict.text")}</p>
      {lines.length > 0 && (
        <table className={styles.compare}>
          <thead>
            <tr>
              <th scope="col">{t("apply.conflict.what")}</th>
              <th scope="col">{t("apply.conflict.hereColumn")}</th>
              <th scope="col">{t("apply.conflict.thereColumn")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, label, mine, theirs }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>{mine}</td>
                <td>{theirs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}
