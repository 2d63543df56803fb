/** What a browser keeps between page loads, by key. IndexedDB holds a key that cannot be taken out of it. */
export interface Shelf {
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  clear(): Promise<void>;
}

const NAME = "daichao-unsent";
const STORE = "kept";

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => void request.result.createObjectStore(STORE);
  return done(request);
}

/** The shelf of this browser; every call opens it anew, so that a wipe in another tab is seen at once. */
export function browserShelf(): Shelf {
  async function on<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const database = await opened();
    try {
      return await done(work(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  }
  return {
    get: (key) => on("readonly", (store) => store.get(key) as IDBRequest<unknown>),
    put: async (key, value) => void (await on("readwrite", (store) => store.put(value, key))),
    remove: async (key) => void (await on("readwrite", (store) => store.delete(key))),
    clear: async () => void (await on("readwrite", (store) => store.clear())),
  };
}

/** A memory of one page, for browsers that keep nothing and for tests. */
export function memoryShelf(): Shelf {
  const kept = new Map<string, unknown>();
  return {
    get: async (key) => kept.get(key),
    put: async (key, value) => void kept.set(key, value),
    remove: async (key) => void kept.delete(key),
    clear: async () => kept.clear(),
  };
}
