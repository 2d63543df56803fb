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

  section(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  product(name: string): Locator {
    return this.page.getByRole("article", { name });
  }

  async searches(words: string): Promise<void> {
    await this.page.getByRole("searchbox", { name: "搜索" }).fill(words);
    await this.page.getByRole("searchbox", { name: "搜索" }).press("Enter");
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
    await expect(dialog.getByText("还没有绑定银行卡")).toBeHidden();
    await dialog.getByRole("button", { name: "关闭" }).click();
  }
}
