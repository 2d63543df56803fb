export const uploadTypes = ["image/jpeg", "image/png", "application/pdf"] as const;
export const largestUpload = 8 * 1024 * 1024;

export type UploadRefusal = "tooLarge" | "wrongType" | "empty" | "disguised";

/** Why this file cannot be taken, before anything is sent; the api looks again, at the bytes. */
export function refusalOf(file: { readonly type: string; readonly size: number }): UploadRefusal | null {
  if (!uploadTypes.some((type) => type === file.type)) return "wrongType";
  if (file.size === 0) return "empty";
  return file.size > largestUpload ? "tooLarge" : null;
}

const beginnings: Readonly<Record<string, readonly number[]>> = {
  "image/jpeg": [0xff, 0xd8, 0xff],
  "image/png": [0x89, 0x50, 0x4e, 0x47],
  "application/pdf": [0x25, 0x50, 0x44, 0x46],
};

/** Whether a file begins as its type does: a text file called .png is refused before it is sent. */
export async function isWhatItSays(file: Pick<File, "type" | "slice">): Promise<boolean> {
  const start = beginnings[file.type];
  if (start === undefined) return true;
  const bytes = new Uint8Array(await file.slice(0, start.length).arrayBuffer());
  return start.every((byte, at) => bytes[at] === byte);
}

export type UploadState = "waiting" | "uploading" | "paused" | "failed" | "done" | "refused";

export interface UploadItem {
  readonly id: string;
  readonly file: File;
  readonly state: UploadState;
  readonly percent: number;
  readonly refusal?: UploadRefusal;
  /** Why the api would not have it, in words. */
  readonly why?: string;
}

export type UploadAction =
  | { readonly type: "added"; readonly items: readonly UploadItem[] }
  | { readonly type: "progressed"; readonly id: string; readonly percent: number }
  | { readonly type: "became"; readonly id: string; readonly state: UploadState; readonly why?: string }
  | { readonly type: "removed"; readonly id: string };

export function uploadsAfter(items: readonly UploadItem[], action: UploadAction): readonly UploadItem[] {
  // What was refused has been answered once the next file is chosen.
  if (action.type === "added") return [...items.filter(({ state }) => state !== "refused"), ...action.items];
  if (action.type === "removed") return items.filter((item) => item.id !== action.id);
  return items.map((item) => {
    if (item.id !== action.id) return item;
    if (action.type === "became")
      return {
        ...item,
        state: action.state,
        percent: action.state === "done" ? 100 : item.percent,
        ...(action.why === undefined ? {} : { why: action.why }),
      };
    // A late progress event must not wake a paused file.
    return item.state === "uploading" ? { ...item, percent: action.percent } : item;
  });
}
