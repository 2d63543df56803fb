import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root, Subscription } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { audienceOf, type LiveEvent } from "../../kernel/live/index.js";
import { type Page, PageArgs } from "../../kernel/page/index.js";
import { regionIn } from "../../kernel/regions/index.js";
import { Viewer } from "../identity/index.js";
import type { AccessService } from "./access.service.js";
import type { AccessRecordRow } from "./access.tables.js";
import { AccessRecordConnection } from "./access.types.js";
import type { BankCardService } from "./bank-card.service.js";
import { accessEvents, consentEvents, documentEvents } from "./borrower.events.js";
import { BindBankCardInput, SaveProfileInput, VerifyIdentityInput } from "./borrower.inputs.js";
import type { BorrowerService } from "./borrower.service.js";
import type { BankCardRow, BorrowerRow } from "./borrower.tables.js";
import { BankCard, Borrower, Profile } from "./borrower.types.js";
import type { ConsentService } from "./consent.service.js";
import type { ConsentRow } from "./consent.tables.js";
import { Consent } from "./consent.types.js";
import type { DocumentService } from "./document.service.js";
import type { DocumentRow } from "./document.tables.js";
import { Document } from "./document.types.js";
import type { ProfileService, ProfileValue } from "./profile.service.js";

@Resolver(() => Viewer)
export class ViewerBorrowerResolver {
  constructor(private readonly borrowers: BorrowerService) {}

  @FieldResolver(() => Borrower, {
    nullable: true,
    description: "The person behind a borrower's account; null for everybody else.",
  })
  borrower(@Ctx() ctx: Context): Promise<BorrowerRow | null> {
    return this.borrowers.ownOf(ctx.reader, ctx.viewer);
  }
}

const PRIVACY_EVENTS: ReadonlySet<string> = new Set(
  [documentEvents.viewed, accessEvents.revealed, ...Object.values(consentEvents)].map(({ name }) => name),
);

export interface BorrowerParts {
  readonly borrowers: BorrowerService;
  readonly profiles: ProfileService;
  readonly documents: DocumentService;
  readonly consents: ConsentService;
  readonly bankCards: BankCardService;
  readonly access: AccessService;
}

@Resolver(() => Borrower)
export class BorrowerResolver {
  constructor(private readonly parts: BorrowerParts) {}

  @FieldResolver(() => Boolean, {
    description: "Whether name, identity number and phone were found to be one person's.",
  })
  isIdentityVerified(@Root() row: BorrowerRow): boolean {
    return row.identityVerifiedAt !== null;
  }

  @FieldResolver(() => Profile, {
    nullable: true,
    description: "What they say about themselves; null before the first save.",
  })
  async profile(@Root() row: BorrowerRow, @Ctx() ctx: Context): Promise<ProfileValue | null> {
    const said = await this.parts.profiles.find(ctx.reader, row.id);
    return said && { ...said, province: said.province && regionIn(said.province, ctx.locale) };
  }

  @FieldResolver(() => [Document], { description: "Their documents, newest first." })
  documents(@Root() row: BorrowerRow, @Ctx() ctx: Context): Promise<DocumentRow[]> {
    return this.parts.documents.ofBorrower(ctx.reader, row.id);
  }

  @FieldResolver(() => [Consent], { description: "What they agreed to, newest first, ended ones too." })
  consents(@Root() row: BorrowerRow, @Ctx() ctx: Context): Promise<ConsentRow[]> {
    return this.parts.consents.ofBorrower(ctx.reader, row.id);
  }

  @FieldResolver(() => [BankCard], { description: "Their bound cards, oldest first." })
  bankCards(@Root() row: BorrowerRow, @Ctx() ctx: Context): Promise<BankCardRow[]> {
    return this.parts.bankCards.ofBorrower(ctx.reader, row.id);
  }

  @FieldResolver(() => AccessRecordConnection, {
    description: "Who looked at their clear data and documents, and why; newest first.",
  })
  accessRecords(
    @Root() row: BorrowerRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<AccessRecordRow>> {
    return this.parts.access.pageFor(ctx.reader, row.id, page);
  }

  @Allow("borrower:own")
  @Subscription(() => Borrower, {
    nullable: true,
    description: "Yourself, each time somebody has looked at your data or a consent of yours began or ended.",
    topics: ({ context }) => audienceOf((context as Context).viewer),
    filter: ({ payload }) => PRIVACY_EVENTS.has((payload as LiveEvent).name),
  })
  privacyChanged(@Root() _event: LiveEvent, @Ctx() ctx: Context): Promise<BorrowerRow | null> {
    return this.parts.borrowers.ownOf(ctx.reader, ctx.viewer);
  }

  @Allow("profile:write")
  @Mutation(() => Borrower, {
    description: "Saves a new version of the own profile. Refuses when it changed since `version` was read.",
  })
  saveProfile(
    @Ctx() ctx: Context,
    @Arg("input", () => SaveProfileInput, { description: "What to change." }) input: SaveProfileInput,
  ): Promise<BorrowerRow> {
    return this.parts.profiles.save(ctx.viewer, input);
  }

  @Allow("profile:write")
  @Mutation(() => Borrower, {
    description:
      "Checks name and identity number against the phone of the account; afterwards they can no longer change. Five tries a day; one account per number; 18 or older.",
  })
  verifyIdentity(
    @Ctx() ctx: Context,
    @Arg("input", () => VerifyIdentityInput, { description: "Name and number." }) input: VerifyIdentityInput,
  ): Promise<BorrowerRow> {
    return this.parts.borrowers.verifyIdentity(ctx.viewer, input);
  }

  @Allow("profile:write")
  @Mutation(() => Borrower, {
    description: "Binds a bank card of your own after the bank has confirmed its holder. Needs a verified identity.",
  })
  bindBankCard(
    @Ctx() ctx: Context,
    @Arg("input", () => BindBankCardInput, { description: "The card." }) input: BindBankCardInput,
  ): Promise<BorrowerRow> {
    return this.parts.bankCards.bind(ctx.viewer, input);
  }
}
