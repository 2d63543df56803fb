import { stripVTControlCharacters } from "node:util";
import { expect, type Page } from "@daichao/config/playwright";
import { lostFromSight } from "./focus-sight.ts";

/** A page is ready when its title stands and nothing in it is still on its way. */
export async function isReady(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await isStill(page);
  await page.evaluate(() => document.fonts.ready);
}

/** Nothing is on its way, nothing is pale because it waits for newer figures, nothing is still coming in. */
async function isStill(page: Page): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: /^(加载中|Loading)$/ })).toHaveCount(0);
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(async () => {
    const runs = ({ playState, effect }: Animation) =>
      playState === "running" && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
    for (let looks = 0; looks < 40 && document.getAnimations().some(runs); looks += 1)
      await new Promise((done) => setTimeout(done, 50));
  });
}

export const speaks = (page: Page, locale: "zh-CN" | "en-US"): Promise<void> =>
  page.evaluate((wanted) => localStorage.setItem("dc-locale", wanted), locale);

/** How many pixels of the page lie beyond the right edge of a window this wide, once its tables have taken the new width. */
export async function overflowAt(page: Page, width: number): Promise<number> {
  const { height } = page.viewportSize() ?? { height: 844 };
  await page.setViewportSize({ width, height });
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  for (let tries = 0; tries < 40 && (await beyond()) > 0; tries += 1) await page.waitForTimeout(50);
  return beyond();
}

/**
 * Bars that stay in place must not hide anything from axe: the window becomes as tall as the page, also where a part of
 * it comes late.
 */
export async function showsWhole(page: Page, width: number): Promise<void> {
  const tallness = () => page.evaluate(() => document.documentElement.scrollHeight);
  let tall = 0;
  for (let looks = 0; looks < 10 && tall !== (await tallness()); looks += 1) {
    tall = await tallness();
    await page.setViewportSize({ width, height: Math.min(Math.max(tall, 844), 12_000) });
    await page.waitForTimeout(80);
  }
}

/** The lines of a failed comparison that name what was found; of any other error, its first. */
function said(error: unknown): string {
  const lines = stripVTControlCharacters(String(error)).split("\n");
  const found = lines.filter((line) => /^\s*\+\s+"/.test(line)).join(" ");
  return found === "" ? (lines[0] ?? "") : found;
}

type LookAtOpened = (name: string, part: string) => Promise<void>;
type Look = (page: Page, part?: string) => Promise<void>;

export interface Tools {
  readonly axeClean: Look;
  readonly coloursClean: Look;
  readonly picture: (page: Page, name: string) => Promise<void>;
}

/** Something that stands over a page once its button is pressed. */
export interface Opening {
  readonly name: string;
  /** The button's name in both languages. */
  readonly button: RegExp;
  /** What has to be filled in before. */
  readonly first?: (page: Page) => Promise<void>;
  /** What then shows and stays; without it a dialog, closed again with Escape. */
  readonly shows?: string;
}

export interface Route {
  /** Names the pictures of what was wrong. */
  readonly name: string;
  readonly address: string;
  readonly opens?: readonly Opening[];
}

/** Widths without a horizontal scroll bar; the first is the one that axe sees. */
export type Widths = readonly [number, ...number[]];

const dialog = '[role="dialog"], [role="alertdialog"], dialog[open]';

/**
 * One route in Chinese, light and dark, and in English. Answers what is wrong with it: findings of axe, content beyond
 * the edge, a focus that disappears under a bar, a dialog that does not give the focus back. Only colours change with
 * the theme, so only they are looked at again. What is wrong is kept as a picture.
 */
export async function wearsItsFaces(page: Page, route: Route, widths: Widths, tools: Tools): Promise<string[]> {
  const [first] = widths;
  const wrong: string[] = [];
  const finds = async (face: string, look: Look, part?: string) => {
    try {
      await look(page, part);
    } catch (error) {
      wrong.push(`${route.name} ${face}: ${said(error)}`);
      await tools.picture(page, `${route.name}-${face}`);
    }
  };
  const staysInside = async (face: string) => {
    for (const width of widths.toReversed()) {
      const beyond = await overflowAt(page, width);
      if (beyond > 0) wrong.push(`${route.name} ${face}: ${beyond} px beyond the edge at ${width}`);
    }
  };
  const inBothThemes = async (face: string, part?: string) => {
    await finds(`${face}-light`, tools.axeClean, part);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await finds(`${face}-dark`, tools.coloursClean, part);
    await page.emulateMedia({ colorScheme: "light" });
  };
  const opensAll = async (face: string, look: LookAtOpened) => {
    await page.setViewportSize({ width: first, height: 844 });
    for (const opening of route.opens ?? []) wrong.push(...(await opens(page, opening, face, look)));
  };
  const arrives = async () => {
    await page.setViewportSize({ width: first, height: 844 });
    await page.goto(route.address);
    await isReady(page);
  };
  await arrives();
  await staysInside("zh");
  wrong.push(...(await lostFromSight(page)).map((what) => `${route.name}: the focus on ${what} is out of sight`));
  await showsWhole(page, first);
  await inBothThemes("zh");
  await opensAll("zh", (name, part) => inBothThemes(`${name}-zh`, part));
  await speaks(page, "en-US");
  await arrives();
  await expect(page.locator("html")).toHaveAttribute("lang", "en-US");
  await staysInside("en");
  await showsWhole(page, first);
  await finds("en-light", tools.axeClean);
  await opensAll("en", (name, part) => finds(`${name}-en`, tools.axeClean, part));
  await speaks(page, "zh-CN");
  return wrong;
}

async function opens(
  page: Page,
  { name, button, first, shows = dialog }: Opening,
  face: string,
  look: LookAtOpened,
): Promise<string[]> {
  await first?.(page);
  const opener = page.getByRole("main").getByRole("button", { name: button }).first();
  await opener.click();
  const opened = page.locator(shows).last();
  await expect(opened).toBeVisible();
  await isStill(page);
  const beyond = await opened.evaluate((box) => box.scrollWidth - box.clientWidth);
  await look(name, shows);
  if (shows === dialog) {
    await page.keyboard.press("Escape");
    await expect(opened).toBeHidden();
    const isBack = await opener.evaluate((box) => box === document.activeElement);
    if (!isBack) return [`${name} ${face}: does not give the focus back to its button`];
  }
  return beyond > 0 ? [`${name} ${face}: ${beyond} px beyond its edge`] : [];
}
