import { StatusTag } from "@daichao/ui/light";
import type { CheckVerdict } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./Product.module.css";

export interface Check {
  readonly code: string;
  readonly label: string;
  readonly detail: string;
  readonly verdict: CheckVerdict;
}

/** The check list of a product, as review reads it. */
export function CheckList({ checks }: { checks: readonly Check[] }) {
  const t = useT();
  const failed = checks.filter(({ verdict }) => verdict === "FAIL").length;
  return (
    <div>
      <h3 className={styles.label}>
        {t("preview.checks")} · {failed === 0 ? t("preview.passed") : t("preview.failed", { count: failed })}
      </h3>
      <ul className={styles.checks}>
        {checks.map(({ code, label, detail, verdict }) => (
          <li key={code} className={styles.check}>
            <StatusTag kind="check" status={verdict} />
            <span className={styles.strong}>{label}</span>
            <span className={styles.quiet}>{detail}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
