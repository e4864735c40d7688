import type { Page } from "@playwright/test";

const LONGEST_TRAINING_MS = 10 * 60_000;

/**
 * Gives a demo what some of its pages are about, where nobody has yet: a draft of the rules, and a model that has learned.
 * @param page signed in as an admin
 */
export async function fillDemo(page: Page): Promise<void> {
  await page.goto("/settings/rules/draft");
  if (await page.getByRole("heading", { name: "There is no draft" }).isVisible()) {
    await page.goto("/settings/rules/edit/complaints-piling-up");
    await page.getByLabel("Step 3: Points").fill("50");
    await page.getByRole("button", { name: "Save into the draft" }).click();
    await page.waitForURL(/\/settings\/rules\/draft$/);
  }
  await page.goto("/settings/models");
  if ((await page.getByText("weights learned from break-ups").count()) === 0) {
    await page.getByRole("button", { name: "Train" }).click();
    await page.waitForURL(/\/settings\/models\/\d+$/);
    await page.getByText(/^Learned from \d+ break-ups/).waitFor({ timeout: LONGEST_TRAINING_MS });
  }
}
