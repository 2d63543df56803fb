import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { InstantScalar } from "../../kernel/scalars/index.js";
import { DocumentKind, DocumentState } from "./document.states.js";

registerEnumType(DocumentKind, {
  name: "DocumentKind",
  description: "What a document proves.",
  valuesConfig: {
    IDENTITY_FRONT: { description: "Identity card, side with the portrait." },
    IDENTITY_BACK: { description: "Identity card, side with the emblem." },
    WORK_PROOF: { description: "Proof of employment." },
    INCOME_PROOF: { description: "Payslips or proof of income." },
    BANK_STATEMENT: { description: "Bank statement of the last months." },
    RESIDENCE_PROOF: { description: "Proof of residence." },
    OTHER: { description: "Anything else an institution asked for." },
  },
});
registerEnumType(DocumentState, {
  name: "DocumentState",
  description: "Where a document stands.",
  valuesConfig: {
    AWAITING_UPLOAD: { description: "Parts are still missing, or it was not handed in yet." },
    CHECKING: { description: "All parts are here and are being checked." },
    ACCEPTED: { description: "Clean, stored under encryption, usable." },
    REFUSED: { description: "Not taken; see refusal." },
  },
});

@ObjectType({ description: "A file a borrower hands in.", simpleResolvers: true })
export class Document {
  @Field(() => ID, { description: "Identifies the document." })
  id: string;

  @Field(() => DocumentKind, { description: "What it is meant to prove." })
  kind: DocumentKind;

  @Field(() => String, { description: "image/jpeg, image/png or application/pdf." })
  contentType: string;

  @Field(() => Int, { description: "Bytes; once accepted, of the clean copy." })
  sizeBytes: number;

  @Field(() => DocumentState, { description: "Where it stands." })
  state: DocumentState;

  @Field(() => String, {
    nullable: true,
    description:
      "Why it was refused: WRONG_TYPE, DISGUISED (something hides behind the picture), BROKEN, TOO_MANY_PIXELS, ACTIVE_CONTENT (a PDF with scripts or attachments), MALWARE.",
  })
  refusal: string | null;

  @Field(() => Int, { nullable: true, description: "Pages, where the file says so." })
  pageCount: number | null;

  @Field(() => Boolean, {
    description:
      "Whether it is too unclear to be read well: take a better one, or keep it knowingly with `keepDocument`.",
  })
  isBlurred: boolean;

  @Field(() => InstantScalar, { nullable: true, description: "When its owner said that an unclear one is to count." })
  keptAt: Date | null;

  @Field(() => InstantScalar, { nullable: true, description: "When its check ended." })
  uploadedAt: Date | null;

  @Field(() => InstantScalar, { description: "When the upload was requested." })
  createdAt: Date;
}

@ObjectType({ description: "One part of an upload.", simpleResolvers: true })
export class UploadChunk {
  @Field(() => Int, { description: "Place in the file, from 0." })
  index: number;

  @Field(() => String, {
    description: "Path on this origin to PUT exactly sizeBytes bytes to, once, before the ticket expires.",
  })
  url: string;

  @Field(() => Int, { description: "Exact length in bytes." })
  sizeBytes: number;

  @Field(() => Boolean, { description: "Whether it has arrived: it need not be sent again." })
  isReceived: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "SHA-256 of the part that is here, lower-case hex, when an upload goes on: where your file's part has another, it is another file, which needs an upload of its own. Null for a part that is missing.",
  })
  sha256: string | null;
}

@ObjectType({
  description: "How to send a file: PUT each part to its url, then call completeUpload.",
  simpleResolvers: true,
})
export class UploadTicket {
  @Field(() => Document, { description: "The document that will hold it." })
  document: Document;

  @Field(() => Int, { description: "Length of every part but the last, in bytes." })
  chunkBytes: number;

  @Field(() => [UploadChunk], { description: "The parts in order." })
  chunks: UploadChunk[];

  @Field(() => InstantScalar, { description: "When the urls end; resumeUpload gives new ones." })
  expiresAt: Date;
}

@ObjectType({ description: "A document opened for one session, for a minute.", simpleResolvers: true })
export class DocumentView {
  @Field(() => Document, { description: "What was opened." })
  document: Document;

  @Field(() => String, { description: "Path on this origin to GET it from, with the same session." })
  url: string;

  @Field(() => InstantScalar, { description: "When the url ends." })
  expiresAt: Date;

  @Field(() => String, {
    description:
      "The viewer's mark: drawn into images by the server, to be drawn over a PDF by the page. Empty for the owner.",
  })
  watermark: string;
}
