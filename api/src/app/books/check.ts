/** One promise of the books, as a read-only statement that answers the rows which break it. */
export interface Check {
  readonly name: string;
  /** What must hold. */
  readonly promise: string;
  /** Answers `id` and `detail` of each offence, as text. */
  readonly sql: string;
}

export interface Offence {
  readonly check: string;
  readonly id: string;
  readonly detail: string;
}
