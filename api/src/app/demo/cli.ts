/** Entry: fills the sandbox of DATABASE_URL and ends. */
import "reflect-metadata";
import { loadConfig } from "../../kernel/config/index.js";
import { migrateDatabase } from "../../kernel/database/migrate.js";
import { fillSandbox } from "./index.js";

const config = loadConfig();
await migrateDatabase(config.ownerUrl, new URL(config.apiUrl).password);
await fillSandbox(config, { hasMarket: config.isSandbox, isQuiet: false });
