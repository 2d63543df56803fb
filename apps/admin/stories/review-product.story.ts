import { expect, type Page, test } from "@daichao/config/playwright";
import { sitsDown } from "../../borrower/stories/kit/desk.ts";

const name = "青屿乐学进修贷";
const withinSeconds = 5_000;

/** Whether a stranger who searches for the product by its name finds it now. */
async function isOnSale(guest: Page): Promise<boolean> {
  const query = "query OnSale($text: String!) { products(filter: { text: $text }) { edges { node { name } } } }";
  const answer = await guest.request.post("/graphql", {
    headers: { "x-app": "borrower", "x-daichao-csrf": "1" },
    data: { query, variables: { text: name } },
  });
  const { data } = (await answer.json()) as { data: { products: { edges: { node: { name: string } }[] } } };
  return data.products.edges.some(({ node }) => node.name === name);
}

test("a product comes to market only through a second person, and leaves it within seconds (I-02, A-04)", async ({
  browser,
  page: guest,
  complaints,
  picture,
}) => {
  const manager = await sitsDown(browser, { app: "institution", who: "陆明远", complaints });
  const admin = await sitsDown(browser, { app: "admin", who: "韩予安", complaints });
  const preview = manager.getByRole("complementary", { name: "实时测算" });
  const rateMax = manager.getByLabel("最高年利率（%）");

  await test.step("the manager writes a product; a rate over the cap is flagged while it is typed", async () => {
    await manager.goto("/institution/products");
    await manager.getByRole("link", { name: "新建产品" }).click();
    await expect(manager.getByRole("heading", { level: 1, name: "新建产品" })).toBeVisible();
    await manager.getByLabel("产品名称", { exact: true }).fill(name);
    await manager.getByLabel("用途类别").selectOption({ label: "教育" });
    await manager.getByLabel("一句话介绍").fill("在职进修学费，按月还款，费用写在明面上");
    await rateMax.fill("36");
    const cap = preview.getByRole("listitem").filter({ hasText: "利率上限" });
    await expect(cap).toContainText("超过上限");
    await picture(manager, "product-1-over-the-cap");
    await rateMax.fill("15.6");
    await expect(cap).toContainText("≤");
    await expect(preview).toContainText("全部通过");
    await preview.getByRole("button", { name: "创建产品" }).click();
    await expect(manager.getByRole("heading", { level: 1, name })).toBeVisible();
  });

  await test.step("who submits it does not decide on it", async () => {
    await preview.getByRole("button", { name: "提交平台审核" }).click();
    await expect(manager.getByText("草稿正在平台审核中")).toBeVisible();
    expect(await isOnSale(guest)).toBe(false);
    await manager.goto("/institution/approvals");
    await manager.getByRole("list", { name: "复核事项" }).getByRole("link").filter({ hasText: name }).click();
    const own = manager.getByRole("article");
    await expect(own).toContainText("由平台审核");
    await expect(own.getByRole("button", { name: "同意", exact: true })).toHaveCount(0);
  });

  await test.step("the platform's reviewer sees checks and cost, and that somebody else asked", async () => {
    await admin.goto("/admin/products");
    await admin.getByRole("table").getByText(name).first().click();
    await expect(admin.getByRole("heading", { level: 1 })).toContainText(name);
    await expect(admin.getByText("由 陆明远 提交。")).toBeVisible();
    await expect(admin.getByRole("main")).toContainText("利率上限");
    await picture(admin, "product-2-review");
    await admin.getByRole("button", { name: "同意", exact: true }).click();
    await admin.getByRole("button", { name: "确认同意" }).click();
    await expect(admin.getByRole("heading", { level: 1 })).toContainText("已上架");
  });

  await test.step("a stranger finds it within five seconds", async () => {
    await expect.poll(() => isOnSale(guest), { timeout: withinSeconds }).toBe(true);
    await guest.goto(`/products?q=${encodeURIComponent(name)}`);
    await expect(guest.getByRole("article", { name })).toContainText("青屿银行");
  });

  await test.step("suspended, it is gone within five seconds, and its page says so", async () => {
    await guest.getByRole("link", { name, exact: true }).click();
    await expect(guest.getByRole("link", { name: "申请这款产品" })).toBeVisible();
    await admin.getByRole("button", { name: "暂停产品" }).click();
    await admin.getByLabel("原因").fill("核查综合融资成本的公示内容");
    await admin.getByRole("button", { name: "暂停产品" }).click();
    await expect(admin.getByRole("heading", { level: 1 })).toContainText("已暂停");
    await expect.poll(() => isOnSale(guest), { timeout: withinSeconds }).toBe(false);
    await guest.reload();
    await expect(guest.getByText("暂停受理").first()).toBeVisible();
    await expect(guest.getByRole("link", { name: "申请这款产品" })).toHaveCount(0);
    await picture(admin, "product-3-suspended");
  });
});
