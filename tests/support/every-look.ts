import { expect, type Page } from "@playwright/test";
import { axeFaults, colourFaults, sidewaysPixels } from "./expect-accessible";
import { blindChoices, cutOffControls, movements } from "./look-faults";

/** Both themes at a desk and on a phone, in an order in which each step changes one thing. */
const LOOKS = [
  { look: "desk, light", width: 1440, height: 900, colorScheme: "light" },
  { look: "desk, dark", width: 1440, height: 900, colorScheme: "dark" },
  { look: "phone, dark", width: 390, height: 844, colorScheme: "dark" },
  { look: "phone, light", width: 390, height: 844, colorScheme: "light" },
] as const;

/** 1440 by 900 at 200%, and 1280 pixels at 400%. */
const ZOOMED = [
  { look: "zoomed to 200%", width: 720, height: 450 },
  { look: "zoomed to 400%", width: 320, height: 256 },
] as const;

/**
 * Holds what stands on the page now, opened out, against WCAG 2.2 AA in both themes, at a desk and on a phone; zoomed in;
 * with the colours of the system; and without movement. The page is not loaded again for any of it.
 *
 * @param name what the page is called where something is wrong
 */
export async function expectEveryLook(page: Page, name: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  const found: string[] = [];
  const note = (look: string, faults: readonly string[]) => found.push(...faults.map((fault) => `${look}: ${fault}`));
  await openOut(page);
  for (const { look, width, height, colorScheme } of LOOKS) {
    // Without movement: colours that are still on their way from one theme to the other are nobody's.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await unfold(page, width, height);
    // What is not a colour is the same by night.
    const faults = colorScheme === "dark" ? await colourFaults(page) : await axeFaults(page);
    note(look, [...faults, ...(await tooWide(page))]);
  }
  for (const { look, width, height } of ZOOMED) {
    await page.setViewportSize({ width, height });
    note(look, [...(await tooWide(page)), ...(await cutOffControls(page))]);
  }
  note("without movement", await movements(page));
  await page.emulateMedia({ forcedColors: "active" });
  note("colours of the system", await blindChoices(page));
  await page.emulateMedia({ forcedColors: "none", colorScheme: "light", reducedMotion: "no-preference" });
  await page.setViewportSize(size);
  expect.soft(found, name).toEqual([]);
}

/** What is folded away is looked at as well; of many alike, as in the description of the API, the first stand for all. */
async function openOut(page: Page): Promise<void> {
  await page.evaluate((most) => {
    for (const fold of [...document.querySelectorAll("details")].slice(0, most)) fold.open = true;
  }, 12);
}

/**
 * A window as high as the page, at a width where the layout settles first: nothing lies half under a bar that stays in
 * place, where axe calls it too small.
 */
async function unfold(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, whole + 200) });
}

async function tooWide(page: Page): Promise<string[]> {
  const pixels = await sidewaysPixels(page);
  return pixels > 0 ? [`the page is ${pixels} pixels wider than the window`] : [];
}
