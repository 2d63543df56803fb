import { expect, type Page, test } from "@daichao/config/playwright";
import { isReady } from "./kit/faces.ts";
import { presses, tabsTo } from "./kit/keyboard.ts";
import { Outbox } from "./kit/outbox.ts";
import { letter } from "./kit/papers.ts";

// The borrower of the demo market, one press away on the sign-in page.
const demo = { name: "何静宜", phone: "19900000100" };

test("B-32: a borrower who has only a keyboard skips to the content, searches and opens a product", async ({
  page,
}) => {
  await page.goto("/products");
  await isReady(page);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "跳到主要内容" });
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator('main input[type="search"]')).toBeFocused();
  await page.keyboard.type("留学");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=/);
  await expect(page.getByRole("article").first()).toContainText("留学");
  const found = page.getByRole("article").first().getByRole("link").first();
  const name = await found.textContent();
  await presses(page, found);
  await expect(page.getByRole("heading", { level: 1, name: name ?? "" })).toBeVisible();
});

async function signsIn(page: Page): Promise<void> {
  await page.goto("/auth");
  await isReady(page);
  await presses(page, page.getByRole("button", { name: "借款人" }));
  await expect(page).toHaveURL(/\/$/);
}

test("B-32: with a keyboard alone a borrower signs in, fills the form in, agrees and hands it in", async ({ page }) => {
  await signsIn(page);
  await page.goto("/products?q=%E7%95%99%E5%AD%A6&amount=50000&term=12");
  await isReady(page);
  await presses(page, page.getByRole("listitem").getByRole("article").first().getByRole("link").first());
  await isReady(page);
  await presses(page, page.getByRole("main").locator('a[href^="/apply?"]').last());
  await expect(page).toHaveURL(/\/apply\/[0-9a-f-]{36}\/need/);
  const next = page.getByRole("button", { name: "下一步" });
  for (let steps = 0; steps < 8; steps += 1) {
    await isReady(page);
    const at = new URL(page.url()).pathname;
    // What the safe does not hold is chosen from the keyboard, too.
    for (const choose of await page.getByRole("main").getByRole("button", { name: "选择文件" }).all()) {
      const chooser = page.waitForEvent("filechooser");
      await presses(page, choose);
      await (await chooser).setFiles(letter("收入证明.pdf"));
    }
    for (const box of await page.getByRole("main").getByRole("checkbox", { checked: false }).all())
      await presses(page, box, "Space");
    if (at.endsWith("/review")) break;
    await expect(page.getByText(/上传中/)).toHaveCount(0);
    await presses(page, next);
    await expect(page).not.toHaveURL(new RegExp(`${at}$`));
  }
  await presses(page, page.getByRole("button", { name: "提交申请" }));
  await expect(page.getByRole("heading", { level: 1, name: /已提交 1 份申请/ })).toBeFocused();
  await tabsTo(page, page.getByRole("main").getByRole("link", { name: "查看进度" }).first());
});

test("B-32: with a keyboard alone a borrower takes an offer, reads the cost sheet and signs", async ({ page }) => {
  await signsIn(page);
  await page.goto("/applications/offers");
  await isReady(page);
  await presses(page, page.getByRole("main").locator('a[href^="/applications/"]').first());
  await isReady(page);
  await presses(page, page.getByRole("region", { name: "机构方案" }).getByRole("button", { name: "接受方案" }));
  await presses(page, page.getByRole("dialog").getByRole("button", { name: "接受方案" }));
  await presses(page, page.getByRole("button", { name: "阅读明示表" }));
  const sheet = page.getByRole("dialog", { name: "综合融资成本明示表" });
  const confirm = sheet.getByRole("button", { name: "我已阅读并确认" });
  await expect(confirm).toBeEnabled();
  await presses(page, confirm);
  await expect(sheet).toBeHidden();
  const signing = page.getByRole("region", { name: "签署合同", exact: true });
  await tabsTo(page, signing.getByLabel("输入您的姓名"));
  await page.keyboard.insertText(demo.name);
  await presses(page, signing.getByRole("button", { name: "获取验证码" }));
  await tabsTo(page, signing.getByLabel("签约验证码"));
  await page.keyboard.type(await new Outbox(page, demo.phone).nextCode());
  await presses(page, signing.getByRole("button", { name: "签署合同并借款" }));
  await expect(page.getByRole("region", { name: "放款" })).toBeVisible();
});
