import type { ReactNode } from "react";
import { useId } from "react";
import { useHouseT } from "../i18n/use-t.ts";
import { Icon } from "../icons/index.ts";
import { QuestionIcon } from "../icons/shapes.ts";
import styles from "./GlossaryTerm.module.css";

export interface GlossaryTermProps {
  /** The word, as plain text: it names the button. */
  term: string;
  /** One or two sentences. */
  children: ReactNode;
  /** Show only the "?", the word stands beside it already. */
  markOnly?: boolean;
}

/** A word with its explanation behind a "?": opens on press, closes on Escape or a press elsewhere. */
export function GlossaryTerm({ term, children, markOnly = false }: GlossaryTermProps) {
  const t = useHouseT();
  const id = useId();
  return (
    <span className={styles.term}>
      {!markOnly && term}
      <button
        type="button"
        className={styles.mark}
        popoverTarget={id}
        style={{ anchorName: `--${id.replace(/[^a-z0-9]/gi, "")}` }}
        aria-label={t("glossary.explain", { term })}
      >
        <Icon shape={QuestionIcon} />
      </button>
      <span
        id={id}
        popover="auto"
        className={styles.explanation}
        style={{ positionAnchor: `--${id.replace(/[^a-z0-9]/gi, "")}` }}
      >
        <strong>{term}</strong>
        <span>{children}</span>
      </span>
    </span>
  );
}
