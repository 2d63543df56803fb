import type { Kernel, ModuleParts } from "../../kernel/index.js";
import { ChannelResolver } from "./channel.resolver.js";
import { ChannelService } from "./channel.service.js";
import "./channel.permissions.js";

export interface ChannelsModule extends ModuleParts {
  readonly channels: ChannelService;
}

export function createChannelsModule(kernel: Kernel): ChannelsModule {
  const channels = new ChannelService(kernel);
  return { channels, resolvers: [new ChannelResolver(channels)] };
}
