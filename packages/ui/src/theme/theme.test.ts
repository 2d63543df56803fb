// @vitest-environment jsdom
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { theme } from "antd";
import { describe, expect, it } from "vitest";
import { themeFor } from "./antd-theme.ts";
import { cssVariables, textVariables } from "./css-variables.ts";
import type { AppName, Mode } from "./theme.ts";
import { rooms } from "./theme.ts";
import { themeScript, themeScriptHash } from "./theme-script.ts";

const tokens = readFileSync(`${import.meta.dirname}/tokens.css`, "utf8");
const pairs = (Object.keys(rooms) as AppName[]).flatMap((app) =>
  (["light", "dark"] as Mode[]).map((mode) => [app, mode] as const),
);

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

function colourOf(text: string): Colour {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text);
  if (hex !== null)
    return [1, 2, 3].map((part) => Number.parseInt(hex[part] ?? "0", 16)).concat(1) as unknown as Colour;
  const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, alpha];
}

function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(front: string, back: string): number {
  const under = colourOf(back);
  const [red, green, blue, alpha] = colourOf(front);
  const mix = (over: number, below: number) => over * alpha + below * (1 - alpha);
  const seen: Colour = [mix(red, under[0]), mix(green, under[1]), mix(blue, under[2]), 1];
  const [light = 0, dark = 0] = [luminance(seen), luminance(under)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(pairs)("%s in %s", (app, mode) => {
  const variables = cssVariables(app, mode, theme.getDesignToken(themeFor(app, mode)));
  const value = (name: string): string => variables[`--dc-${name}`] ?? "";

  it("tokens.css is what the theme says: run `pnpm tokens` otherwise", () => {
    const block = tokens.slice(tokens.indexOf(`[data-app="${app}"][data-theme="${mode}"]`)).split("}")[0] ?? "";
    for (const [name, text] of Object.entries(variables)) expect(block).toContain(`${name}: ${text};`);
  });

  it.each([
    ["color-text", "color-canvas"],
    ["color-text-quiet", "color-canvas"],
    ["color-text-quiet", "color-paper"],
    ["color-placeholder", "color-paper"],
    ["color-on-solid", "color-primary"],
    ["color-primary", "color-primary-bg"],
    ["color-primary", "color-canvas"],
    ["color-link", "color-canvas"],
    ["color-error", "color-canvas"],
    ["status-info", "status-info-bg"],
    ["status-warning", "status-warning-bg"],
    ["status-success", "status-success-bg"],
    ["status-error", "status-error-bg"],
    ["status-error-solid", "status-error-solid-bg"],
  ])("%s is readable on %s (4.5:1)", (front, back) => {
    expect(contrast(value(front), value(back))).toBeGreaterThanOrEqual(4.5);
  });

  it("edges of controls and lines of charts are seen on paper (3:1)", () => {
    const edges = ["color-border", ...[1, 2, 3, 4, 5, 6].map((line) => `chart-${line}`)];
    for (const edge of edges) expect(contrast(value(edge), value("color-paper"))).toBeGreaterThanOrEqual(3);
  });
});

it.each(Object.keys(rooms) as AppName[])(
  "2-45: large text of %s is a quarter larger and outranks both modes",
  (app) => {
    const opening = `[data-app="${app}"][data-text="large"]`;
    const block = tokens.slice(tokens.indexOf(opening)).split("}")[0] ?? "";
    for (const [name, text] of Object.entries(textVariables(app, "large")))
      expect(block).toContain(`${name}: ${text};`);
    expect(tokens.indexOf(opening)).toBeGreaterThan(tokens.indexOf(`[data-app="${app}"][data-theme="dark"]`));
    const { fontSize = 0, controlHeight = 0 } = themeFor(app, "light", "large").token ?? {};
    expect(fontSize / rooms[app].fontSize).toBeCloseTo(1.25, 1);
    expect(controlHeight).toBeGreaterThan(rooms[app].controlHeight);
  },
);

it("the hash in the policy is the hash of the script", () => {
  expect(themeScriptHash).toBe(`sha256-${createHash("sha256").update(themeScript).digest("base64")}`);
});

it("the script puts the stored theme, language and size of text on the page before anything is drawn", () => {
  localStorage.setItem("dc-theme", "dark");
  localStorage.setItem("dc-locale", "en-US");
  localStorage.setItem("dc-text", "large");
  // biome-ignore lint/security/noGlobalEval: it is an inline script, this is how it runs
  globalThis.eval(themeScript);
  expect(document.documentElement.dataset.theme).toBe("dark");
  expect(document.documentElement.lang).toBe("en-US");
  expect(document.documentElement.dataset.text).toBe("large");
});
