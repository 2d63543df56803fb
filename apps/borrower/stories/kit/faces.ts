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
  // Looked at with every frame: an expectation that is not met at once waits up to a second before it looks again.
  await page.waitForFunction(() => {
    const isOnItsWay = (status: Element) => /^(加载中|Loading)$/.test(status.textContent.trim());
    const runs = ({ playState, effect }: Animation) =>
      playState === "running" && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
    return (
      document.querySelector('main [aria-busy="true"]') === null &&
      ![...document.querySelectorAll('[role="status"]')].some(isOnItsWay) &&
      !document.getAnimations().some(runs)
    );
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
 * it comes late. What then still lies beyond it grows with the window, as the room a short page keeps for its end does.
 */
export async function showsWhole(page: Page, width: number): Promise<void> {
  const beyond = () => page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  let tall = 844;
  await page.setViewportSize({ width, height: tall });
  let left = await beyond();
  for (let looks = 0; looks < 10 && left > 0; looks += 1) {
    tall = Math.min(tall + left, 12_000);
    await page.setViewportSize({ width, height: tall });
    await page.waitForTimeout(80);
    const before = left;
    left = await beyond();
    if (left === before) break;
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

/** What came in while axe looked is not what a reader is left with: what is wrong is wrong at a second look, too. */
export async function looksTwice(page: Page, look: Look, part?: string): Promise<void> {
  await look(page, part).catch(async () => {
    await isStill(page);
    const width = page.viewportSize()?.width;
    if (part === undefined && width) await showsWhole(page, width);
    await look(page, part);
  });
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

/** Widths in pixels at which nothing lies beyond the edge. */
export interface Widths {
  /** The one that axe sees. */
  readonly usual: number;
  readonly also: number;
  /** One that axe sees as well, in English and dark. */
  readonly wide?: number;
}

const dialog = '[role="dialog"], [role="alertdialog"], dialog[open]';

/**
 * One route in Chinese, light and dark, and in English, there also on a wide window. Answers what is wrong with it: findings of axe, content beyond
 * the edge, a focus that disappears under a bar, a dialog that does not give the focus back. Only colours change with
 * the theme, so only they are looked at again. What is wrong is kept as a picture.
 */
export async function wearsItsFaces(page: Page, route: Route, widths: Widths, tools: Tools): Promise<string[]> {
  const { usual, also, wide } = widths;
  const wrong: string[] = [];
  const finds = async (face: string, look: Look, part?: string) => {
    try {
      await looksTwice(page, look, part);
    } catch (error) {
      wrong.push(`${route.name} ${face}: ${said(error)}`);
      await tools.picture(page, `${route.name}-${face}`);
    }
  };
  const staysInside = async (face: string) => {
    for (const width of [also, usual]) {
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
    await page.setViewportSize({ width: usual, height: 844 });
    for (const opening of route.opens ?? []) wrong.push(...(await opens(page, opening, face, look)));
  };
  const arrives = async () => {
    await page.setViewportSize({ width: usual, height: 844 });
    await page.goto(route.address);
    await isReady(page);
  };
  await arrives();
  await staysInside("zh");
  wrong.push(...(await lostFromSight(page)).map((what) => `${route.name}: the focus on ${what} is out of sight`));
  await showsWhole(page, usual);
  await inBothThemes("zh");
  await opensAll("zh", (name, part) => inBothThemes(`${name}-zh`, part));
  await speaks(page, "en-US");
  await arrives();
  await expect(page.locator("html")).toHaveAttribute("lang", "en-US");
  await staysInside("en");
  await showsWhole(page, usual);
  await finds("en-light", tools.axeClean);
  if (wide !== undefined) {
    await page.emulateMedia({ colorScheme: "dark" });
    const beyond = await overflowAt(page, wide);
    if (beyond > 0) wrong.push(`${route.name} en: ${beyond} px beyond the edge at ${wide}`);
    await isStill(page);
    await showsWhole(page, wide);
    await finds("en-wide-dark", tools.axeClean);
    await page.emulateMedia({ colorScheme: "light" });
  }
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
    const isBack = await expect(opener)
      .toBeFocused({ timeout: 2_000 })
      .then(
        () => true,
        () => false,
      );
    if (!isBack) return [`${name} ${face}: does not give the focus back to its button`];
  }
  return beyond > 0 ? [`${name} ${face}: ${beyond} px beyond its edge`] : [];
}
