import { expect, type Page, test } from "@playwright/test";
import { expectNoSidewaysScroll } from "../support/expect-accessible";
import { signInAs } from "../support/sign-in-as";

/** As a language written from right to left would be served. */
async function turnAround(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
}

async function leftOf(page: Page, name: string): Promise<number> {
  return (await page.getByRole("columnheader", { name }).boundingBox())?.x ?? Number.NaN;
}

for (const width of [1440, 390]) {
  test.describe(`from right to left, ${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 900 } });
    test.beforeEach(({ page }) => signInAs(page, "admin"));

    test("the leaderboard turns around and stays whole", async ({ page }) => {
      await page.goto("/risk");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      if (width > 1000) expect(await leftOf(page, "Why")).toBeGreaterThan(await leftOf(page, "Customer"));
      await turnAround(page);
      await expectNoSidewaysScroll(page);
      if (width > 1000) expect(await leftOf(page, "Why")).toBeLessThan(await leftOf(page, "Customer"));
    });

    test("a customer's page stays whole, and its journey still runs from left to right", async ({ page }) => {
      await page.goto("/risk");
      await page.locator("tbody").getByRole("link").first().click();
      await expect(page.getByRole("heading", { level: 2, name: "Journey" })).toBeVisible();
      await turnAround(page);
      await expectNoSidewaysScroll(page);
      const first = page.getByRole("slider", { name: "First day shown" });
      const last = page.getByRole("slider", { name: "Last day shown" });
      const [from, to] = await Promise.all([first.boundingBox(), last.boundingBox()]);
      expect(from?.x).toBeLessThan(to?.x ?? 0);
    });
  });
}
