import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import type { BorrowerRow } from "./borrower.tables.js";
import { Borrower } from "./borrower.types.js";
import {
  CompleteUploadInput,
  DiscardDocumentInput,
  KeepDocumentInput,
  RequestUploadInput,
  ResumeUploadInput,
} from "./document.inputs.js";
import type { DocumentService } from "./document.service.js";
import type { DocumentRow } from "./document.tables.js";
import { Document, UploadTicket } from "./document.types.js";
import type { UploadService, UploadTicketValue } from "./upload.service.js";

@Resolver(() => Document)
export class DocumentResolver {
  constructor(
    private readonly documents: DocumentService,
    private readonly uploads: UploadService,
  ) {}

  @FieldResolver(() => String, { description: "The owner's name for the file; staff see its kind instead." })
  fileName(@Root() row: DocumentRow, @Ctx() ctx: Context): Promise<string> {
    return this.documents.fileNameFor(ctx.reader, ctx.viewer, row);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: "Whether another person handed in the same file; shown to staff only.",
  })
  isDuplicateElsewhere(@Root() row: DocumentRow, @Ctx() ctx: Context): boolean | null {
    return this.documents.duplicateFlagFor(ctx.viewer, row);
  }

  @Allow("profile:write")
  @Mutation(() => UploadTicket, {
    description: "Begins an upload: JPEG, PNG or PDF, at most 8 MB, 60 files and 120 MB per person.",
  })
  requestUpload(
    @Ctx() ctx: Context,
    @Arg("input", () => RequestUploadInput, { description: "The file." }) input: RequestUploadInput,
  ): Promise<UploadTicketValue> {
    return this.uploads.request(ctx.viewer, input);
  }

  @Allow("profile:write")
  @Mutation(() => UploadTicket, { description: "New urls for an upload that broke off; parts that arrived are kept." })
  resumeUpload(
    @Ctx() ctx: Context,
    @Arg("input", () => ResumeUploadInput, { description: "The upload." }) input: ResumeUploadInput,
  ): Promise<UploadTicketValue> {
    return this.uploads.resume(ctx.viewer, input.documentId);
  }

  @Allow("profile:write")
  @Mutation(() => Document, {
    description:
      "Hands the upload in and answers what became of it: ACCEPTED, or REFUSED with the reason. Refused while parts are missing.",
  })
  completeUpload(
    @Ctx() ctx: Context,
    @Arg("input", () => CompleteUploadInput, { description: "The upload." }) input: CompleteUploadInput,
  ): Promise<DocumentRow> {
    return this.uploads.complete(ctx.viewer, input.documentId);
  }

  @Allow("profile:write")
  @Mutation(() => Document, {
    description: "Keeps an unclear photo knowingly: without that, or a better one, it does not count.",
  })
  keepDocument(
    @Ctx() ctx: Context,
    @Arg("input", () => KeepDocumentInput, { description: "The photo." }) input: KeepDocumentInput,
  ): Promise<DocumentRow> {
    return this.uploads.keep(ctx.viewer, input.documentId);
  }

  @Allow("profile:write")
  @Mutation(() => Borrower, { description: "Puts a document away. Applications that hold it keep it." })
  discardDocument(
    @Ctx() ctx: Context,
    @Arg("input", () => DiscardDocumentInput, { description: "The document." }) input: DiscardDocumentInput,
  ): Promise<BorrowerRow> {
    return this.uploads.discard(ctx.viewer, input.documentId);
  }
}
