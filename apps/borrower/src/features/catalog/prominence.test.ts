import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const here = import.meta.dirname;
const tokens: Record<string, number> = {
  "--dc-font-size": 16,
  "--dc-font-size-small": 14,
  "--dc-font-size-section": 20,
  "--dc-font-size-figure": 28,
};

/** Every font size a style sheet gives, with the class it gives it to, in px. */
function sizesIn(file: string): { readonly name: string; readonly size: number }[] {
  const css = readFileSync(file, "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selector = "", body = ""]) => {
    const value = /font-size:\s*([^;]+);/.exec(body)?.[1]?.trim();
    if (value === undefined) return [];
    const size = value.startsWith("var(") ? tokens[value.slice(4, -1)] : Number.parseFloat(value);
    return [{ name: selector.trim(), size: size ?? Number.NaN }];
  });
}

const ui = join(here, "../../ui");
const light = join(here, "../../../../../packages/ui/src/light");

test.each([
  ["a product in the list", ["ProductRow.module.css"]],
  ["a product's page", ["ProductSummary.module.css"]],
  ["a calculation", ["CalculationResult.module.css"]],
])("R-02 no figure on %s is as large as the annual rate", (_, files) => {
  const own = files.flatMap((file) => sizesIn(join(here, file)));
  const facts = [...sizesIn(join(ui, "Fact.module.css")), ...sizesIn(join(ui, "InstitutionMark.module.css"))];
  const section = sizesIn(join(light, "figures.module.css")).filter(({ name }) => name === ".section");
  const rates = own.filter(({ name }) => name === ".figure").map(({ size }) => size);
  const others = [...own.filter(({ name }) => name !== ".figure" && name !== ".name"), ...facts, ...section];
  expect(rates.length).toBeGreaterThan(0);
  expect(others.every(({ size }) => Number.isFinite(size))).toBe(true);
  expect(Math.min(...rates)).toBeGreaterThan(Math.max(...others.map(({ size }) => size)));
});
