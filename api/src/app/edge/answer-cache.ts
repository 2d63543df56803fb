/** Finished answers to guests' catalogue documents, kept whole and bounded in bytes; a new catalogue version empties it. */

const ASKED_ONCE_KEPT = 20_000;

export class AnswerCache {
  readonly #answers = new Map<string, Buffer>();
  /** Questions asked once: an answer is kept from the second time on, or those nobody repeats would push out the others. */
  readonly #askedOnce = new Set<string>();
  #bytes = 0;
  #version = "";

  constructor(private readonly maxBytes: number) {}

  get(version: string, key: string): Buffer | undefined {
    if (version !== this.#version) return undefined;
    const answer = this.#answers.get(key);
    if (answer === undefined) return undefined;
    // Re-inserted: the map's order is the order of last use.
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    return answer;
  }

  put(version: string, key: string, answer: Buffer): void {
    if (version !== this.#version) {
      this.#answers.clear();
      this.#bytes = 0;
      this.#version = version;
    }
    if (answer.length > this.maxBytes / 16 || key.length > this.maxBytes / 16) return;
    if (!this.#askedOnce.delete(key)) {
      if (this.#askedOnce.size >= ASKED_ONCE_KEPT) this.#askedOnce.clear();
      if (key.length < 1_000) this.#askedOnce.add(key);
      return;
    }
    this.#drop(key);
    this.#answers.set(key, answer);
    this.#bytes += key.length + answer.length;
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.maxBytes) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const kept = this.#answers.get(key);
    if (!kept) return;
    this.#answers.delete(key);
    this.#bytes -= key.length + kept.length;
  }
}
