import { fileURLToPath } from "node:url";
import { defineConfig, devices, type PlaywrightTestConfig } from "@playwright/test";
import { findBrowser } from "./browser.ts";

export type { Locator, Page } from "@playwright/test";
export { expect, test } from "./fixtures.ts";
export { type Product, type ProductOptions, startProduct } from "./product.ts";

export type App = "borrower" | "institution" | "admin";

export interface StoryOptions {
  /** The business day on which the product of the run begins; 2026-09-23. Without one it is the real day. */
  dayZero?: string;
}

const productSetup = fileURLToPath(new URL("./product-setup.ts", import.meta.url));
const wide = { viewport: { width: 1440, height: 900 } };
const phone = { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } };
const onDesktop = /\.desktop\.story\.ts$/;

/**
 * Browser stories of one app: `stories/<name>.story.ts`, against the built product. The borrower's are told on a phone
 * (`<name>.desktop.story.ts` on a wide screen), the others on a wide screen. All of one run share a product, whose business
 * clock only moves forward: a story that moves it leaves the later ones a later hour.
 */
export async function stories(app: App, { dayZero }: StoryOptions = {}): Promise<PlaywrightTestConfig> {
  const launchOptions = await findBrowser();
  return defineConfig({
    testDir: "stories",
    testMatch: /\.story\.ts$/,
    outputDir: "test-results",
    globalSetup: productSetup,
    metadata: { dayZero },
    forbidOnly: true,
    fullyParallel: false,
    workers: Number(process.env.STORY_WORKERS ?? 1),
    // A busy machine is slow, not wrong: waits are long, and each ends with what it waits for.
    timeout: 900_000,
    expect: { timeout: 45_000 },
    retries: 0,
    reporter: [["list"]],
    projects: app === "borrower" ? borrowerProjects() : [{ name: "wide", use: wide }],
    use: {
      launchOptions,
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
      colorScheme: "light",
      contextOptions: { reducedMotion: "reduce" },
      screenshot: "only-on-failure",
      // Every step of many windows costs more than the story itself: a trace is taken when somebody wants one.
      trace: process.env.STORY_TRACE ? "retain-on-failure" : "off",
      actionTimeout: 45_000,
      navigationTimeout: 60_000,
    },
  });
}

function borrowerProjects() {
  return [
    { name: "phone", use: phone, testIgnore: onDesktop },
    { name: "wide", use: wide, testMatch: onDesktop },
  ];
}
