/** Batched reads by key: a loader is a value; the context keeps one DataLoader per loader per request. */
import DataLoader from "dataloader";
import type { Reader } from "../database/index.js";
import type { Viewer } from "../viewer/index.js";

export interface Loader<Key, Value> {
  readonly name: string;
  /** Answers in the order of the keys. `others` are the request's loaders: what one of them has read is not read again. */
  readonly batch: (
    reader: Reader,
    keys: readonly Key[],
    viewer: Viewer,
    others?: LoaderSet,
  ) => Promise<readonly Value[]>;
}

export const defineLoader = <Key, Value>(name: string, batch: Loader<Key, Value>["batch"]): Loader<Key, Value> => ({
  name,
  batch,
});

/** Rows put in the order of the keys, null where none answers. */
export function inOrder<Key, Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** All rows of each key, in the order of the keys. */
export function grouped<Key, Row>(keys: readonly Key[], rows: readonly Row[], keyOf: (row: Row) => Key): Row[][] {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return keys.map((key) => groups.get(key) ?? []);
}

export interface LoaderSet {
  load<Key, Value>(loader: Loader<Key, Value>, key: Key): Promise<Value>;
  loadMany<Key, Value>(loader: Loader<Key, Value>, keys: readonly Key[]): Promise<Value[]>;
}

export function createLoaders(reader: Reader, viewer: Viewer): LoaderSet {
  const open = new Map<unknown, DataLoader<unknown, unknown>>();
  const set: LoaderSet = {
    load: (loader, key) => of(loader).load(key),
    loadMany: (loader, keys) => Promise.all(keys.map((key) => of(loader).load(key))),
  };
  function of<Key, Value>(loader: Loader<Key, Value>): DataLoader<Key, Value> {
    let existing = open.get(loader) as DataLoader<Key, Value> | undefined;
    if (!existing) {
      existing = new DataLoader<Key, Value>(async (keys) => [...(await loader.batch(reader, keys, viewer, set))], {
        maxBatchSize: 500,
      });
      open.set(loader, existing as DataLoader<unknown, unknown>);
    }
    return existing;
  }
  return set;
}
