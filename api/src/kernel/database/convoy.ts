/**
 * Compiled statements that are asked for at the same moment travel as one: a page then costs as many statements as it is
 * deep, not as it has edges. Each keeps its own text and its rows their order; every value crosses as PostgreSQL's own
 * text of it and is read by the driver's own parser, so its type is the same either way.
 * What a statement selects is learned from the driver when it first runs, which is why it first runs alone.
 */
type Rows = unknown[][];
type Parameters = readonly unknown[];
type Parser = ((text: string) => unknown) & { readonly array?: true };

interface SelectedColumn {
  /** PostgreSQL's number of the type. */
  readonly type: number;
  readonly parser?: Parser;
}

/** What the driver answers with. */
export type DriverRows = Rows & { readonly columns?: readonly SelectedColumn[] };

interface Shape {
  readonly order: number;
  readonly columns: readonly SelectedColumn[];
}

interface Ask {
  readonly text: string;
  readonly parameters: Parameters;
  readonly answer: (rows: Rows) => void;
  readonly fail: (error: unknown) => void;
}

interface Part extends Ask {
  readonly shape: Shape;
}

const BOOLEAN = 16;
/** More than the apps' documents make. Each is kept prepared on every connection: beyond, statements travel alone. */
const MAX_COMBINED = 1_000;
/** Planning a text of more parts costs more than it spares. */
const MAX_PARTS = 16;
const QUOTED_OR_PARAMETER = /'(?:[^']|'')*'|\$(\d+)/g;

/** The driver reads `t` for true, as it stands on the wire; a cast would write `true`. */
const textOf = ({ type }: SelectedColumn, index: number): string =>
  type === BOOLEAN ? `left(t.c${index}::text, 1)` : `t.c${index}::text`;

function partText(text: string, { columns }: Shape, parametersBefore: number): string {
  const numbered = text.replace(QUOTED_OR_PARAMETER, (found, number: string | undefined) =>
    number === undefined ? found : `$${Number(number) + parametersBefore}`,
  );
  const names = columns.map((_, index) => `c${index}`);
  return `(select json_agg(array[${columns.map(textOf)}]) from (${numbered}) as t(${names}))`;
}

function readValue({ parser }: SelectedColumn, text: string | null | undefined): unknown {
  if (text === null || text === undefined) return null;
  if (!parser) return text;
  return parser(parser.array ? text.slice(1) : text);
}

/** What one process knows of its statements. */
export class ConvoyTexts {
  readonly #shapes = new Map<string, Shape>();
  readonly #combined = new Map<string, string>();

  shapeOf(text: string): Shape | undefined {
    return this.#shapes.get(text);
  }

  learn(text: string, columns: readonly SelectedColumn[] | undefined): void {
    if (columns && columns.length > 0 && !this.#shapes.has(text))
      this.#shapes.set(text, { order: this.#shapes.size, columns });
  }

  /** One text for these parts in this order; undefined where too many are known already. */
  combined(parts: readonly Part[]): string | undefined {
    const key = parts.map(({ shape }) => shape.order).join();
    const known = this.#combined.get(key);
    if (known !== undefined || this.#combined.size >= MAX_COMBINED) return known;
    let before = 0;
    const texts = parts.map(({ text, shape, parameters }) => {
      const made = partText(text, shape, before);
      before += parameters.length;
      return made;
    });
    const made = `select ${texts.join(",\n")}`;
    this.#combined.set(key, made);
    return made;
  }
}

/** The statements of one operation, gathered moment by moment. */
export class Convoy {
  #waiting: Ask[] = [];

  constructor(
    private readonly texts: ConvoyTexts,
    private readonly send: (text: string, parameters: Parameters) => Promise<DriverRows>,
  ) {}

  ask(text: string, parameters: Parameters): Promise<Rows> {
    return new Promise((answer, fail) => {
      this.#waiting.push({ text, parameters, answer, fail });
      if (this.#waiting.length > 1) return;
      // The loaders of one moment wake tick after tick; once the queue has come round, all of them have asked.
      process.nextTick(() => void Promise.resolve().then(() => process.nextTick(() => this.#leave())));
    });
  }

  #leave(): void {
    const asked = this.#waiting;
    this.#waiting = [];
    const parts: Part[] = [];
    for (const ask of asked) {
      const shape = asked.length > 1 ? this.texts.shapeOf(ask.text) : undefined;
      if (shape) parts.push({ ...ask, shape });
      else void this.#alone(ask);
    }
    // The same statements in another order are the same text.
    parts.sort((a, b) => a.shape.order - b.shape.order);
    for (let from = 0; from < parts.length; from += MAX_PARTS) void this.#together(parts.slice(from, from + MAX_PARTS));
  }

  async #alone({ text, parameters, answer, fail }: Ask): Promise<void> {
    try {
      const rows = await this.send(text, parameters);
      this.texts.learn(text, rows.columns);
      answer(rows);
    } catch (error) {
      fail(error);
    }
  }

  async #together(parts: readonly Part[]): Promise<void> {
    const text = parts.length > 1 ? this.texts.combined(parts) : undefined;
    if (text === undefined) {
      for (const part of parts) void this.#alone(part);
      return;
    }
    try {
      const [row = []] = await this.send(
        text,
        parts.flatMap(({ parameters }) => parameters),
      );
      parts.forEach(({ shape: { columns }, answer }, index) => {
        const found = (row[index] ?? []) as (string | null)[][];
        answer(found.map((values) => columns.map((column, at) => readValue(column, values[at]))));
      });
    } catch (error) {
      for (const { fail } of parts) fail(error);
    }
  }
}
