import { Watermark } from "antd";
import type { CSSProperties } from "react";
import { useCallback, useEffect, useState } from "react";
import { useHouseT } from "../i18n/use-t.ts";
import { FitIcon, RotateIcon, ZoomInIcon, ZoomOutIcon } from "../icons/shapes.ts";
import { Button } from "../light/Button.tsx";
import type { ErrorStateProps } from "../light/ErrorState.tsx";
import { ErrorState } from "../light/ErrorState.tsx";
import type { Choice } from "../light/Select.tsx";
import { Select } from "../light/Select.tsx";
import { Skeleton } from "../light/Skeleton.tsx";
import styles from "./DocViewer.module.css";

export interface DocViewerProps {
  name: string;
  /** Fetches the file; the purpose is recorded with the viewing. Keep it stable (useCallback). */
  load: (purpose: string | null) => Promise<Blob>;
  /** With purposes nothing is fetched before one is chosen. */
  purposes?: readonly Choice[];
  /** Stands across the document: the viewer's id and the moment. */
  watermark: readonly string[];
  toFailure: (error: unknown) => ErrorStateProps["failure"];
}

interface Shown {
  readonly url: string;
  readonly isPdf: boolean;
}

const zooms = [0.5, 0.75, 1, 1.5, 2, 3, 4] as const;

function useDocument({ load, toFailure, purposes }: DocViewerProps, purpose: string | null) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [failure, setFailure] = useState<ErrorStateProps["failure"] | null>(null);
  const [attempt, setAttempt] = useState(0);
  const isAllowed = purposes === undefined || purpose !== null;
  useEffect(() => {
    if (!isAllowed) return;
    let url: string | null = null;
    let isOver = false;
    setFailure(null);
    load(purpose).then(
      (blob) => {
        if (isOver) return;
        url = URL.createObjectURL(blob);
        setShown({ url, isPdf: blob.type === "application/pdf" });
      },
      (error: unknown) => {
        if (!isOver) setFailure(toFailure(error));
      },
    );
    return () => {
      isOver = true;
      setShown(null);
      if (url !== null) URL.revokeObjectURL(url);
    };
    // Another attempt is what the counter asks for.
  }, [load, toFailure, purpose, isAllowed, attempt]);
  return { shown, failure, isAllowed, retry: useCallback(() => setAttempt((now) => now + 1), []) };
}

function PurposeForm({ purposes, onShow }: { purposes: readonly Choice[]; onShow: (purpose: string) => void }) {
  const t = useHouseT();
  const [purpose, setPurpose] = useState("");
  return (
    <form
      className={styles.ask}
      onSubmit={(event) => {
        event.preventDefault();
        if (purpose !== "") onShow(purpose);
      }}
    >
      <Select
        label={t("viewer.purpose")}
        hint={t("viewer.purposeHint")}
        required
        placeholder={t("viewer.purpose")}
        value={purpose}
        choices={purposes}
        onValueChange={setPurpose}
      />
      <Button type="submit" variant="primary" disabled={purpose === ""}>
        {t("viewer.show")}
      </Button>
    </form>
  );
}

/** A document of an applicant: image or PDF, watermarked, with the purpose asked first where it must be. */
export function DocViewer(props: DocViewerProps) {
  const { name, purposes, watermark } = props;
  const t = useHouseT();
  const [purpose, setPurpose] = useState<string | null>(null);
  const { shown, failure, isAllowed, retry } = useDocument(props, purpose);
  const [zoom, setZoom] = useState(2);
  const [turns, setTurns] = useState(0);
  const picture: CSSProperties = { width: `${100 * (zooms[zoom] ?? 1)}%`, rotate: `${turns * 90}deg` };
  if (!isAllowed && purposes !== undefined) return <PurposeForm purposes={purposes} onShow={setPurpose} />;
  if (failure !== null) return <ErrorState failure={failure} onRetry={retry} />;
  return (
    <figure className={styles.viewer}>
      <div className={styles.tools} role="toolbar" aria-label={name}>
        <figcaption className={styles.name}>{name}</figcaption>
        {shown?.isPdf === false && (
          <>
            <Button
              {...tool(ZoomOutIcon, t("viewer.zoomOut"))}
              disabled={zoom === 0}
              onClick={() => setZoom(zoom - 1)}
            />
            <Button
              {...tool(ZoomInIcon, t("viewer.zoomIn"))}
              disabled={zoom === zooms.length - 1}
              onClick={() => setZoom(zoom + 1)}
            />
            <Button {...tool(FitIcon, t("viewer.fit"))} onClick={() => setZoom(2)} />
            <Button {...tool(RotateIcon, t("viewer.rotate"))} onClick={() => setTurns((turns + 1) % 4)} />
          </>
        )}
      </div>
      <Watermark
        content={[...watermark]}
        gap={[48, 64]}
        font={{ color: "rgba(120, 120, 120, 0.4)", fontSize: 14 }}
        className={styles.paper}
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
        <section className={styles.scroll} tabIndex={0} aria-label={name}>
          {shown === null && <Skeleton height={360} />}
          {shown?.isPdf === true && <iframe title={name} src={shown.url} className={styles.pdf} />}
          {shown?.isPdf === false && <img src={shown.url} alt={name} className={styles.picture} style={picture} />}
        </section>
      </Watermark>
    </figure>
  );
}

function tool(icon: typeof FitIcon, label: string) {
  return { variant: "quiet" as const, size: "small" as const, icon, "aria-label": label, title: label };
}
