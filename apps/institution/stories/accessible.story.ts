import { expect, type Page, test } from "@daichao/config/playwright";
import { isReady, type Opening, type Route, type Widths, wearsItsFaces } from "../../borrower/stories/kit/faces.ts";
import { patternsOf, unwalked } from "../../borrower/stories/kit/router-walk.ts";

// A trace of every step of a walk over every page would be most of its time.
test.use({ trace: "off" });

const desks: Widths = { usual: 1280, also: 1440 };

const confirmApproval: Opening = { name: "confirm-approval", button: /^确认通过…$|^Approve…$/ };
const confirmRejection: Opening = {
  name: "confirm-rejection",
  first: (page) => page.getByRole("complementary").getByRole("checkbox").first().check(),
  button: /^确认拒绝…$|^Reject…$/,
};

async function signsIn(page: Page, who: string): Promise<void> {
  await page.goto("/institution/auth");
  await page.getByRole("button", { name: who }).click();
  await expect(page.getByRole("heading", { level: 1, name: "今日" })).toBeVisible();
}

async function firstHref(page: Page, address: string, pattern: string): Promise<string> {
  await page.goto(address);
  await isReady(page);
  const link = page.getByRole("main").locator(`a[href^="${pattern}"]`).first();
  return (await link.getAttribute("href")) ?? "";
}

/** The address behind the first row of a table. */
async function firstRow(page: Page, address: string): Promise<string> {
  await page.goto(address);
  await isReady(page);
  const before = page.url();
  await page.getByRole("main").locator("tbody tr[data-row-key]").first().click();
  await expect(page).not.toHaveURL(before);
  return new URL(page.url()).pathname;
}

test("every page of the workbench has nothing for axe to find and no sideways scroll, light and dark, in both languages", async ({
  page,
  axeClean,
  coloursClean,
  picture,
}) => {
  const tools = { axeClean, coloursClean, picture };
  const wrong = await wearsItsFaces(page, { name: "sign-in", address: "/institution/auth" }, desks, tools);
  await signsIn(page, "陆明远");
  const opened = await firstHref(page, "/institution/cases", "/institution/cases/");
  const routes: readonly Route[] = [
    { name: "today", address: "/institution/" },
    { name: "cases", address: "/institution/cases" },
    { name: "case", address: opened },
    { name: "case-documents", address: `${opened}?tab=documents` },
    { name: "case-credit", address: `${opened}?tab=credit` },
    { name: "case-rules", address: `${opened}?tab=rules` },
    { name: "case-history", address: `${opened}?tab=history` },
    { name: "case-counter", address: `${opened}?act=counter` },
    { name: "case-approve", address: `${opened}?act=approve`, opens: [confirmApproval] },
    { name: "case-reject", address: `${opened}?act=reject`, opens: [confirmRejection] },
    { name: "case-request", address: `${opened}?act=request` },
    { name: "approvals", address: "/institution/approvals" },
    { name: "approval", address: await firstHref(page, "/institution/approvals", "/institution/approvals/") },
    { name: "products", address: "/institution/products" },
    { name: "product", address: await firstRow(page, "/institution/products") },
    { name: "product-new", address: "/institution/products/new" },
    { name: "loans", address: "/institution/loans" },
    { name: "loan", address: await firstRow(page, "/institution/loans") },
    { name: "missing", address: "/institution/nowhere" },
  ];
  const walked = ["/auth", ...routes.map(({ address }) => address.replace("/institution", ""))];
  const router = new URL("../src/app/router.tsx", import.meta.url).pathname;
  wrong.push(...unwalked(patternsOf(router), walked).map((pattern) => `${pattern} was not walked`));
  for (const route of routes)
    wrong.push(...(await test.step(route.name, () => wearsItsFaces(page, route, desks, tools))));
  expect(wrong).toEqual([]);
});

test("a reviewer moves through the queue and opens a case with the keyboard alone", async ({ page }) => {
  await signsIn(page, "沈知秋");
  await page.goto("/institution/cases");
  await isReady(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "跳到主要内容" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  const rows = page.getByRole("list", { name: "进件队列" }).getByRole("link");
  await expect(rows.nth(2)).toBeVisible();
  const second = (await rows.nth(1).getAttribute("href")) ?? "";
  for (const key of ["j", "j", "j", "k", "Enter"]) await page.keyboard.press(key);
  await expect(page).toHaveURL(new RegExp(`${second.split("?")[0]}(\\?|$)`));
  await expect(page.getByRole("tab", { name: "概览" })).toBeVisible();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
});
