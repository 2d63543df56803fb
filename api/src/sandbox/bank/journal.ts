/** The bank's memory: one JSON line per happening, on disk before anybody is told. */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { dirname } from "node:path";

export interface Journal<Entry> {
  /** Resolves once the entry is on disk. Entries written at the same time share one flush. */
  write(entry: Entry): Promise<void>;
  close(): Promise<void>;
}

interface Waiting {
  readonly line: string;
  resolve(): void;
  reject(error: unknown): void;
}

/** Every whole line of an earlier run; a last line cut short by a crash was never acknowledged and is dropped. */
export function readJournal<Entry>(path: string): Entry[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n");
  lines.pop();
  return lines.filter((line) => line !== "").flatMap((line) => parsed<Entry>(line));
}

function parsed<Entry>(line: string): Entry[] {
  try {
    return [JSON.parse(line) as Entry];
  } catch {
    return [];
  }
}

export async function openJournal<Entry>(path: string): Promise<Journal<Entry>> {
  mkdirSync(dirname(path), { recursive: true });
  const needsBreak = existsSync(path) && !readFileSync(path, "utf8").endsWith("\n");
  const file: FileHandle = await open(path, "a");
  if (needsBreak) await file.appendFile("\n");
  let waiting: Waiting[] = [];
  let flushing: Promise<void> | undefined;

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await file.appendFile(batch.map(({ line }) => line).join(""));
        await file.datasync();
        for (const entry of batch) entry.resolve();
      } catch (error) {
        for (const entry of batch) entry.reject(error);
      }
    }
    flushing = undefined;
  }

  return {
    write(entry) {
      return new Promise((resolve, reject) => {
        waiting.push({ line: `${JSON.stringify(entry)}\n`, resolve, reject });
        flushing ??= flush();
      });
    },
    async close() {
      await flushing;
      await file.close();
    },
  };
}
