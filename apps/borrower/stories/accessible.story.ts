import { expect, type Page, test } from "@daichao/config/playwright";
import {
  isReady,
  looksTwice,
  type Opening,
  overflowAt,
  type Route,
  showsWhole,
  speaks,
  type Tools,
  type Widths,
  wearsItsFaces,
} from "./kit/faces.ts";
import { patternsOf, unwalked } from "./kit/router-walk.ts";

const steps = ["need", "work", "documents", "consents", "review"] as const;

// A trace of every step of a walk over every page would be most of its time.
test.use({ deviceScaleFactor: 1, trace: "off" });

const phones: Widths = { usual: 375, also: 320, wide: 1440 };

async function firstHref(page: Page, address: string, pattern: string): Promise<string> {
  await page.goto(address);
  await isReady(page);
  const link = page.getByRole("main").locator(`a[href^="${pattern}"]`).first();
  return (await link.getAttribute("href")) ?? "";
}

const precheck: Opening = { name: "precheck", button: /开始预审|Start the pre-check/ };
const whyHere: Opening = { name: "why-here", button: /为什么排在这里|Why here/ };
const withdraw: Opening = { name: "withdraw", button: /^撤回申请|^Withdraw application/ };
const accept: Opening = { name: "accept", button: /^接受方案$|^Accept offer$/ };
const decline: Opening = { name: "decline", button: /^不接受$|^Decline$/ };
const reopen: Opening = { name: "reopen", button: /^重新申请$|^Apply again$/ };
const humanReview: Opening = { name: "human-review", button: /^申请人工复核$|^Ask for a person$/ };
const pay: Opening = { name: "pay", button: /^去还款$|^Repay$/ };
const viewDocument: Opening = { name: "view-document", button: /^查看$|^View$/ };
const deleteDocument: Opening = { name: "delete-document", button: /^删除$|^Delete$/ };
const withdrawConsent: Opening = { name: "withdraw-consent", button: /^撤回授权$|^Withdraw$/ };
const rename: Opening = { name: "rename-search", button: /改名$|^Rename/ };
const removeSearch: Opening = { name: "remove-search", button: /^删除“|^Delete “/ };
const filters: Opening = { name: "filters", button: /^筛选|^Filter/ };
const tray: Opening = {
  name: "tray",
  button: /^加入对比$|^Compare$/,
  shows: 'section[aria-label="待对比的产品"], section[aria-label="Products to compare"]',
};

const guestRoutes = (found: { comparison: string; product: string }): readonly Route[] => [
  { name: "home", address: "/", opens: [precheck, whyHere] },
  { name: "products", address: "/products?amount=80000&term=24", opens: [filters, tray] },
  { name: "calculator", address: "/calculator?amount=50000&term=24&vs=12&fee=SERVICE~UPFRONT~AMOUNT~DEDUCTED~200" },
  { name: "compare", address: found.comparison },
  { name: "products-none", address: "/products?q=%E8%A3%85%E4%BF%AE&monthly=1" },
  { name: "product", address: found.product },
  { name: "verify", address: "/verify" },
  { name: "promises", address: "/promises" },
  { name: "sign-in", address: "/auth" },
  { name: "sign-in-password", address: "/auth/password" },
  { name: "register", address: "/auth/register" },
  { name: "reset", address: "/auth/reset" },
  { name: "missing", address: "/nowhere" },
];

/** Where one borrower's own things stand. */
type Own = Readonly<Record<"withOffer" | "refused" | "loan" | "draft", string>>;

const ownRoutes = (found: Own): readonly Route[] => [
  { name: "own-home", address: "/" },
  { name: "applications", address: "/applications" },
  { name: "offers", address: "/applications/offers" },
  { name: "application-offer", address: found.withOffer, opens: [accept, decline, withdraw] },
  { name: "application-refused", address: found.refused, opens: [reopen, humanReview] },
  { name: "loans", address: "/loans" },
  { name: "loan", address: found.loan, opens: [pay] },
  { name: "apply-nothing", address: "/apply" },
  { name: "messages", address: "/messages" },
  { name: "messages-none", address: "/messages?kind=PRODUCT_ALERT" },
  { name: "apply-draft", address: found.draft },
  ...steps.map((step) => ({ name: `apply-${step}`, address: `${found.draft}/${step}` })),
  { name: "me-documents", address: "/me/documents", opens: [viewDocument, deleteDocument] },
  { name: "me-privacy", address: "/me/privacy", opens: [withdrawConsent] },
  { name: "me-saved", address: "/me/saved", opens: [rename, removeSearch] },
  ...["profile", "cards", "security", "notifications"].map((place) => ({
    name: `me-${place}`,
    address: `/me/${place}`,
  })),
];

/** Three products beside each other, one address that means none, and a version that has been followed by none. */
async function comparison(page: Page): Promise<string> {
  await page.goto("/products");
  await isReady(page);
  const links = await page.getByRole("main").locator('a[href^="/products/"]').all();
  const hrefs = await Promise.all(links.slice(0, 3).map((link) => link.getAttribute("href")));
  const slugs = hrefs.map((href) => href?.split(/[/?]/)[2] ?? "");
  return `/compare?ids=${[...slugs, "nonsense"].join(",")}&amount=50000&term=24&v=9`;
}

