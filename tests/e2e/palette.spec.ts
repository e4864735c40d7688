import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../support/expect-accessible";
import { LeaderboardPage } from "../support/leaderboard";
import { signInAs } from "../support/sign-in-as";

const palette = (page: Page) => page.getByRole("dialog", { name: "Search or go to" });

/** Holds answers about customers back until they are let go. */
async function holdAnswers(page: Page): Promise<() => void> {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/api\/v1\/customers\?q=/, async (route) => {
    await gate;
    await route.continue().catch(() => undefined);
  });
  return letGo;
}

async function openPalette(page: Page): Promise<string[]> {
  await signInAs(page, "admin");
  const leaderboard = new LeaderboardPage(page);
  await leaderboard.open();
  const names = await leaderboard.names();
  await page.getByRole("button", { name: "Search or go to" }).click();
  await expect(palette(page).getByRole("combobox")).toBeFocused();
  return names;
}

test("Enter before any customer has come opens the one who was typed, and nobody else", async ({ page }) => {
  const names = await openPalette(page);
  const letGo = await holdAnswers(page);
  const name = names[3] ?? "";
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(palette(page).getByText("Searching …")).toBeVisible();
  letGo();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("Enter opens nobody who was found for earlier letters and is no longer meant", async ({ page }) => {
  const names = await openPalette(page);
  const [first = ""] = names;
  const other = names.find((name) => name.slice(0, 2) !== first.slice(0, 2)) ?? "";
  await page.keyboard.type(first);
  await expect(palette(page).getByRole("option", { name: first }).first()).toBeVisible();
  await expectAccessible(page);
  const letGo = await holdAnswers(page);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(other);
  await expect(palette(page).getByRole("option", { name: first })).toHaveCount(0);
  await page.keyboard.press("Enter");
  letGo();
  await expect(page.getByRole("heading", { level: 1, name: other })).toBeVisible();
});

test("a page is opened by its letters though customers are still being looked for", async ({ page }) => {
  await openPalette(page);
  const letGo = await holdAnswers(page);
  await page.keyboard.type("impo");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/imports$/);
  letGo();
});
