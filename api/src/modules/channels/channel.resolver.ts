import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { IssuePartnerKeyInput, RevokePartnerKeyInput } from "./channel.inputs.js";
import { keysOfChannel } from "./channel.loaders.js";
import type { ChannelService, IssuedKey } from "./channel.service.js";
import type { ChannelRow } from "./channel.tables.js";
import { Channel, IssuePartnerKeyPayload, PartnerKey } from "./channel.types.js";
import type { PartnerKeyRow } from "./partner-key.tables.js";

@Resolver(() => Channel)
export class ChannelResolver {
  constructor(private readonly book: ChannelService) {}

  @Allow("channel:read")
  @Query(() => [Channel], { description: "Every partner, by name." })
  channels(@Ctx() ctx: Context): Promise<ChannelRow[]> {
    return this.book.list(ctx.reader);
  }

  @Allow("channel:manage")
  @Mutation(() => IssuePartnerKeyPayload, {
    description:
      "Issues a key. Its token is in this answer only. Refused for scopes partners cannot hold and for a past day.",
  })
  issuePartnerKey(
    @Ctx() ctx: Context,
    @Arg("input", () => IssuePartnerKeyInput, { description: "For whom, for what, until when." })
    input: IssuePartnerKeyInput,
  ): Promise<IssuedKey> {
    return this.book.issueKey(ctx.viewer, input);
  }

  @Allow("channel:manage")
  @Mutation(() => PartnerKey, {
    description: "Ends a key: it is refused everywhere within five seconds, open sockets too.",
  })
  revokePartnerKey(
    @Ctx() ctx: Context,
    @Arg("input", () => RevokePartnerKeyInput, { description: "Which." }) input: RevokePartnerKeyInput,
  ): Promise<PartnerKeyRow> {
    return this.book.revokeKey(ctx.viewer, input.keyId);
  }

  @FieldResolver(() => [PartnerKey], { description: "Its keys, newest first, ended ones included." })
  keys(@Root() channel: ChannelRow, @Ctx() ctx: Context): Promise<PartnerKeyRow[]> {
    return ctx.load(keysOfChannel, channel.id);
  }
}
