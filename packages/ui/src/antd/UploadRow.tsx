import { useEffect, useState } from "react";
import { useHouseT } from "../i18n/use-t.ts";
import { Icon } from "../icons/index.ts";
import { CheckIcon, FileIcon, PauseCircleIcon, PlayIcon, TrashIcon } from "../icons/shapes.ts";
import { Button } from "../light/Button.tsx";
import { classNames } from "../light/class-names.ts";
import styles from "./FileUploader.module.css";
import type { UploadItem } from "./uploads.ts";

interface UploadRowProps {
  item: UploadItem;
  onPause: () => void;
  onResume: () => void;
  onRemove: () => void;
}

function usePreview(file: File): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!file.type.startsWith("image/")) return;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}

export function UploadRow({ item, onPause, onResume, onRemove }: UploadRowProps) {
  const t = useHouseT();
  const { file, state, percent, refusal, why } = item;
  const preview = usePreview(file);
  // What calls itself a picture need not be one.
  const [isUnreadable, setUnreadable] = useState(false);
  const word =
    why ??
    (refusal === undefined
      ? t(`upload.${state === "refused" ? "failed" : state}`, { percent })
      : t(`upload.${refusal}`));
  const isBroken = state === "failed" || state === "refused";
  return (
    <li className={styles.row}>
      {preview === null || isUnreadable ? (
        <Icon shape={FileIcon} className={styles.thumb} />
      ) : (
        <img src={preview} alt="" className={styles.thumb} onError={() => setUnreadable(true)} />
      )}
      <div className={styles.middle}>
        <span className={styles.name}>{file.name}</span>
        <span className={classNames(styles.state, isBroken && styles.refusal, state === "done" && styles.done)}>
          {state === "done" && <Icon shape={CheckIcon} />}
          {word}
        </span>
        {(state === "uploading" || state === "paused") && (
          <progress className={styles.progress} max={100} value={percent} aria-label={file.name} />
        )}
      </div>
      {state === "uploading" && (
        <Button
          variant="quiet"
          size="small"
          icon={PauseCircleIcon}
          aria-label={t("upload.pause", { file: file.name })}
          onClick={onPause}
        />
      )}
      {(state === "paused" || state === "failed") && (
        <Button
          variant="quiet"
          size="small"
          icon={PlayIcon}
          aria-label={t("upload.resume", { file: file.name })}
          onClick={onResume}
        />
      )}
      <Button
        variant="quiet"
        size="small"
        icon={TrashIcon}
        aria-label={t("upload.remove", { file: file.name })}
        onClick={onRemove}
      />
    </li>
  );
}
