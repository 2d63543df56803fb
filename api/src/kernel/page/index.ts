/** Relay pages by keyset: a cursor is the sort key of the row it stands on, so pages stay whole while rows are inserted. */
import { Max, Min } from "class-validator";
import { ArgsType, type ClassType, Field, ID, Int, ObjectType } from "type-graphql";
import { kernelErrors } from "../errors/index.js";

export interface PageRequest {
  readonly first: number;
  readonly after?: string | null;
}

export interface Page<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  /** Counted up to a ceiling, and only where the query asked for it. */
  readonly totalCount?: number | null;
}

export type CursorKey = readonly (string | number)[];

export const encodeCursor = (key: CursorKey): string => Buffer.from(JSON.stringify(key)).toString("base64url");

/** @throws INVALID_INPUT on a cursor that this list did not make. */
export function decodeCursor(cursor: string | null | undefined, length: number): CursorKey | null {
  if (!cursor) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const isKey =
      Array.isArray(key) &&
      key.length === length &&
      key.every((part) => typeof part === "string" || typeof part === "number");
    if (isKey) return key;
  } catch {
    // falls through to the refusal: a broken cursor and a foreign one are the same mistake
  }
  throw kernelErrors.invalidInput({ rule: "cursor" }, "after");
}

/** Makes a page of `first + 1` fetched rows. */
export function pageOf<Row>(
  rows: readonly Row[],
  first: number,
  keyOf: (row: Row) => CursorKey,
  totalCount?: number | null,
): Page<Row> {
  const edges = rows.slice(0, first).map((node) => ({ cursor: encodeCursor(keyOf(node)), node }));
  return {
    edges,
    pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: totalCount ?? null,
  };
}

export const MAX_PAGE = 100;

@ArgsType()
export class PageArgs implements PageRequest {
  @Field(() => Int, { defaultValue: 20, description: "How many, 1 to 100." })
  @Min(1)
  @Max(MAX_PAGE)
  first: number;

  @Field(() => String, { nullable: true, description: "Cursor of the last item already seen." })
  after?: string | null;
}

@ObjectType({ description: "Where a page stands in its list.", simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether more items follow." })
  hasNextPage: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the last item of this page." })
  endCursor: string | null;
}

/** The connection type of a node type: `const ProductConnection = connectionType("Product", () => Product)`. */
export function connectionType<Node extends object>(name: string, node: () => ClassType<Node>): ClassType<Page<Node>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list, with its cursor.`, simpleResolvers: true })
  class Edge {
    @Field(() => ID, { description: "Opaque position in the list." })
    cursor: string;

    @Field(node, { description: `The ${name}.` })
    node: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name} items.`, simpleResolvers: true })
  class Connection implements Page<Node> {
    @Field(() => [Edge], { description: "The items, in order." })
    edges: Edge[];

    @Field(() => PageInfo, { description: "Where this page stands." })
    pageInfo: PageInfo;

    @Field(() => Int, {
      nullable: true,
      description:
        "Number of items in the whole list where it is cheap to know; counted up to 1,000, so 1,000 means 1,000 or more.",
    })
    totalCount?: number | null;
  }
  return Connection;
}
