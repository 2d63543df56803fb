/** Ciphers of people: each person's fields are sealed under a key of their own. */
import type { PersonCipher, Vault } from "../../kernel/crypto/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import * as personKeys from "./person-key.repository.js";

export class PersonKeyService {
  constructor(private readonly vault: Vault) {}

  /**
   * The cipher of one person. In a write transaction a missing key is made.
   * @throws NOT_FOUND in a read when the person has no key, which is what erasure leaves behind.
   */
  async cipherOf(reader: Reader | Tx, personId: string): Promise<PersonCipher> {
    const known = await personKeys.find(reader, personId);
    if (known) return this.vault.person(personId, known);
    if (!("afterCommit" in reader)) throw kernelErrors.notFound();
    const wrapped = await personKeys.ensure(reader, personId, this.vault.newPersonKey(personId));
    return this.vault.person(personId, wrapped);
  }

  /** Ciphers of many people; whoever has been erased is missing from the answer. */
  async ciphersOf(reader: Reader | Tx, personIds: readonly string[]): Promise<Map<string, PersonCipher>> {
    if (personIds.length === 0) return new Map();
    const rows = await personKeys.findAll(reader, [...new Set(personIds)]);
    return new Map(rows.map(({ personId, wrapped }) => [personId, this.vault.person(personId, wrapped)]));
  }
}
