/**
 * Partners that ask through the api: their keys, what each may do, and until when. What they may read is decided by
 * the rooms that own it.
 */
export { channelEvents } from "./channel.events.js";
export type { ChannelService, IssuedKey, KeyWish } from "./channel.service.js";
export type { ChannelRow } from "./channel.tables.js";
