import { expect, type Locator, type Page } from "@daichao/config/playwright";

type Browser = NonNullable<ReturnType<ReturnType<Page["context"]>["browser"]>>;

const wide = { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false, deviceScaleFactor: 1 };

/** Somebody's own browser on a wide screen, signed in as a demo account of one of the staff apps. */
export async function sitsDown(
  browser: Browser,
  { app, who, complaints }: { app: "institution" | "admin"; who: string; complaints: string[] },
): Promise<Page> {
  const context = await browser.newContext(wide);
  context.on("weberror", (error) =>
    complaints.push(`${who}: ${error.error().name} ${error.error().message}`));
    await this.decision.getByLabel("给借款人的话").fill(words);
    await expect(this.decision).toContainText("立即生效");
    await this.decision.getByRole("button", { name: "确认反向报价…" }).click();
    const dialog = this.page.getByRole("dialog", { name: "发出反向报价" });
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
