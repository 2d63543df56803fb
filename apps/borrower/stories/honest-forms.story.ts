import { expect, type Page, test } from "@daichao/config/playwright";
import { isReady } from "./kit/faces.ts";

const ticked = (page: Page) => page.getByRole("main").locator('input[type="checkbox"]:checked').count();

/** The smallest letters anybody is asked to read on the page. */
const smallestText = (page: Page): Promise<number> =>
  page.getByRole("main").evaluate((main) => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    let smallest = Number.POSITIVE_INFINITY;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const holder = node.parentElement;
      if (holder === null || node.textContent?.trim() === "" || holder.getClientRects().length === 0) continue;
      smallest = Math.min(smallest, Number.parseFloat(getComputedStyle(holder).fontSize));
    }
    return smallest;
  });

test("2-46: nothing is ticked before the reader ticks it, and nothing is said in small print", async ({ page }) => {
  await page.goto("/auth/register");
  await isReady(page);
  expect(await page.getByRole("checkbox").count()).toBeGreaterThan(0);
  expect(await ticked(page)).toBe(0);
  expect(await smallestText(page)).toBeGreaterThanOrEqual(12);

  await page.goto("/products?amount=50000&term=12");
  await isReady(page);
  await page.getByRole("article").first().getByRole("link").first().click();
  await expect(page.locator('a[href^="/apply?"]').last()).toBeVisible();
  expect(await smallestText(page)).toBeGreaterThanOrEqual(12);
  const apply = (await page.locator('a[href^="/apply?"]').last().getAttribute("href")) ?? "";

  await page.goto("/auth");
  await page.getByRole("button", { name: "借款人" }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto(apply);
  await expect(page).toHaveURL(/\/need$/);
  await page.goto(page.url().replace(/need$/, "consents"));
  await isReady(page);
  await expect(page.getByRole("checkbox").first()).toBeVisible();
  expect(await ticked(page)).toBe(0);
  expect(await smallestText(page)).toBeGreaterThanOrEqual(12);
});

test("2-46: an offer is refused as easily as it is accepted", async ({ page }) => {
  await page.goto("/auth");
  await page.getByRole("button", { name: "借款人" }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto("/applications");
  await isReady(page);
  const links = page.getByRole("main").locator('a[href^="/applications/"]');
  await expect(links.first()).toBeVisible();
  const addresses = new Set(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? "")));
  const accept = page.getByRole("button", { name: "接受方案" });
  for (const address of addresses) {
    await page.goto(address);
    await isReady(page);
    if ((await accept.count()) > 0) break;
  }
  const [yes, no] = await Promise.all([
    accept.boundingBox(),
    page.getByRole("button", { name: "不接受" }).boundingBox(),
  ]);
  expect(yes).not.toBeNull();
  expect(no?.height).toBe(yes?.height);
  expect(no?.width).toBeCloseTo(yes?.width ?? 0, 0);
  const size = (name: string) =>
    page.getByRole("button", { name }).evaluate((button) => getComputedStyle(button).fontSize);
  expect(await size("不接受")).toBe(await size("接受方案"));
});
