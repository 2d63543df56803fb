import { fileURLToPath } from "node:url";

/** The contract: emitted by the api, committed, read by everyone else. */
export const schemaFile = fileURLToPath(new URL("../../../schema.graphql", import.meta.url));
