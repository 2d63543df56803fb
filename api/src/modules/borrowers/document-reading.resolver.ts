import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context/index.js";
import type { DocumentRow } from "./document.tables.js";
import { Document } from "./document.types.js";
import type { DocumentReadingService, ReadFactValue } from "./document-reading.service.js";
import { ReadingState } from "./document-reading.states.js";
import { DocumentReading, ReadFact } from "./document-reading.types.js";

type ReadDocument = DocumentRow & { readonly readingState: ReadingState };

@Resolver(() => Document)
export class DocumentReadingEdge {
  constructor(private readonly readings: DocumentReadingService) {}

  @FieldResolver(() => DocumentReading, {
    nullable: true,
    description: "What was read off it; null for what is not a photo of an identity card.",
  })
  reading(@Root() row: DocumentRow): ReadDocument | null {
    return this.readings.of(row);
  }
}

@Resolver(() => DocumentReading)
export class DocumentReadingResolver {
  constructor(private readonly readings: DocumentReadingService) {}

  @FieldResolver(() => ReadingState, { description: "How far it has come." })
  state(@Root() row: ReadDocument): ReadingState {
    return row.readingState;
  }

  @FieldResolver(() => [ReadFact], { description: "The values, each with how sure the reader is." })
  facts(@Root() row: ReadDocument, @Ctx() ctx: Context): Promise<ReadFactValue[]> {
    return this.readings.factsFor(ctx.reader, ctx.viewer, row);
  }
}
