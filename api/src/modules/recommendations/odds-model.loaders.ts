import { defineLoader, grouped } from "../../kernel/loader/index.js";
import * as models from "./odds-model.repository.js";

/** Promise against outcome by model: all together and institution by institution. */
export const recordsByOddsModel = defineLoader("recordsByOddsModel", async (reader, ids: readonly string[]) =>
  grouped(ids, await models.recordsOf(reader, ids), ({ modelId }) => modelId),
);
