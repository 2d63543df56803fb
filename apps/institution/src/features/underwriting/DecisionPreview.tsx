import type { Failure } from "@daichao/client";
import { formatMoney } from "@daichao/ui/format";
import { ErrorState, Skeleton } from "@daichao/ui/light";
import type { DecisionPreviewQuery } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";
import { Notice } from "../../ui/Notice.tsx";
import styles from "./DecisionPanel.module.css";
import { QuoteFigures } from "./QuoteFigures.tsx";

export type Preview = DecisionPreviewQuery["previewDecision"];

export interface DecisionPreviewProps {
  preview: Preview | null;
  failure: Failure | null;
  isStale: boolean;
  /** Some figure is none yet, or none the product offers: there is nothing to work out. */
  isOpen?: boolean;
}

/** The figures of the terms as they stand, what is wrong with them, and whether one person may decide them. */
export function DecisionPreview({ preview, failure, isStale, isOpen = false }: DecisionPreviewProps) {
  const t = useT();
  if (isOpen)
    return (
      <div className={styles.preview}>
        <p className={styles.quiet}>{t("decide.noPreview")}</p>
      </div>
    );
  return (
    <div className={styles.preview} aria-busy={isStale} aria-live="polite">
      <h3 className={styles.label}>{t(isStale ? "decide.previewing" : "decide.preview")}</h3>
      {failure !== null && <ErrorState failure={failure} />}
      {failure === null && preview === null && <Skeleton height={160} silent />}
      {preview?.problems.map(({ code, label, detail }) => (
        <Notice key={code} family="error" title={label}>
          {detail}
        </Notice>
      ))}
      {preview?.quote != null && <QuoteFigures quote={preview.quote} />}
      {preview !== null && (
        <p className={styles.quiet}>
          {t(preview.needsSecondPerson ? "decide.secondPerson" : "decide.alone", {
            limit: formatMoney(preview.decisionLimit),
          })}
        </p>
      )}
    </div>
  );
}
