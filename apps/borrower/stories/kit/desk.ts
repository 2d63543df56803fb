import { expect, type Locator, type Page } from "@daichao/config/playwright";

type Browser = NonNullable<ReturnType<ReturnType<Page["context"]>["browser"]>>;

const wide = { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false, deviceScaleFactor: 1 };

/** Somebody's own browser on a wide screen, signed in as a demo account of one of the staff apps. */
export async function sitsDown(
  browser: Browser,
  { app, who, complaints }: { app: "institution" | "admin"; who: string; complaints: string[] },
): Promise<Page> {
  const context = await browser.newContext(wide);
  context.on("weberror", (error) => complaints.push(`${who}: ${error.error().name} ${error.error().message}`));
  const page = await context.newPage();
  await page.goto(`/${app}/auth`);
  await page.getByRole("button", { name: who }).click();
  await expect(page.getByRole("navigation", { name: "主导航" })).toBeVisible();
  return page;
}

export interface CounterOffer {
  readonly yuan: string;
  readonly months: number;
  /** Without one the rate stays as it was shown. */
  readonly percent?: string;
  readonly words: string;
}

/** A person of a lender at the workbench. */
export class Desk {
  constructor(readonly page: Page) {}

  /** The queue with the newest cases on top; it stays open and is never reloaded. */
  async watchesQueue(): Promise<void> {
    await this.page.goto("/institution/cases?sort=NEWEST");
    await expect(this.#queue().getByRole("link").first()).toBeVisible();
  }

  #queue(): Locator {
    return this.page.getByRole("list", { name: "进件队列" });
  }

  caseInQueue(id: string): Locator {
    return this.#queue().locator(`a[href*="/cases/${id}"]`);
  }

  get head(): Locator {
    return this.page.getByRole("main").locator("header").first();
  }

  get decision(): Locator {
    return this.page.getByRole("complementary", { name: "审批" });
  }

  async opens(id: string): Promise<void> {
    await this.caseInQueue(id).click();
    await expect(this.page.getByRole("heading", { name: "申请人" })).toBeVisible();
  }

  async looksAt(tab: "概览" | "资料" | "规则"): Promise<Locator> {
    await this.page.getByRole("tab", { name: tab }).click();
    return this.page.getByRole("tabpanel");
  }

  async reveals(field: string, purpose: string): Promise<Locator> {
    const panel = await this.looksAt("概览");
    await panel.getByText("查看明文信息").click();
    await panel.getByLabel("查看目的").selectOption({ label: purpose });
    await panel.getByRole("checkbox", { name: field }).check();
    await panel.getByRole("button", { name: "查看", exact: true }).click();
    await expect(panel.getByRole("button", { name: "收起明文" })).toBeVisible();
    return panel;
  }

  async takes(): Promise<void> {
    await this.page.getByRole("button", { name: "由我受理" }).click();
    await expect(this.page.getByRole("button", { name: "退回队列" })).toBeVisible();
  }

  async asksFor(kind: string, reason: string): Promise<void> {
    await this.decision.getByRole("button", { name: "要求补件" }).click();
    const dialog = this.page.getByRole("dialog", { name: "要求补件" });
    await dialog.getByLabel("资料类型").selectOption({ label: kind });
    await dialog.getByLabel("原因（借款人可见）").fill(reason);
    await dialog.getByRole("button", { name: "发出补件要求" }).click();
    await expect(dialog).toBeHidden();
  }

  async #choosesVerdict(verdict: string): Promise<void> {
    const choice = this.decision.getByRole("radio", { name: verdict });
    await choice.click();
    await expect(choice).toBeChecked();
  }

  /** Other terms than were asked for, sent at once because they are within the reviewer's own limit. */
  async counterOffers(terms: CounterOffer): Promise<void> {
    await this.#choosesVerdict("调整方案");
    await this.decision.getByLabel("批准金额（元）").fill(terms.yuan);
    await this.decision.getByLabel("期限").selectOption(String(terms.months));
    if (terms.percent !== undefined) await this.decision.getByLabel("合同年利率（%）").fill(terms.percent);
    await this.decision.getByLabel("给借款人的话").fill(terms.words);
    await expect(this.decision).toContainText("立即生效");
    await this.decision.getByRole("button", { name: "确认调整方案…" }).click();
    const dialog = this.page.getByRole("dialog", { name: "发出调整方案" });
    await dialog.getByRole("button", { name: "提交", exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  /** Approves as asked for at a rate of the reviewer's own, within the own limit: the borrower is told at once. */
  async approves(percent: string): Promise<void> {
    await this.#choosesVerdict("通过");
    await this.decision.getByLabel("合同年利率（%）").fill(percent);
    await expect(this.decision).toContainText("立即生效");
    await this.decision.getByRole("button", { name: "确认通过…" }).click();
    const dialog = this.page.getByRole("dialog", { name: "通过这笔申请" });
    await dialog.getByRole("button", { name: "提交", exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  /** Approves as asked for; above the reviewer's limit that only asks a second person. */
  async approvesBeyondLimit(): Promise<void> {
    await this.#choosesVerdict("通过");
    await expect(this.decision).toContainText("提交后需第二人复核");
    await this.decision.getByRole("button", { name: "确认通过…" }).click();
    const dialog = this.page.getByRole("dialog", { name: "通过这笔申请" });
    await expect(dialog).toContainText("复核通过才会告知借款人");
    await dialog.getByRole("button", { name: "提交复核" }).click();
    await expect(dialog).toBeHidden();
  }

  /** The matter of one case in the inbox of second persons. */
  approvalOf(number: string): Locator {
    return this.page.getByRole("list", { name: "复核事项" }).getByRole("link").filter({ hasText: number });
  }
}
