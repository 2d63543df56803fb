import type { DragEvent } from "react";
import { useEffect, useId, useReducer, useRef, useState } from "react";
import { useHouseT } from "../i18n/use-t.ts";
import { Icon } from "../icons/index.ts";
import { CameraIcon, UploadIcon } from "../icons/shapes.ts";
import { Button } from "../light/Button.tsx";
import { classNames } from "../light/class-names.ts";
import styles from "./FileUploader.module.css";
import { shrinkImage } from "./shrink-image.ts";
import { UploadRow } from "./UploadRow.tsx";
import type { UploadItem } from "./uploads.ts";
import { isWhatItSays, refusalOf, uploadsAfter, uploadTypes } from "./uploads.ts";

export interface FileUploaderProps<Done> {
  label: string;
  hint?: string;
  /**
   * Sends one file in pieces and resolves when the api has it: `uploadFile` of the client package with the app's
   * requestUpload and completeUpload. Aborting pauses; a second call with the same File goes on.
   */
  upload: (file: File, handle: UploadHandle) => Promise<Done>;
  onDone: (done: Done, file: File) => void;
  /** Why what came back is no success, in words; null when it is one. */
  refusedBecause?: (done: Done) => string | null;
  onRemove?: (file: File) => void;
  maxFiles?: number;
  /** Offers the camera on phones: documents, or the own face. */
  capture?: "environment" | "user";
  disabled?: boolean;
}

export interface UploadHandle {
  readonly signal: AbortSignal;
  readonly onProgress: (sentBytes: number, totalBytes: number) => void;
}

function useUploads<Done>({ upload, onDone, refusedBecause, onRemove }: FileUploaderProps<Done>) {
  const [items, dispatch] = useReducer(uploadsAfter, []);
  const aborts = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const running = aborts.current;
    return () => {
      for (const abort of running.values()) abort.abort();
    };
  }, []);

  async function start({ id, file }: UploadItem): Promise<void> {
    const abort = new AbortController();
    aborts.current.set(id, abort);
    dispatch({ type: "became", id, state: "uploading" });
    const onProgress = (sent: number, total: number): void =>
      dispatch({ type: "progressed", id, percent: total === 0 ? 0 : Math.floor((sent / total) * 100) });
    try {
      const done = await upload(file, { signal: abort.signal, onProgress });
      const why = refusedBecause?.(done) ?? null;
      dispatch(why === null ? { type: "became", id, state: "done" } : { type: "became", id, state: "refused", why });
      onDone(done, file);
    } catch {
      dispatch({ type: "became", id, state: abort.signal.aborted ? "paused" : "failed" });
    }
  }

  return {
    items,
    async add(files: readonly File[]) {
      const ready = await Promise.all(files.map(shrinkImage));
      const added = await Promise.all(
        ready.map(async (file): Promise<UploadItem> => {
          const refusal = refusalOf(file) ?? ((await isWhatItSays(file)) ? null : "disguised");
          const id = crypto.randomUUID();
          return refusal === null
            ? { id, file, state: "waiting", percent: 0 }
            : { id, file, state: "refused", percent: 0, refusal };
        }),
      );
      dispatch({ type: "added", items: added });
      for (const item of added) if (item.state === "waiting") void start(item);
    },
    pause: (id: string) => aborts.current.get(id)?.abort(),
    resume: (item: UploadItem) => void start(item),
    remove({ id, file }: UploadItem) {
      aborts.current.get(id)?.abort();
      dispatch({ type: "removed", id });
      onRemove?.(file);
    },
  };
}

/** Takes files by press, drop or camera; every file has its own progress, pause and second try. */
export function FileUploader<Done>(props: FileUploaderProps<Done>) {
  const { label, hint, maxFiles = 10, capture, disabled = false } = props;
  const t = useHouseT();
  const id = useId();
  const { items, add, pause, resume, remove } = useUploads(props);
  const [isOver, setOver] = useState(false);
  const [isFull, setFull] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const take = (list: FileList | null): void => {
    const room = maxFiles - items.filter((item) => item.state !== "refused").length;
    const files = [...(list ?? [])];
    setFull(files.length > room);
    void add(files.slice(0, room));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!disabled) take(event.dataTransfer.files);
  };
  const input = {
    type: "file",
    className: styles.input,
    tabIndex: -1,
    "aria-hidden": true,
    accept: uploadTypes.join(","),
    multiple: maxFiles > 1,
  } as const;
  return (
    <fieldset className={styles.uploader} disabled={disabled} aria-describedby={`${id}-rule`}>
      <legend className={styles.label}>{label}</legend>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the buttons inside */}
      <div
        className={classNames(styles.drop, isOver && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon shape={UploadIcon} className={styles.sign} />
        <div className={styles.words}>
          <span className={styles.wide}>{t("upload.drop")}</span>
          <Button size="small" onClick={() => chooser.current?.click()}>
            {t("upload.choose")}
          </Button>
          {capture !== undefined && (
            <Button size="small" icon={CameraIcon} className={styles.camera} onClick={() => camera.current?.click()}>
              {t("upload.camera")}
            </Button>
          )}
        </div>
        <p id={`${id}-rule`} className={styles.rule}>
          {hint ?? t("upload.rule")}
        </p>
        <input
          {...input}
          ref={chooser}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = "";
          }}
        />
        <input {...input} ref={camera} capture={capture} onChange={(event) => take(event.target.files)} />
      </div>
      {isFull && (
        <p className={styles.refusal} role="alert">
          {t("upload.tooMany", { count: maxFiles })}
        </p>
      )}
      <ul className={styles.list} aria-live="polite">
        {items.map((item) => (
          <UploadRow
            key={item.id}
            item={item}
            onPause={() => pause(item.id)}
            onResume={() => resume(item)}
            onRemove={() => remove(item)}
          />
        ))}
      </ul>
    </fieldset>
  );
}