async function refusedApplication(page: Page): Promise<string> {
  await page.goto("/applications");
  await isReady(page);
  const card = page.getByRole("listitem").filter({ hasText: "已拒绝" }).first();
  return (await card.locator('a[href^="/applications/"]').first().getAttribute("href")) ?? "";
}

/** A form of its own for one product, begun from the product's page. */
async function beginsADraft(page: Page): Promise<string> {
  await page.goto(await firstHref(page, "/products?amount=50000&term=12", "/products/"));
  await isReady(page);
  const apply = page.getByRole("main").locator('a[href^="/apply?"]').last();
  await apply.click();
  await expect(page).toHaveURL(/\/apply\/[0-9a-f-]{36}\/need/);
  return new URL(page.url()).pathname.replace(/\/need$/, "");
}

const ownAddresses = async (page: Page): Promise<Own> => ({
  withOffer: await firstHref(page, "/applications/offers", "/applications/"),
  refused: await refusedApplication(page),
  // The first way to a loan opens the payment over it; here the page itself is looked at.
  loan: (await firstHref(page, "/loans", "/loans/")).replace(/\?.*$/, ""),
  draft: await beginsADraft(page),
});

async function signsIn(page: Page): Promise<void> {
  await page.goto("/auth");
  await page.getByRole("button", { name: "借款人" }).click();
  await expect(page).toHaveURL(/\/$/);
}

test("every public page has nothing for axe to find and no sideways scroll, light and dark, in both languages", async ({
  page,
  axeClean,
  coloursClean,
  picture,
}) => {
  const routes = guestRoutes({
    comparison: await comparison(page),
    product: await firstHref(page, "/products", "/products/"),
  });
  const tools = { axeClean, coloursClean, picture };
  const wrong: string[] = [];
  for (const route of routes)
    wrong.push(...(await test.step(route.name, () => wearsItsFaces(page, route, phones, tools))));
  expect(wrong).toEqual([]);
});

test("every page of a signed-in borrower has nothing for axe to find and no sideways scroll", async ({
  page,
  axeClean,
  coloursClean,
  picture,
}) => {
  await signsIn(page);
  const routes = ownRoutes(await ownAddresses(page));
  const tools = { axeClean, coloursClean, picture };
  const wrong: string[] = [];
  for (const route of routes)
    wrong.push(...(await test.step(route.name, () => wearsItsFaces(page, route, phones, tools))));
  expect(wrong).toEqual([]);
});

test("every route of the app was walked: a new one without a walk is named here", () => {
  const router = new URL("../src/app/router.tsx", import.meta.url).pathname;
  const walked = [
    ...guestRoutes({ comparison: "/compare", product: "/products/any" }),
    ...ownRoutes({
      withOffer: "/applications/any",
      refused: "/applications/any",
      loan: "/loans/any",
      draft: "/apply/any",
    }),
  ].map(({ address }) => address);
  // "/me" leads on to the profile by itself.
  expect(unwalked(patternsOf(router), walked, ["/me"])).toEqual([]);
});

/** What is wrong with these pages in large text, in both languages: content beyond the edge, findings of axe. */
async function inLargeText(page: Page, addresses: readonly string[], axeClean: Tools["axeClean"]): Promise<string[]> {
  await page.goto("/");
  await isReady(page);
  await page.getByRole("banner").getByRole("button", { name: /语言/ }).click();
  await page.getByRole("radio", { name: "大字" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-text", "large");
  await page.keyboard.press("Escape");
  const wrong: string[] = [];
  for (const locale of ["zh-CN", "en-US"] as const) {
    await speaks(page, locale);
    for (const address of addresses) {
      await page.goto(address);
      await isReady(page);
      expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe("20px");
      // 640 pixels at twice their size are 320; 375 is the phone.
      for (const width of [375, 320]) {
        const beyond = await overflowAt(page, width);
        if (beyond > 0) wrong.push(`${address} ${locale}: ${beyond} px beyond the edge at ${width}`);
      }
      await showsWhole(page, 375);
      await looksTwice(page, axeClean).catch((error: unknown) => wrong.push(`${address} ${locale}: ${String(error)}`));
    }
  }
  return wrong;
}

test("2-45: in large text, and at twice the size, every public page keeps within its window, in both languages", async ({
  page,
  axeClean,
}) => {
  const product = await firstHref(page, "/products", "/products/");
  const addresses = ["/", "/products", product, "/promises", "/verify", "/auth", "/auth/register"];
  expect(await inLargeText(page, addresses, axeClean)).toEqual([]);
});

test("2-45: in large text, and at twice the size, the pages of a signed-in borrower keep within their window, too", async ({
  page,
  axeClean,
}) => {
  await signsIn(page);
  const found = await ownAddresses(page);
  const own = ["/applications", "/applications/offers", found.withOffer, found.refused, "/loans", found.loan];
  const form = ["work", "documents", "consents", "review"].map((step) => `${found.draft}/${step}`);
  const addresses = ["/", ...own, ...form, "/messages", "/me/profile", "/me/documents", "/me/privacy", "/me/saved"];
  expect(await inLargeText(page, addresses, axeClean)).toEqual([]);
});
