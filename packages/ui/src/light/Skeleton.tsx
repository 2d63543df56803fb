import type { CSSProperties } from "react";
import { useHouseT } from "../i18n/use-t.ts";
import styles from "./Skeleton.module.css";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

export interface SkeletonProps {
  /** CSS lengths of the final thing, so that nothing moves when it arrives. */
  width?: CSSProperties["width"];
  height?: CSSProperties["height"];
  /** Lines of text instead of one block; the last is shorter. */
  lines?: number;
  /** Only one skeleton of a view should be heard. */
  silent?: boolean;
}

/** The shape of what is coming, in its final size. */
export function Skeleton({ width, height, lines, silent = false }: SkeletonProps) {
  const t = useHouseT();
  const bars =
    lines === undefined ? [{ width, height }] : Array.from({ length: lines }, (_, line) => lineShape(line, lines));
  return (
    <span className={styles.skeleton} role={silent ? undefined : "status"}>
      {!silent && <VisuallyHidden>{t("loading")}</VisuallyHidden>}
      {bars.map((style, line) => (
        <span key={line} className={styles.bar} style={style} aria-hidden="true" />
      ))}
    </span>
  );
}

function lineShape(line: number, lines: number): CSSProperties {
  return { width: lines > 1 && line === lines - 1 ? "60%" : "100%" };
}
