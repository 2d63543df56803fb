/** From a row of driver values to the row's object, with everything about its columns found out beforehand. */
import { Column, getTableName, is, SQL } from "drizzle-orm";

interface Decoder {
  mapFromDriverValue(value: unknown): unknown;
}

/** One selected column or expression with the place it takes in the row's object. */
export interface SelectedField {
  readonly path: readonly string[];
  readonly field: unknown;
}

interface Cell {
  readonly group: string | undefined;
  readonly key: string;
  /** Undefined where the driver's value stands as it is. */
  readonly decoder: Decoder | undefined;
  /** The column's table where the row has one object for each joined table. */
  readonly table: string | undefined;
}

/** What drizzle gives a column without a mapping of its own. */
const plainColumn = Column.prototype.mapFromDriverValue;

function decoderOf(field: unknown): Decoder | undefined {
  if (is(field, Column)) return field.mapFromDriverValue === plainColumn ? undefined : field;
  const expression = is(field, SQL) ? field : (field as { sql: SQL }).sql;
  return (expression as unknown as { decoder: Decoder }).decoder;
}

function cellOf({ path, field }: SelectedField): Cell {
  const [first = "", second] = path;
  if (path.length > 2) throw new Error(`a compiled statement selects ${path.join(".")}, which is too deep`);
  const table = second !== undefined && is(field, Column) ? getTableName(field.table) : undefined;
  return second === undefined
    ? { group: undefined, key: first, decoder: decoderOf(field), table }
    : { group: first, key: second, decoder: decoderOf(field), table };
}

/**
 * The mapping drizzle would make of these fields. `joinsNotNullableMap` says of each joined table whether it always has
 * a row; where it has none, its object is null.
 */
export function rowMapper<Row>(
  fields: readonly SelectedField[],
  joinsNotNullableMap: Readonly<Record<string, boolean>> | undefined,
): (row: readonly unknown[]) => Row {
  const cells = fields.map(cellOf);
  const read = ({ decoder }: Cell, value: unknown): unknown =>
    value === null || decoder === undefined ? value : decoder.mapFromDriverValue(value);
  if (cells.every(({ group }) => group === undefined))
    return (row) => {
      const object: Record<string, unknown> = {};
      for (let index = 0; index < cells.length; index += 1) {
        const cell = cells[index];
        if (cell) object[cell.key] = read(cell, row[index]);
      }
      return object as Row;
    };
  const optional = optionalGroups(cells, joinsNotNullableMap);
  return (row) => {
    const object: Record<string, unknown> = {};
    const present = new Set<string>();
    cells.forEach((cell, index) => {
      const value = read(cell, row[index]);
      if (cell.group === undefined) {
        object[cell.key] = value;
        return;
      }
      object[cell.group] ??= {};
      (object[cell.group] as Record<string, unknown>)[cell.key] = value;
      if (value !== null) present.add(cell.group);
    });
    for (const group of optional) if (!present.has(group)) object[group] = null;
    return object as Row;
  };
}

/** Groups that are one joined table's columns and may have no row. */
function optionalGroups(
  cells: readonly Cell[],
  joinsNotNullableMap: Readonly<Record<string, boolean>> | undefined,
): string[] {
  if (!joinsNotNullableMap) return [];
  const groups = new Map<string, Set<string | undefined>>();
  for (const { group, table } of cells)
    if (group !== undefined) groups.set(group, (groups.get(group) ?? new Set()).add(table));
  return [...groups].flatMap(([group, tables]) => {
    const [table] = tables;
    return tables.size === 1 && table !== undefined && !joinsNotNullableMap[table] ? [group] : [];
  });
}
