/** `pnpm staff --login ops@bank.example --name 苏望舒 --role PLATFORM_ADMIN`: exit 1 with a sentence when it is refused. */
import "reflect-metadata";
import { parseArgs } from "node:util";
import { loadConfig } from "../../kernel/config/index.js";
import { migrateDatabase } from "../../kernel/database/migrate.js";
import { DomainError } from "../../kernel/errors/index.js";
import { roleDefinitions } from "../../modules/identity/index.js";
import { fillSandbox } from "../demo/index.js";
import { buildKernel } from "../kernel.js";
import { buildModules } from "../modules.js";
import { createPlatformStaff, staffProblem } from "./index.js";

const { values } = parseArgs({
  options: { login: { type: "string" }, name: { type: "string" }, role: { type: "string", multiple: true } },
});
const wish = { login: values.login ?? "", name: values.name ?? "", roles: values.role ?? [] };
const platformRoles = roleDefinitions.filter(({ kind }) => kind === "PLATFORM").map(({ code }) => code);

async function make(): Promise<void> {
  const config = loadConfig();
  await migrateDatabase(config.ownerUrl, new URL(config.apiUrl).password);
  await fillSandbox({ ...config, isSandbox: false }, { hasMarket: false, isQuiet: true });
  const { kernel, close } = buildKernel(config, "worker");
  try {
    const modules = buildModules(kernel);
    await kernel.clock.refresh();
    const { login, password, totpUri } = await createPlatformStaff(kernel, modules.identity, wish);
    console.log(`\n  login          ${login}\n  password       ${password}\n  second factor  ${totpUri}\n`);
    console.log(
      "  Shown once: add the second factor to an authenticator now, sign in at /admin/ and change the password.",
    );
  } finally {
    await close();
  }
}

const problem = staffProblem(wish, platformRoles);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else
  await make().catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
    console.error(error.text("en-US"));
    process.exitCode = 1;
  });
