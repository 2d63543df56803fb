import { expect, type Page } from "@daichao/config/playwright";

/** A page is ready when its title stands and nothing in it is still on its way. */
export async function isReady(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /^(加载中|Loading)$/ })).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}

export const speaks = (page: Page, locale: "zh-CN" | "en-US"): Promise<void> =>
  page.evaluate((wanted) => localStorage.setItem("dc-locale", wanted), locale);

/** How many pixels of the page lie beyond the right edge of a window this wide. */
export async function overflowAt(page: Page, width: number): Promise<number> {
  const { height } = page.viewportSize() ?? { height: 844 };
  await page.setViewportSize({ width, height });
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Bars that stay in place must not hide anything from axe: the window becomes as tall as the page. */
export async function showsWhole(page: Page, width: number): Promise<void> {
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(Math.max(tall, 844), 12_000) });
}

/** The lines of a failed comparison that name what was found. */
const said = (error: unknown): string =>
  String(error)
    .split("\n")
    .filter((line) => line.startsWith("+") && line.includes(":"))
    .join(" ");

interface Faces {
  readonly axeClean: (page: Page) => Promise<void>;
  readonly picture: (page: Page, name: string) => Promise<void>;
}

export interface Route {
  /** Names the pictures. */
  readonly name: string;
  readonly address: string;
}

export interface Looks {
  /** Widths without a horizontal scroll bar; the first is the one that axe sees. */
  readonly fits: readonly number[];
  /** A second width for pictures. */
  readonly wide: number;
}

/**
 * One route in light and dark Chinese and once in English. Answers what is wrong with it: findings of axe, content
 * beyond the edge. Pictures of each face are kept.
 */
export async function wearsItsFaces(page: Page, route: Route, { fits, wide }: Looks, faces: Faces): Promise<string[]> {
  const [first = 375] = fits;
  const wrong: string[] = [];
  const looksRight = async (face: string) => {
    await showsWhole(page, first);
    await faces.picture(page, `${route.name}-${face}-${first}`);
    await faces.axeClean(page).catch((error: unknown) => wrong.push(`${route.name} ${face}: ${said(error)}`));
  };
  const staysInside = async (width: number, face: string) => {
    const beyond = await overflowAt(page, width);
    if (beyond > 0) wrong.push(`${route.name} ${face}: ${beyond} px beyond the edge at ${width}`);
  };
  await page.setViewportSize({ width: first, height: 844 });
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(route.address);
  await isReady(page);
  for (const width of [...fits].reverse()) await staysInside(width, "zh");
  await looksRight("zh-light");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await looksRight("zh-dark");
  await speaks(page, "en-US");
  await page.emulateMedia({ colorScheme: "light" });
  await page.reload();
  await isReady(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "en-US");
  await staysInside(first, "en");
  await looksRight("en-light");
  await page.setViewportSize({ width: wide, height: 900 });
  await faces.picture(page, `${route.name}-en-light-${wide}`);
  await speaks(page, "zh-CN");
  return wrong;
}
