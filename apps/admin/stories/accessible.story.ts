import { expect, type Page, test } from "@daichao/config/playwright";
import { isReady, type Opening, type Route, type Widths, wearsItsFaces } from "../../borrower/stories/kit/faces.ts";
import { patternsOf, unwalked } from "../../borrower/stories/kit/router-walk.ts";

// A trace of every step of a walk over every page would be most of its time.
test.use({ trace: "off" });

const desks: Widths = { usual: 1280, also: 1440 };

const booking: Opening = { name: "booking", button: /^预订推广位$|^Book a placement$/ };

async function signsIn(page: Page): Promise<void> {
  await page.goto("/admin/auth");
  await page.getByRole("button", { name: "苏望舒" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "平台今日" })).toBeVisible();
}

/** The address behind the first row of a table. */
async function firstRow(page: Page, address: string): Promise<string> {
  await page.goto(address);
  await isReady(page);
  const before = page.url();
  await page.getByRole("main").locator("tbody tr[data-row-key]").first().click();
  await expect(page).not.toHaveURL(before);
  const { pathname, search } = new URL(page.url());
  return `${pathname}${search}`;
}

test("every page of the console has nothing for axe to find and no sideways scroll, light and dark, in both languages", async ({
  page,
  axeClean,
  coloursClean,
  picture,
}) => {
  const tools = { axeClean, coloursClean, picture };
  const wrong = await wearsItsFaces(page, { name: "sign-in", address: "/admin/auth" }, desks, tools);
  await signsIn(page);
  const routes: readonly Route[] = [
    { name: "home", address: "/admin/" },
    { name: "approvals", address: "/admin/approvals" },
    { name: "approval", address: await firstRow(page, "/admin/approvals") },
    { name: "products", address: "/admin/products" },
    { name: "product", address: await firstRow(page, "/admin/products") },
    { name: "products-all", address: "/admin/products?view=all" },
    { name: "lending", address: "/admin/lending" },
    { name: "application", address: await firstRow(page, "/admin/lending") },
    { name: "loan", address: await firstRow(page, "/admin/lending?show=loans") },
    { name: "users", address: "/admin/users" },
    { name: "users-staff", address: "/admin/users/institution" },
    { name: "user", address: await firstRow(page, "/admin/users") },
    { name: "placements", address: "/admin/placements", opens: [booking] },
    { name: "odds", address: "/admin/odds" },
    { name: "roles", address: "/admin/roles" },
    { name: "system", address: "/admin/system" },
    { name: "system-parameters", address: "/admin/system/parameters" },
    { name: "parameter", address: await firstRow(page, "/admin/system/parameters") },
    { name: "system-clock", address: "/admin/system/clock" },
    { name: "system-keys", address: "/admin/system/keys" },
    { name: "system-audit", address: "/admin/system/audit" },
    { name: "audit-entry", address: await firstRow(page, "/admin/system/audit") },
    { name: "missing", address: "/admin/nowhere" },
  ];
  const walked = ["/auth", ...routes.map(({ address }) => address.replace("/admin", ""))];
  const router = new URL("../src/app/router.tsx", import.meta.url).pathname;
  wrong.push(...unwalked(patternsOf(router), walked).map((pattern) => `${pattern} was not walked`));
  for (const route of routes)
    wrong.push(...(await test.step(route.name, () => wearsItsFaces(page, route, desks, tools))));
  expect(wrong).toEqual([]);
});

test("an administrator reaches a product under review with the keyboard alone", async ({ page }) => {
  await signsIn(page);
  await page.goto("/admin/products");
  await isReady(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "跳到主要内容" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  const row = page.getByRole("row").filter({ hasText: "产品上架" }).first();
  await expect(row).toBeVisible();
  for (let presses = 0; presses < 30; presses += 1) {
    if (await row.evaluate((line) => line === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(row).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/admin\/products\/[0-9a-f-]{36}/);
});
