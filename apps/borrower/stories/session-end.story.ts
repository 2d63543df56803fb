import { expect, test } from "@daichao/config/playwright";
import { isReady } from "./kit/faces.ts";

test("a session that ends under a form keeps what was typed, and signing in again over it sends what was stopped", async ({
  page,
  context,
  axeClean,
}) => {
  await page.goto("/auth");
  await page.getByRole("button", { name: "借款人" }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto("/me/profile");
  await isReady(page);
  const employer = page.getByRole("textbox", { name: "工作单位" });
  const typed = `苏州云织软件 ${Date.now() % 1000}`;
  await employer.fill(typed);
  await context.clearCookies();
  await page.getByRole("button", { name: "保存资料" }).click();
  const again = page.getByRole("alertdialog", { name: "登录已失效" });
  await expect(again).toBeVisible();
  await axeClean(page);
  await expect(employer).toHaveValue(typed);
  await again.getByLabel("手机号").fill("19900000100");
  await again.getByLabel("密码").fill("Daichao2026!");
  await again.getByRole("button", { name: "登录", exact: true }).click();
  await expect(again).toBeHidden();
  await expect(page).toHaveURL(/\/me\/profile$/);
  await expect(page.getByText("已保存").first()).toBeVisible();
  await page.reload();
  await isReady(page);
  await expect(employer).toHaveValue(typed);
});
