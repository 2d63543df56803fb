import { databaseTests } from "./vitest/index.ts";

export default databaseTests();
