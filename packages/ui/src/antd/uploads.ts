export const uploadTypes = ["image/jpeg", "image/png", "application/pdf"] as const;
export const largestUpload = 8 * 1024 * 1024;

export type UploadRefusal = "tooLarge" | "wrongType" | "empty";

/** Why this file cannot be taken, before anything is sent; the api looks again, at the bytes. */
export function refusalOf(file: { readonly type: string; readonly size: number }): UploadRefusal | null {
  if (!uploadTypes.some((type) => type === file.type)) return "wrongType";
  if (file.size === 0) return "empty";
  return file.size > largestUpload ? "tooLarge" : null;
}

export type UploadState = "waiting" | "uploading" | "paused" | "failed" | "done" | "refused";

export interface UploadItem {
  readonly id: string;
  readonly file: File;
  readonly state: UploadState;
  readonly percent: number;
  readonly refusal?: UploadRefusal;
}

export type UploadAction =
  | { readonly type: "added"; readonly items: readonly UploadItem[] }
  | { readonly type: "progressed"; readonly id: string; readonly percent: number }
  | { readonly type: "became"; readonly id: string; readonly state: UploadState }
  | { readonly type: "removed"; readonly id: string };

export function uploadsAfter(items: readonly UploadItem[], action: UploadAction): readonly UploadItem[] {
  if (action.type === "added") return [...items, ...action.items];
  if (action.type === "removed") return items.filter((item) => item.id !== action.id);
  return items.map((item) => {
    if (item.id !== action.id) return item;
    if (action.type === "became")
      return { ...item, state: action.state, percent: action.state === "done" ? 100 : item.percent };
    // A late progress event must not wake a paused file.
    return item.state === "uploading" ? { ...item, percent: action.percent } : item;
  });
}
