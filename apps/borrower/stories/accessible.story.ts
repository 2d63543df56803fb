import { expect, type Page, test } from "@daichao/config/playwright";
import { isReady, type Route, wearsItsFaces } from "./kit/faces.ts";

test.use({ deviceScaleFactor: 1 });

const guestLooks = { fits: [375, 320], wide: 1440 };
const ownLooks = { fits: [375], wide: 1440 };

async function firstHref(page: Page, address: string, pattern: string): Promise<string> {
  await page.goto(address);
  await isReady(page);
  const link = page.getByRole("main").locator(`a[href^="${pattern}"]`).first();
  return (await link.getAttribute("href")) ?? "";
}

/** Three products beside each other, one address that means none, and a version that has been followed by none. */
async function comparison(page: Page): Promise<string> {
  await page.goto("/products");
  await isReady(page);
  const links = await page.getByRole("main").locator('a[href^="/products/"]').all();
  const hrefs = await Promise.all(links.slice(0, 3).map((link) => link.getAttribute("href")));
  const slugs = hrefs.map((href) => href?.split(/[/?]/)[2] ?? "");
  return `/compare?ids=${[...slugs, "nonsense"].join(",")}&amount=50000&term=24&v=9`;
}

async function signsIn(page: Page): Promise<void> {
  await page.goto("/auth");
  await page.getByRole("button", { name: "借款人" }).click();
  await expect(page).toHaveURL(/\/$/);
}

test("every public page has nothing for axe to find and no sideways scroll, light and dark, in both languages", async ({
  page,
  axeClean,
  picture,
}) => {
  const routes: readonly Route[] = [
    { name: "home", address: "/" },
    { name: "products", address: "/products?amount=80000&term=24" },
    { name: "calculator", address: "/calculator?amount=50000&term=24&vs=12&fee=SERVICE~UPFRONT~AMOUNT~DEDUCTED~200" },
    { name: "compare", address: await comparison(page) },
    { name: "products-none", address: "/products?q=%E8%A3%85%E4%BF%AE&monthly=1" },
    { name: "product", address: await firstHref(page, "/products", "/products/") },
    { name: "verify", address: "/verify" },
    { name: "sign-in", address: "/auth" },
    { name: "sign-in-password", address: "/auth/password" },
    { name: "register", address: "/auth/register" },
    { name: "reset", address: "/auth/reset" },
    { name: "missing", address: "/nowhere" },
  ];
  const wrong: string[] = [];
  for (const route of routes)
    wrong.push(...(await test.step(route.name, () => wearsItsFaces(page, route, guestLooks, { axeClean, picture }))));
  expect(wrong).toEqual([]);
});

test("every page of a signed-in borrower has nothing for axe to find and no sideways scroll", async ({
  page,
  axeClean,
  picture,
}) => {
  await signsIn(page);
  const application = await firstHref(page, "/applications", "/applications/");
  const loan = await firstHref(page, "/loans", "/loans/");
  const routes: readonly Route[] = [
    { name: "own-home", address: "/" },
    { name: "applications", address: "/applications" },
    { name: "application", address: application },
    { name: "loans", address: "/loans" },
    { name: "loan", address: loan },
    { name: "apply-nothing", address: "/apply" },
    { name: "messages", address: "/messages" },
    { name: "messages-none", address: "/messages?kind=PRODUCT_ALERT" },
    ...["profile", "documents", "cards", "privacy", "security", "saved", "notifications"].map((place) => ({
      name: `me-${place}`,
      address: `/me/${place}`,
    })),
  ];
  const wrong: string[] = [];
  for (const route of routes)
    wrong.push(...(await test.step(route.name, () => wearsItsFaces(page, route, ownLooks, { axeClean, picture }))));
  expect(wrong).toEqual([]);
});

test("a borrower who has only a keyboard skips to the content, searches and opens a product", async ({ page }) => {
  await page.goto("/products");
  await isReady(page);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "跳到主要内容" });
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("searchbox", { name: "搜索" })).toBeFocused();
  await page.keyboard.type("教育");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=/);
  const found = page.getByRole("article").first().getByRole("link");
  await expect(found).toBeVisible();
  const name = await found.textContent();
  for (let presses = 0; presses < 40; presses += 1) {
    if (await found.evaluate((link) => link === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(found).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: name ?? "" })).toBeVisible();
});
