import { MaxLength } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { DocumentKind } from "./document.states.js";

@InputType({ description: "A file to be handed in." })
export class RequestUploadInput {
  @Field(() => DocumentKind, { description: "What it proves." })
  kind: DocumentKind;

  @Field(() => String, { description: "Its name for you, up to 120 characters; staff are not shown it." })
  @MaxLength(120)
  fileName: string;

  @Field(() => String, { description: "image/jpeg, image/png or application/pdf; the bytes must agree." })
  @MaxLength(100)
  contentType: string;

  @Field(() => Int, { description: "Exact length in bytes, at most 8 MB (8,388,608)." })
  sizeBytes: number;
}

@InputType({ description: "Which upload to go on with." })
export class ResumeUploadInput {
  @Field(() => ID, { description: "The document of the upload." })
  documentId: string;
}

@InputType({ description: "Which upload is whole." })
export class CompleteUploadInput {
  @Field(() => ID, { description: "The document of the upload." })
  documentId: string;
}

@InputType({ description: "Which unclear photo to keep." })
export class KeepDocumentInput {
  @Field(() => ID, { description: "One of your own accepted documents." })
  documentId: string;
}

@InputType({ description: "Which document to put away." })
export class DiscardDocumentInput {
  @Field(() => ID, { description: "One of your own documents." })
  documentId: string;
}
