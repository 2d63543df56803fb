export type Density = "compact" | "normal" | "relaxed";

/** What a viewer has made of a table; column keys only, so that new columns turn up by themselves. */
export interface TableSettings {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly pinned: readonly string[];
  readonly density: Density;
}

interface Settable {
  readonly key: string;
  readonly defaultHidden?: boolean;
  readonly defaultPinned?: boolean;
}

export function defaultSettings(columns: readonly Settable[], density: Density): TableSettings {
  return {
    order: columns.map((column) => column.key),
    hidden: columns.filter((column) => column.defaultHidden).map((column) => column.key),
    pinned: columns.filter((column) => column.defaultPinned).map((column) => column.key),
    density,
  };
}

const storageKey = (name: string): string => `dc-table-${name}`;

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** What was kept for this table, or null; anything unreadable counts as nothing. */
export function storedSettings(name: string, storage: Storage = localStorage): TableSettings | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(storageKey(name)) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    if (!("order" in kept && "hidden" in kept && "pinned" in kept && "density" in kept)) return null;
    const { order, hidden, pinned, density } = kept;
    const isDensity = density === "compact" || density === "normal" || density === "relaxed";
    return isTexts(order) && isTexts(hidden) && isTexts(pinned) && isDensity
      ? { order, hidden, pinned, density }
      : null;
  } catch {
    return null;
  }
}

export function storeSettings(name: string, settings: TableSettings, storage: Storage = localStorage): void {
  storage.setItem(storageKey(name), JSON.stringify(settings));
}

/** All columns in the viewer's order; columns the viewer has never met keep their own place. */
export function inOrder<Column extends Settable>(
  columns: readonly Column[],
  order: readonly string[],
): readonly Column[] {
  const known = columns.filter((column) => order.includes(column.key));
  const sorted = [...known].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  return columns.map((column) => (order.includes(column.key) ? (sorted.shift() ?? column) : column));
}

/** The columns to draw: pinned ones first, hidden ones not at all. */
export function shownColumns<Column extends Settable>(
  columns: readonly Column[],
  { order, hidden, pinned }: TableSettings,
): readonly Column[] {
  const shown = inOrder(columns, order).filter((column) => !hidden.includes(column.key));
  const isPinned = (column: Column): boolean => pinned.includes(column.key);
  return [...shown.filter(isPinned), ...shown.filter((column) => !isPinned(column))];
}

/** The order with one column a place up (-1) or down (+1). */
export function moved(order: readonly string[], key: string, by: -1 | 1): readonly string[] {
  const from = order.indexOf(key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return order;
  const next = [...order];
  next.splice(from, 1);
  next.splice(to, 0, key);
  return next;
}
