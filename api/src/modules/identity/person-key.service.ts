/** Ciphers of people: each person's fields are sealed under a key of their own. */
import type { PersonCipher, Vault } from "../../kernel/crypto/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import * as personKeys from "./person-key.repository.js";

export class PersonKeyService {
  /** One read of a key serves every sealed field that an operation opens. */
  readonly #read = new WeakMap<Reader, Map<string, Promise<string | undefined>>>();

  constructor(private readonly vault: Vault) {}

  /**
   * The cipher of one person. In a write transaction a missing key is made.
   * @throws NOT_FOUND in a read when the person has no key, which is what erasure leaves behind.
   */
  async cipherOf(reader: Reader | Tx, personId: string): Promise<PersonCipher> {
    const isWriting = "afterCommit" in reader;
    const known = await (isWriting ? personKeys.find(reader, personId) : this.#keyOf(reader, personId));
    if (known) return this.vault.person(personId, known);
    if (!isWriting) throw kernelErrors.notFound();
    const wrapped = await personKeys.ensure(reader, personId, this.vault.newPersonKey(personId));
    return this.vault.person(personId, wrapped);
  }

  #keyOf(reader: Reader, personId: string): Promise<string | undefined> {
    const keys = this.#read.get(reader) ?? new Map<string, Promise<string | undefined>>();
    this.#read.set(reader, keys);
    const key = keys.get(personId) ?? personKeys.find(reader, personId);
    keys.set(personId, key);
    return key;
  }

  /** Ciphers of many people; whoever has been erased is missing from the answer. */
  async ciphersOf(reader: Reader | Tx, personIds: readonly string[]): Promise<Map<string, PersonCipher>> {
    if (personIds.length === 0) return new Map();
    const rows = await personKeys.findAll(reader, [...new Set(personIds)]);
    return new Map(rows.map(({ personId, wrapped }) => [personId, this.vault.person(personId, wrapped)]));
  }
}
