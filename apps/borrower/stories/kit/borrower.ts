import { expect, type Locator, type Page } from "@daichao/config/playwright";
import { Outbox } from "./outbox.ts";
import type { Paper } from "./papers.ts";

export interface Persona {
  readonly name: string;
  readonly identityNumber: string;
  readonly phone: string;
  readonly password: string;
  readonly card: string;
}

/** A borrower with a phone in hand: every verb is what a thumb does. */
export class Borrower {
  readonly outbox: Outbox;

  constructor(
    readonly page: Page,
    readonly persona: Persona,
  ) {
    this.outbox = new Outbox(page, persona.phone);
  }

  section(name: string | RegExp): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  /** The rows and cards that stand in an order; what is paid for stands outside. */
  get found(): Locator {
    return this.page.getByRole("listitem").getByRole("article");
  }

  get sponsored(): Locator {
    return this.page.getByRole("complementary", { name: /^推广，付费方：/ });
  }

  product(name: string): Locator {
    return this.page.getByRole("article", { name });
  }

  /** From a list, once its figures are no longer pale, to the page of the product itself. */
  async opens(product: string): Promise<void> {
    await expect(this.page.locator('main [aria-busy="true"]')).toHaveCount(0);
    await this.product(product).getByRole("link", { name: product, exact: true }).click();
  }

  /** Puts a product of the list aside, to be compared. */
  async puts(product: string): Promise<void> {
    await this.found.filter({ hasText: product }).getByRole("button", { name: "加入对比" }).click();
  }

  /** Amount and term into the boxes that every page with figures has. */
  async wants({ principal, months }: { readonly principal: number; readonly months: number }): Promise<void> {
    const amount = this.page.getByRole("textbox", { name: "想借多少" });
    await amount.fill(String(principal / 100));
    await amount.press("Enter");
    const term = this.page.getByRole("radio", { name: `${months} 个月`, exact: true });
    await term.click();
    await expect(term).toBeChecked();
  }

  async searches(words: string): Promise<void> {
    await this.page.getByRole("combobox", { name: "搜索" }).fill(words);
    await this.page.getByRole("combobox", { name: "搜索" }).press("Enter");
  }

  async sortsBy(order: string): Promise<void> {
    const choice = this.page.getByRole("radio", { name: order });
    await choice.click();
    await expect(choice).toBeChecked();
  }

  async registers(): Promise<void> {
    const { page, persona } = this;
    await page.getByRole("navigation", { name: "登录方式" }).getByRole("link", { name: "注册" }).click();
    await page.getByLabel("手机号").fill(persona.phone);
    await page.getByRole("button", { name: "获取验证码" }).click();
    await page.getByLabel("验证码").fill(await this.outbox.nextCode());
    await page.getByLabel("新密码").fill(persona.password);
    await page.getByRole("checkbox", { name: "我已阅读并同意《用户协议》" }).check();
    await page.getByRole("button", { name: "注册", exact: true }).click();
  }

  /** Tries to be verified with this number, and is stopped on the field itself. */
  async isRefusedAs(identityNumber: string): Promise<void> {
    const { page, persona } = this;
    await page.getByLabel("姓名", { exact: true }).fill(persona.name);
    const number = page.getByLabel("身份证号");
    await number.fill(identityNumber);
    await page.getByRole("button", { name: "提交认证" }).click();
    await expect(number).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByText("请核对 18 位身份证号")).toBeVisible();
  }

  async provesIdentity(): Promise<void> {
    await this.page.getByLabel("身份证号").fill(this.persona.identityNumber);
    await this.page.getByRole("button", { name: "提交认证" }).click();
    await expect(this.page.getByText("已认证")).toBeVisible();
  }

  async agrees(lender: string): Promise<void> {
    await this.page.getByRole("checkbox", { name: `同意向${lender}提供上述资料` }).check();
  }

  /** Presses twice, as people do, and finds each product applied for once among the applications. */
  async submitsOnce(...offers: readonly { readonly lender: string; readonly product: string }[]) {
    const { page } = this;
    await page.getByRole("button", { name: "提交申请" }).dblclick();
    await expect(page.getByRole("heading", { level: 1, name: `已提交 ${offers.length} 份申请` })).toBeVisible();
    const submitted = [];
    for (const { lender } of offers) submitted.push(await this.submitted(lender));
    await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "申请" }).click();
    const products = offers.map(({ product }) => product).sort();
    await expect(page.getByRole("heading", { level: 3 })).toHaveText(products, { useInnerText: true });
    return submitted;
  }

  /** What the page after submitting says of one lender. */
  async submitted(lender: string): Promise<{ readonly id: string; readonly number: string }> {
    const item = this.page.getByRole("listitem").filter({ hasText: lender });
    const href = (await item.getByRole("link", { name: "查看进度" }).getAttribute("href")) ?? "";
    const [number = ""] = /[A-Z]{0,4}\d{8,}[\w-]*/.exec((await item.textContent()) ?? "") ?? [];
    return { id: href.split("/").at(-1) ?? "", number };
  }

  async goesOn(): Promise<void> {
    await this.page.getByRole("button", { name: "下一步" }).click();
  }

  async isAtStep(title: string): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  }

  /** Hands a file to the uploader inside. */
  async hands(paper: Paper, place: Locator): Promise<void> {
    await place.locator('input[type="file"]').first().setInputFiles(paper);
  }

  async bindsCard(dialog: Locator): Promise<void> {
    await dialog.getByLabel("银行卡号").fill(this.persona.card);
    await dialog.getByRole("button", { name: "绑定银行卡" }).click();
    await expect(dialog).toBeHidden();
  }
}
