/**
 * Values kept by key up to a bound, the least recently used dropped by the half: two maps, the younger filled until it
 * is full, then taking the older one's place. A hit in the older moves up.
 */
export class RecentValues<Value> {
  private young = new Map<string, Value>();
  private old = new Map<string, Value>();

  /** Keeps between `capacity` and twice that many. */
  constructor(private readonly capacity: number) {}

  get(key: string): Value | undefined {
    const young = this.young.get(key);
    if (young !== undefined) return young;
    const old = this.old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, value: Value): void {
    if (this.young.size >= this.capacity) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
  }

  /** The kept value, or the one made now and kept. */
  getOr(key: string, make: () => Value): Value {
    const kept = this.get(key);
    if (kept !== undefined) return kept;
    const made = make();
    this.set(key, made);
    return made;
  }
}
