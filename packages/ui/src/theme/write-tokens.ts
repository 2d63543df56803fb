import { writeFileSync } from "node:fs";
import { theme } from "antd";
import { themeFor } from "./antd-theme.ts";
import { cssVariables, textVariables } from "./css-variables.ts";
import type { AppName, Mode } from "./theme.ts";

const modes: readonly Mode[] = ["light", "dark"];

const lines = (variables: Record<string, string>) =>
  Object.entries(variables)
    .map(([name, value]) => `  ${name}: ${value};`)
    .join("\n");

function block(app: AppName, mode: Mode): string {
  const variables = cssVariables(app, mode, theme.getDesignToken(themeFor(app, mode)));
  return `[data-app="${app}"][data-theme="${mode}"] {\n  color-scheme: ${mode};\n${lines(variables)}\n}\n`;
}

// After the two modes, so that it outranks both.
function largeText(app: AppName): string {
  return `[data-app="${app}"][data-text="large"] {\n${lines(textVariables(app, "large"))}\n}\n`;
}

const apps: readonly AppName[] = ["borrower", "institution", "admin"];
const blocks = apps.flatMap((app) => [...modes.map((mode) => block(app, mode)), largeText(app)]);
writeFileSync(
  new URL("tokens.css", import.meta.url),
  `/* Written by \`pnpm tokens\` from theme.ts. Change the colours there. */\n${blocks.join("\n")}`,
);
