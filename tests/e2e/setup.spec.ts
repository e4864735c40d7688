import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/expect-accessible";

test("an installation that is set up cannot be set up again", async ({ page }) => {
  await page.goto("/setup?token=guess");
  await expect(page.getByText("Rekindle is set up already.")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await page.getByRole("link", { name: "To the sign-in page" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("an invitation link that does not work says why and what to do", async ({ page }) => {
  for (const token of ["nonsense", `1_${"a".repeat(22)}`, "%2e%2e%2fsettings"]) {
    await page.goto(`/invitation/${token}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
  }
  await page.goto("/invitation/nonsense");
  await expect(page.getByRole("heading", { level: 1, name: "This link does not work any more" })).toBeVisible();
  await expectAccessible(page);
});
