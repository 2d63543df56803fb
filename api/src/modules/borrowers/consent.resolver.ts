import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { Institution, type InstitutionRow, institutionById } from "../institutions/index.js";
import type { AccessRecordRow } from "./access.tables.js";
import { AccessRecord } from "./access.types.js";
import { documentById } from "./borrower.loaders.js";
import type { ConsentService, ConsentTextValue } from "./consent.service.js";
import { ConsentPurpose } from "./consent.states.js";
import type { ConsentRow } from "./consent.tables.js";
import { Consent, ConsentText } from "./consent.types.js";
import type { DocumentRow } from "./document.tables.js";
import { Document } from "./document.types.js";

@Resolver(() => Consent)
export class ConsentResolver {
  constructor(private readonly consents: ConsentService) {}

  @Allow("borrower:own")
  @Query(() => ConsentText, {
    description: "What a borrower agrees to before an institution sees anything, as it reads now.",
  })
  consentText(
    @Ctx() ctx: Context,
    @Arg("institutionId", () => ID, { description: "The receiver." }) institutionId: string,
    @Arg("purpose", () => ConsentPurpose, { defaultValue: ConsentPurpose.CREDIT_REVIEW, description: "What for." })
    purpose: ConsentPurpose,
  ): Promise<ConsentTextValue> {
    return this.consents.textOf(ctx.reader, ctx.viewer, { institutionId, purpose, locale: ctx.locale });
  }

  @FieldResolver(() => Institution, { description: "The receiver." })
  institution(@Root() row: ConsentRow, @Ctx() ctx: Context): Promise<InstitutionRow | null> {
    return ctx.load(institutionById, row.institutionId);
  }

  @FieldResolver(() => Boolean, { description: "Whether the institution may use the data now." })
  isStanding(@Root() row: ConsentRow): boolean {
    return row.endedAt === null;
  }
}

@Resolver(() => AccessRecord)
export class AccessRecordResolver {
  @FieldResolver(() => Institution, { nullable: true, description: "Whose staff looked; null for the platform's." })
  institution(@Root() row: AccessRecordRow, @Ctx() ctx: Context): Promise<InstitutionRow | null> | null {
    return row.institutionId === null ? null : ctx.load(institutionById, row.institutionId);
  }

  @FieldResolver(() => Document, { nullable: true, description: "The document that was opened." })
  document(@Root() row: AccessRecordRow, @Ctx() ctx: Context): Promise<DocumentRow | null> | null {
    return row.documentId === null ? null : ctx.load(documentById, row.documentId);
  }
}
