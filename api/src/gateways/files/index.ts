/** Where files rest: every object under a random name, sealed with its owner's key. Nothing can be listed. */
import { newToken } from "../../kernel/crypto/index.js";

/** The part of a person's cipher that files need. */
export interface FileCipher {
  sealBytes(place: string, bytes: Uint8Array): Buffer;
  openBytes(place: string, sealed: Buffer): Buffer;
}

export interface FilesGateway {
  /** Seals and stores; a name is written once. */
  put(name: string, bytes: Uint8Array, cipher: FileCipher): Promise<void>;
  /** @throws when the object is missing, or sealed by another key or under another name. */
  get(name: string, cipher: FileCipher): Promise<Buffer>;
  /** Missing objects are ignored. */
  remove(names: readonly string[]): Promise<void>;
}

/** A name that cannot be guessed and says nothing about its owner. */
export const newObjectName = (folder: "quarantine" | "documents" | "contracts"): string => `${folder}/${newToken()}`;
