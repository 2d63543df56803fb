import type { ReactNode } from "react";
import { useState } from "react";
import type { SpokenFailure } from "../i18n/use-failure-text.ts";
import { useFailureText } from "../i18n/use-failure-text.ts";
import { useHouseT } from "../i18n/use-t.ts";
import { CheckIcon, CopyIcon, ReloadIcon } from "../icons/shapes.ts";
import { Button } from "./Button.tsx";
import styles from "./States.module.css";

export interface ErrorStateProps {
  /** What went wrong; take it from `toFailure(error)`. */
  failure: SpokenFailure & { readonly requestId?: string | null };
  onRetry?: () => void;
  title?: ReactNode;
  /** Another way out, beside the retry. */
  action?: ReactNode;
}

/** A panel that could not be filled: what to do, a retry, and the request id support will ask for. */
export function ErrorState({ failure, onRetry, title, action }: ErrorStateProps) {
  const t = useHouseT();
  const sentence = useFailureText();
  return (
    <div className={styles.state} role="alert">
      <p className={styles.title}>{title ?? t("error.title")}</p>
      <p className={styles.reason}>{sentence(failure)}</p>
      <div className={styles.actions}>
        {onRetry !== undefined && (
          <Button icon={ReloadIcon} onClick={onRetry}>
            {t("error.retry")}
          </Button>
        )}
        {action}
      </div>
      {failure.requestId != null && <RequestId id={failure.requestId} />}
    </div>
  );
}

export function RequestId({ id }: { id: string }) {
  const t = useHouseT();
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(id).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <p className={styles.request}>
      <span>{t("error.requestId")}</span>
      <code className={styles.code}>{id}</code>
      <Button variant="quiet" size="small" icon={isCopied ? CheckIcon : CopyIcon} onClick={copy}>
        {isCopied ? t("error.copied") : t("error.copy")}
      </Button>
    </p>
  );
}
