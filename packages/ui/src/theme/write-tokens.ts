import { writeFileSync } from "node:fs";
import { theme } from "antd";
import { themeFor } from "./antd-theme.ts";
import { cssVariables } from "./css-variables.ts";
import type { AppName, Mode } from "./theme.ts";

const modes: readonly Mode[] = ["light", "dark"];

function block(app: AppName, mode: Mode): string {
  const variables = cssVariables(app, mode, theme.getDesignToken(themeFor(app, mode)));
  const lines = Object.entries(variables).map(([name, value]) => `  ${name}: ${value};`);
  return `[data-app="${app}"][data-theme="${mode}"] {\n  color-scheme: ${mode};\n${lines.join("\n")}\n}\n`;
}

const apps: readonly AppName[] = ["borrower", "institution", "admin"];
const blocks = apps.flatMap((app) => modes.map((mode) => block(app, mode)));
writeFileSync(
  new URL("tokens.css", import.meta.url),
  `/* Written by \`pnpm tokens\` from theme.ts. Change the colours there. */\n${blocks.join("\n")}`,
);
