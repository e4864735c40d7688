import { expect, type Locator, type Page } from "@playwright/test";

/** A person needs patience for more. */
const MOST_STOPS = 160;

/** Somebody who has no mouse. At every stop on the way the focus must be seen (WCAG 2.4.7) and nothing lie over it (2.4.11). */
export class KeyboardUser {
  constructor(readonly page: Page) {}

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Goes on by Tab, or back by Shift and Tab, until the focus is there. */
  async tabTo(target: Locator, way: "on" | "back" = "on"): Promise<void> {
    await expect(target).toBeVisible();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press(way === "on" ? "Tab" : "Shift+Tab");
      expect(await this.page.evaluate(unseenFocus)).toBeNull();
    }
    throw new Error(`${MOST_STOPS} presses of Tab do not lead to ${target}`);
  }

  /** Goes there and presses it. */
  async activate(target: Locator, way?: "on" | "back"): Promise<void> {
    await this.tabTo(target, way);
    await this.press("Enter");
  }

  /** Goes to a field and writes in it, in the place of what stands there. */
  async write(field: Locator, text: string): Promise<void> {
    await this.tabTo(field);
    await this.press("ControlOrMeta+a");
    await this.type(text);
  }

  /** Presses a key until it is heard: scripts may still be on their way. */
  async pressUntil(key: string, there: Locator): Promise<void> {
    await expect(async () => {
      await this.press(key);
      await expect(there).toBeVisible({ timeout: 500 });
    }).toPass();
  }
}

/** What has the focus and does not show it; null while all is well. Runs in the page. */
function unseenFocus(): string | null {
  const element = document.activeElement;
  // Between the last stop of the page and the first the focus is the browser's.
  if (!element || element === document.body || element === document.documentElement) return null;
  // Within a day or a time the browser itself marks the part that has the focus, and the button of its calendar.
  const isDay = element instanceof HTMLInputElement && /^(date|time)/.test(element.type);
  const outlined = [element, element.closest("label")].some((one) => {
    const { outlineStyle, outlineWidth } = one ? getComputedStyle(one) : { outlineStyle: "none", outlineWidth: "0" };
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  });
  if (!outlined && !isDay) return `no ring: ${element.outerHTML.slice(0, 200)}`;
  const box = element.closest("label") ?? element;
  const { left, right, top, bottom } = box.getBoundingClientRect();
  const xs = [left + 2, (left + right) / 2, right - 2];
  const ys = [top + 2, (top + bottom) / 2, bottom - 2];
  const isSeen = xs.some((x) =>
    ys.some((y) => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (box.contains(hit) || hit.contains(box));
    }),
  );
  return isSeen ? null : `covered: ${element.outerHTML.slice(0, 200)}`;
}
