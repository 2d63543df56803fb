/** Finished answers to guests' catalogue documents, kept whole and bounded in bytes; a new catalogue version empties it. */
export class AnswerCache {
  readonly #answers = new Map<string, string>();
  #bytes = 0;
  #version = "";

  constructor(private readonly maxBytes: number) {}

  get(version: string, key: string): string | undefined {
    if (version !== this.#version) return undefined;
    const answer = this.#answers.get(key);
    if (answer === undefined) return undefined;
    // Re-inserted: the map's order is the order of last use.
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    return answer;
  }

  put(version: string, key: string, answer: string): void {
    if (version !== this.#version) {
      this.#answers.clear();
      this.#bytes = 0;
      this.#version = version;
    }
    if (answer.length > this.maxBytes / 16) return;
    this.#answers.set(key, answer);
    this.#bytes += key.length + answer.length;
    for (const [oldest, text] of this.#answers) {
      if (this.#bytes <= this.maxBytes) break;
      this.#answers.delete(oldest);
      this.#bytes -= oldest.length + text.length;
    }
  }
}
