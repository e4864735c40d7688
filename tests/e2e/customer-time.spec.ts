import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/expect-accessible";
import { LeaderboardPage } from "../support/leaderboard";
import { signInAs } from "../support/sign-in-as";

test.beforeEach(async ({ page }) => {
  await signInAs(page, "viewer");
  const leaderboard = new LeaderboardPage(page);
  await leaderboard.open();
  await leaderboard.rows.first().getByRole("link").click();
  await expect(page).toHaveURL(/customers\//);
});

test("keys zoom into the journey down to a day and move on in it", async ({ page }) => {
  const walker = page.getByRole("slider", { name: "Walk through the journey with the arrow keys" });
  await walker.focus();
  await page.keyboard.press("End");
  for (let before = await daysShown(page); before > 1; before = await daysShown(page)) {
    const last = before;
    await page.keyboard.press("+");
    await expect(async () => expect(await daysShown(page)).toBeLessThan(last)).toPass();
  }
  await expect(walker).toBeFocused();
  const day = new URL(page.url()).searchParams.get("from");
  await page.keyboard.press("PageUp");
  await expect(page).not.toHaveURL(new RegExp(`from=${day}`));
  expect(await daysShown(page)).toBe(1);
  await page.keyboard.press("-");
  await expect(async () => expect(await daysShown(page)).toBeGreaterThan(1)).toPass();
});

test("the frame on the whole journey is moved by keys and by hand, and the plot is dragged", async ({ page }) => {
  const first = page.getByRole("slider", { name: "First day shown" });
  await first.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d&to=/);
  const shown = page.url();
  const plot = page.getByRole("slider", { name: "Walk through the journey with the arrow keys" });
  await plot.scrollIntoViewIfNeeded();
  const box = (await plot.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 3, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, y, { steps: 4 });
  await page.mouse.up();
  await expect(page).not.toHaveURL(shown);
  expect(Math.abs((await daysShown(page)) - daysOf(shown))).toBeLessThanOrEqual(1);
});

test("the page shows how it looked on another day, and leads back", async ({ page }) => {
  const day = page.getByLabel("As it was at the end of");
  const today = await day.inputValue();
  const past = new Date(Date.parse(today) - 120 * 86_400_000).toISOString().slice(0, 10);
  await day.fill(past);
  await page.getByRole("button", { name: "Show that day" }).click();
  await expect(page).toHaveURL(new RegExp(`asOf=${past}`));
  await expect(page.getByText(/This is how it looked at the end of/)).toBeVisible();
  const times = page.getByRole("region", { name: "The same as a list" }).locator("time");
  expect(Date.parse((await times.first().getAttribute("datetime")) ?? "")).toBeLessThan(
    Date.parse(past) + 2 * 86_400_000,
  );
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect(page).toHaveURL(new RegExp(`from=.*asOf=${past}`));
  await page.getByRole("link", { name: "Back to today" }).click();
  await expect(page).not.toHaveURL(/asOf/);
  await expect(page.getByText(/This is how it looked at the end of/)).toBeHidden();
});

/** How many days the address asks for; many while it asks for a range. */
async function daysShown(page: Page): Promise<number> {
  return daysOf(page.url());
}

function daysOf(address: string): number {
  const { searchParams } = new URL(address);
  const [from, to] = [searchParams.get("from"), searchParams.get("to")];
  return from && to ? (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1 : 10_000;
}
