import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

interface StoryFixtures {
  /** Fails when axe finds anything against WCAG 2.2 AA on the page as it stands. */
  axeClean: (page: Page) => Promise<void>;
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
    await use(expectAccessible);
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

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target).join(" | ")}`,
  );
  expect(found).toEqual([]);
}
