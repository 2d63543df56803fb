import { expect, type Locator, type Page } from "@daichao/config/playwright";

const mostStops = 120;

/** Presses Tab until the focus is there, as somebody without a mouse does, and shows that it can be seen. */
export async function tabsTo(page: Page, target: Locator): Promise<void> {
  const isThere = () => target.evaluate((box) => box === document.activeElement);
  await expect(target).toBeVisible();
  for (let presses = 0; presses < mostStops && !(await isThere()); presses += 1) await page.keyboard.press("Tab");
  await expect(target).toBeFocused();
}

export async function presses(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabsTo(page, target);
  await page.keyboard.press(key);
}
