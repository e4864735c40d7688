import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll, unfoldPage } from "../support/expect-accessible";
import { signInAs } from "../support/sign-in-as";

const THEMES = ["light", "dark"] as const;

for (const theme of THEMES) {
  test.describe(`on a phone, ${theme}`, () => {
    test.use({ colorScheme: theme });
    test.beforeEach(({ page }) => signInAs(page, "admin"));

    test("the leaderboard is whole and can be read by everyone", async ({ page }) => {
      await page.goto("/risk");
      await expect(page.getByText(/out of 100, /).first()).toBeAttached();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });

    test("a customer's page is whole and can be read by everyone", async ({ page }) => {
      await page.goto("/risk");
      const first = page.locator("tbody").getByRole("link").first();
      const name = (await first.textContent()) ?? "";
      await first.click();
      await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
      await page.locator("details > summary").first().click();
      await expectNoSidewaysScroll(page);
      await unfoldPage(page);
      await expectAccessible(page);
    });
  });
}

test("on a phone, the sign-in page is whole and can be read by everyone", async ({ page }) => {
  await page.goto("/sign-in");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test("on a phone, the order is chosen in the filters", async ({ page }) => {
  await signInAs(page, "admin");
  await page.goto("/risk");
  // A choice made before the page's scripts have started is put back by them; a person chooses again.
  await expect(async () => {
    await page.getByRole("combobox", { name: "Sorted by" }).selectOption({ label: "Name, A to Z" });
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/sort=name/, { timeout: 3_000 });
  }).toPass();
});

for (const role of ["admin", "manager", "viewer"] as const) {
  test(`on a phone, the first page of a ${role} and the disagreements are whole and can be read by everyone`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: role === "manager" ? "dark" : "light" });
    await signInAs(page, role);
    for (const path of ["/", "/judgements"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectNoSidewaysScroll(page);
      await unfoldPage(page);
      await expectAccessible(page);
    }
  });
}
