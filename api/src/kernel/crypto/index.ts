/** Secrets at rest: per-person keys wrapped by the master key, AES-256-GCM bound to its place, HMAC blind indexes, masks. */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

export const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");
export const hmacSha256 = (secret: string | Uint8Array, data: string): string =>
  createHmac("sha256", secret).update(data).digest("hex");

/** 256 random bits, url-safe: session tokens, API keys, upload tokens. Store only its SHA-256. */
export const newToken = (): string => randomBytes(32).toString("base64url");

export function equalSecrets(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

function seal(key: Buffer, place: string, plain: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function open(key: Buffer, place: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12)).setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}

/** Seals and opens one person's fields. `place` is `table.column.rowId`, so a value moved elsewhere does not open. */
export interface PersonCipher {
  seal(place: string, text: string): string;
  open(place: string, sealed: string): string;
  /** The same for a file's bytes. */
  sealBytes(place: string, bytes: Uint8Array): Buffer;
  openBytes(place: string, sealed: Buffer): Buffer;
}

export interface Vault {
  /** A new person key, wrapped: store it with the person. Destroying that row erases the person. */
  newPersonKey(personId: string): string;
  person(personId: string, wrappedKey: string): PersonCipher;
  /** Exact-match index of a secret value: equal values give equal text, and nothing leads back. */
  blindIndex(purpose: string, value: string): string;
  /** A secret derived from the master key for one purpose, such as a one-time code's challenge. */
  derive(purpose: string, value: string): Buffer;
}

/** `keyId` stands in each wrapped key, so that a new master key can re-wrap person keys one at a time. */
export function createVault(masterKey: Buffer, keyId = "k1"): Vault {
  const derive = (purpose: string, value: string) =>
    createHmac("sha256", masterKey).update(`${purpose}:${value}`).digest();
  return {
    newPersonKey: (personId) =>
      `${keyId}.${seal(masterKey, `person-key:${personId}`, randomBytes(32)).toString("base64")}`,
    person(personId, wrappedKey) {
      const key = open(
        masterKey,
        `person-key:${personId}`,
        Buffer.from(wrappedKey.slice(wrappedKey.indexOf(".") + 1), "base64"),
      );
      return {
        seal: (place, text) => `${keyId}.${seal(key, place, Buffer.from(text)).toString("base64")}`,
        open: (place, sealed) =>
          open(key, place, Buffer.from(sealed.slice(sealed.indexOf(".") + 1), "base64")).toString(),
        sealBytes: (place, bytes) => seal(key, place, Buffer.from(bytes)),
        openBytes: (place, sealed) => open(key, place, sealed),
      };
    },
    blindIndex: (purpose, value) => derive(`blind:${purpose}`, value).toString("base64url"),
    derive,
  };
}

export const maskPhone = (phone: string): string => phone.replace(/^(\d{3})\d{4}(\d{4})$/, "$1****$2");
export const maskIdentityNumber = (number: string): string => number.replace(/^(.{4}).*(.{2})$/, "$1************$2");
export const maskName = (name: string): string =>
  name.length <= 1 ? "*" : name.charAt(0) + "*".repeat(Math.min(name.length - 1, 2));
export const maskCard = (number: string): string => `**** ${number.slice(-4)}`;
