import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Looks at a page, or at the part of it that a selector names. */
type Look = (page: Page, part?: string) => Promise<void>;

interface StoryFixtures {
  /** Fails when axe finds anything against WCAG 2.2 AA on the page as it stands. */
  axeClean: Look;
  /** The same for contrast alone, which is all that another theme can change. */
  coloursClean: Look;
  /** Keeps a picture of the page in test-results/screenshots. */
  picture: (page: Page, name: string) => Promise<void>;
  /** What the browser complained about on any page of the story; a story that ends with one fails. */
  complaints: string[];
}

export const test = base.extend<StoryFixtures>({
  // Known only once the product runs, so it cannot stand in the config.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first argument
  baseURL: async ({}, use) => {
    await use(process.env.STORY_URL);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first argument
  axeClean: async ({}, use) => {
    await use((page, part) => expectClean(axeOn(page, part).withTags(rules)));
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first argument
  coloursClean: async ({}, use) => {
    await use((page, part) => expectClean(axeOn(page, part).withRules("color-contrast")));
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first argument
  picture: async ({}, use, info) => {
    const folder = join(info.project.outputDir, "screenshots");
    await use(async (page, name) => {
      await page.screenshot({ path: join(folder, `${info.project.name}-${name}.png`), fullPage: true });
    });
  },
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      context.on("weberror", (error) => complaints.push(error.error().message));
      context.on("console", (message) => {
        if (/Content Security Policy|hydrat|unique "key"/i.test(message.text())) complaints.push(message.text());
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

// Without frames there is nothing to join in a second page, and only what is wrong is described: most of the time is saved.
function axeOn(page: Page, part?: string): AxeBuilder {
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"], preload: false });
  return part === undefined ? builder : builder.include(part);
}

async function expectClean(builder: AxeBuilder): Promise<void> {
  const { violations } = await builder.analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target).join(" | ")}`,
  );
  expect(found).toEqual([]);
}
