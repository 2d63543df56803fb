import { defineLoader, grouped } from "../../kernel/loader/index.js";
import * as channels from "./channel.repository.js";
import type { PartnerKeyRow } from "./partner-key.tables.js";

export const keysOfChannel = defineLoader<string, PartnerKeyRow[]>("keysOfChannel", async (reader, ids) =>
  grouped(ids, await channels.keysOf(reader, ids), (row) => row.channelId),
);
