import type { Page } from "@daichao/config/playwright";

/**
 * What disappears wholly under something that stays in place, a bar or a tray, once it has the focus (WCAG 2.4.11).
 * Everything that Tab reaches is given the focus, downwards and then upwards, in a window of a phone's height.
 */
export async function lostFromSight(page: Page): Promise<string[]> {
  const { width } = page.viewportSize() ?? { width: 375 };
  await page.setViewportSize({ width, height: 667 });
  return page.evaluate(async () => {
    const reachable =
      'a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex="0"]';
    const all = [...document.querySelectorAll<HTMLElement>(reachable)].filter(
      (element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }),
    );
    // A box to tick may be drawn by its label, a field by the frame around it.
    const drawn = (element: HTMLElement): Element => element.closest("label") ?? element;
    const isSeen = (element: HTMLElement): boolean => {
      const shape = drawn(element);
      const { left, top, width: wide, height: tall } = shape.getBoundingClientRect();
      const shares = [0.1, 0.3, 0.5, 0.7, 0.9];
      return shares.some((across) =>
        shares.some((down) => {
          const there = document.elementFromPoint(left + wide * across, top + tall * down);
          return there !== null && (shape.contains(there) || there.contains(shape));
        }),
      );
    };
    const called = (element: HTMLElement): string => {
      const labels = element instanceof HTMLInputElement ? element.labels : null;
      const name = element.getAttribute("aria-label") ?? (labels?.[0] ?? element).textContent;
      return `"${name.trim().slice(0, 40)}"`;
    };
    const coverOf = (element: HTMLElement): string => {
      const { left, top, width: wide, height: tall } = drawn(element).getBoundingClientRect();
      const cover = document.elementFromPoint(left + wide / 2, top + tall / 2);
      return cover === null
        ? `outside the window, at ${Math.round(top)}`
        : `under "${cover.textContent.trim().slice(0, 40)}"`;
    };
    const lost = new Set<string>();
    for (const element of [...all, ...all.toReversed()]) {
      element.focus();
      if (document.activeElement !== element || isSeen(element)) continue;
      // What comes into sight with the focus, as the link to the content does, needs a moment; so does a page that is still laying itself out.
      for (let tries = 0; tries < 40 && !isSeen(element); tries += 1) await new Promise((done) => setTimeout(done, 50));
      if (!isSeen(element)) lost.add(`${called(element)}, ${coverOf(element)},`);
    }
    window.scrollTo(0, 0);
    return [...lost];
  });
}
