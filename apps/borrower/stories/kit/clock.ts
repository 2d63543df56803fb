import { expect, type Page } from "@daichao/config/playwright";

/** An administrator moves the sandbox's business time forward, by the console. */
export async function movesClock(admin: Page, day: string, hour: number): Promise<void> {
  await admin.goto("/admin/system/clock");
  await admin.getByLabel("推进到", { exact: true }).fill(day);
  await admin.getByLabel("时刻").selectOption(String(hour));
  await admin.getByRole("button", { name: /^推进到/ }).click();
  await expect(admin.getByText(`业务日已推进到 ${day}`)).toBeVisible();
}
