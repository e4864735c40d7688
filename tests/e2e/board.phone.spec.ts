import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/expect-accessible";
import { LeaderboardPage } from "../support/leaderboard";
import { expectToStayWhileMoreCome } from "../support/more-customers";
import { signInAs } from "../support/sign-in-as";

test("on a phone, the order is chosen in the filters", async ({ page }) => {
  await signInAs(page, "admin");
  await page.goto("/risk");
  const search = page.getByRole("searchbox", { name: "Search by name or id" });
  // As wide as the page: 390 pixels less 16 on each side.
  expect((await search.boundingBox())?.width).toBe(358);
  await page.getByRole("combobox", { name: "Sorted by" }).selectOption({ label: "Name, A to Z" });
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/sort=name/);
});

test("on a phone, two customers are selected and tagged, and it is taken back", async ({ page }) => {
  await signInAs(page, "admin");
  const leaderboard = new LeaderboardPage(page);
  await leaderboard.open("?sort=-name");
  const tag = `phone ${Date.now() % 100_000}`;
  const bar = page.getByRole("form", { name: "Change selected customers" });
  await expect(async () => {
    await leaderboard.rows.nth(0).getByRole("checkbox").check();
    await expect(bar.getByText("1 selected")).toBeVisible({ timeout: 500 });
  }).toPass();
  await leaderboard.rows.nth(1).getByRole("checkbox").check();
  await expect(bar.getByText("2 selected")).toBeVisible();
  await bar.getByRole("combobox", { name: "What to do" }).selectOption("tag");
  await bar.getByRole("textbox", { name: "Tag" }).fill(tag);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  const [barBox, navBox] = await Promise.all([
    bar.boundingBox(),
    page.getByRole("navigation", { name: "Main" }).boundingBox(),
  ]);
  expect((barBox?.y ?? 0) + (barBox?.height ?? 0)).toBeLessThanOrEqual(navBox?.y ?? 0);
  await bar.getByRole("button", { name: "Do it" }).click();
  await expect(page.getByText("Done.", { exact: true })).toBeVisible({ timeout: 20_000 });
  const tagged = new LeaderboardPage(await page.context().newPage());
  await tagged.open(`?tag=${encodeURIComponent(tag)}`);
  await expect(tagged.rows).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/^Taken back/)).toBeVisible({ timeout: 20_000 });
  await tagged.page.reload();
  await expect(tagged.rows).toHaveCount(0);
});

test("on a phone, what one reads stays where it is while more customers come", async ({ page }) => {
  await signInAs(page, "admin");
  await expectToStayWhileMoreCome(page);
});

test("on a phone, rows below the window are laid out too, once the page has nothing better to do", async ({ page }) => {
  await signInAs(page, "admin");
  const leaderboard = new LeaderboardPage(page);
  await leaderboard.open();
  const groups = page.getByRole("rowgroup").filter({ has: page.getByRole("rowheader") });
  await expect(groups).toHaveCount(25);
  for (const group of await groups.all()) await expect(group).toHaveCSS("content-visibility", "visible");
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});
