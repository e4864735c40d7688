import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe leaves in the window. */
type WithAxe = Readonly<{
  axe?: {
    run(
      context: Document,
      options: object,
    ): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>;
  };
}>;

/** Fails with each rule of WCAG 2.2 AA that the page breaks, and where. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
}

/** Fails when the page is wider than the window: nothing may have to be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await sidewaysPixels(page)).toBeLessThanOrEqual(0);
}

/** So much wider than the window is the page. */
export function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Each rule of WCAG 2.2 AA that the page breaks, and where. Axe is brought into a page once, however often it is asked. */
export function axeFaults(page: Page): Promise<string[]> {
  return faultsOf(page, { type: "tag", values: WCAG_22_AA });
}

/** As axeFaults, by the rules alone that look at colours: for a page whose other rules were asked at the same size. */
export function colourFaults(page: Page): Promise<string[]> {
  return faultsOf(page, { type: "rule", values: ["color-contrast", "link-in-text-block"] });
}

async function faultsOf(page: Page, runOnly: Readonly<{ type: "tag" | "rule"; values: string[] }>): Promise<string[]> {
  const isThere = await page.evaluate(() => (window as unknown as WithAxe).axe !== undefined);
  if (!isThere) await new AxeBuilder({ page }).setLegacyMode().withRules(["html-has-lang"]).analyze();
  return page.evaluate(async (only) => {
    const options = { runOnly: only, resultTypes: ["violations"] };
    const answer = await (window as unknown as WithAxe).axe?.run(document, options);
    if (!answer) throw new Error("axe is not in the page");
    return answer.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  }, runOnly);
}
