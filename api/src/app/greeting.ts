/** What a person who has just started the product needs to see: where it is and who they can be. */
import type { Kernel } from "../kernel/index.js";
import type { Modules } from "./modules.js";

export async function greet(kernel: Kernel, modules: Modules, url: string): Promise<void> {
  const lines = [
    "",
    "Daichao 贷超 is ready",
    "",
    `  borrower      ${url}/`,
    `  institution   ${url}/institution/`,
    `  admin         ${url}/admin/`,
    `  GraphQL       ${url}/graphql`,
  ];
  if (kernel.config.isSandbox) {
    lines.push(
      `  explorer      ${url}/graphiql`,
      `  SMS and mail  ${url}/dev/outbox`,
      "",
      `  business day  ${kernel.clock.today()}`,
      "",
      "  demo accounts (one click on each sign-in page)",
    );
    const accounts = await modules.identity.demoAccounts.list("en-US");
    for (const account of accounts)
      lines.push(`    ${account.login.padEnd(22)} ${account.password.padEnd(14)} ${account.label}`);
  }
  process.stdout.write(`${lines.join("\n")}\n\n`);
}
