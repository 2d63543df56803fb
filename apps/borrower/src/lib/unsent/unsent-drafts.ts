import type { Shelf } from "./sealed-store.ts";

/** Changes of a draft that the server has not got, with the version they were made on. */
export interface Unsent<Edits> {
  readonly edits: Edits;
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
}

export interface DraftDevice<Edits> {
  /** Null where nothing is kept for this person, or it cannot be opened. */
  find(): Promise<Unsent<Edits> | null>;
  /** False where this browser keeps nothing. */
  keep(unsent: Unsent<Edits>): Promise<boolean>;
  drop(): Promise<void>;
}

interface Owner {
  readonly personId: string;
  /** AES-GCM, not extractable: the browser uses it and tells nobody what it is. */
  readonly key: CryptoKey;
}

interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly body: ArrayBuffer;
}

const OWNER = "owner";
/** A word in plain sight, so that signing out need not open the store where nothing was kept. */
export const KEPT_MARK = "daichao-unsent";

const placeOf = (personId: string, draftId: string) => new TextEncoder().encode(`${personId}:${draftId}`);

async function ownerIn(shelf: Shelf, personId: string): Promise<Owner> {
  const known = (await shelf.get(OWNER)) as Owner | undefined;
  if (known?.personId === personId) return known;
  // Somebody else sat here before, or nobody: what they left is gone, key and all.
  await shelf.clear();
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const owner: Owner = { personId, key };
  await shelf.put(OWNER, owner);
  return owner;
}

/**
 * Keeps one person's unsent changes of one draft on this device, sealed under a key that was made for this session and
 * goes with it. Where the browser keeps nothing it says so instead of pretending.
 */
export function draftDevice<Edits>(shelf: Shelf, personId: string, draftId: string): DraftDevice<Edits> {
  const name = `draft:${draftId}`;
  const additionalData = placeOf(personId, draftId);
  return {
    async find() {
      try {
        const { key } = await ownerIn(shelf, personId);
        const sealed = (await shelf.get(name)) as Sealed | undefined;
        if (sealed === undefined) return null;
        const plain = await crypto.subtle.decrypt(
          { name: "AES-GCM", iv: sealed.nonce, additionalData },
          key,
          sealed.body,
        );
        return JSON.parse(new TextDecoder().decode(plain)) as Unsent<Edits>;
      } catch {
        return null;
      }
    },
    async keep(unsent) {
      try {
        const { key } = await ownerIn(shelf, personId);
        const nonce = crypto.getRandomValues(new Uint8Array(12));
        const text = new TextEncoder().encode(JSON.stringify(unsent));
        const body = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData }, key, text);
        await shelf.put(name, { nonce, body } satisfies Sealed);
        return true;
      } catch {
        return false;
      }
    },
    async drop() {
      await shelf.remove(name).catch(() => undefined);
    },
  };
}

/** Forgets everything, key first: at sign-out and as soon as a session is seen to have ended. */
export async function wipeUnsent(shelf: Shelf): Promise<void> {
  await shelf.remove(OWNER).catch(() => undefined);
  await shelf.clear().catch(() => undefined);
}
