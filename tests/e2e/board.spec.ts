import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../support/expect-accessible";
import { LeaderboardPage } from "../support/leaderboard";
import { signInAs } from "../support/sign-in-as";

const views = (page: Page) => page.getByRole("navigation", { name: "Views" });

test("keeps a view, says what is unsaved, opens with it, and lets it go again", async ({ page }) => {
  // As the viewer: nobody else's tests open the leaderboard as she does, and a view of hers opens for her alone.
  await signInAs(page, "viewer");
  const leaderboard = new LeaderboardPage(page);
  const name = `Critical ${Date.now() % 100_000}`;
  await leaderboard.open("?band=critical&view=all");
  await page.getByRole("button", { name: "Save as a view" }).click();
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(views(page).getByRole("link", { name })).toHaveAttribute("aria-current", "true");
  await leaderboard.expectAsked({ band: "critical" });
  await page
    .getByRole("navigation", { name: "Bands" })
    .getByRole("link", { name: /^At risk/ })
    .click();
  await expect(page.getByText(`“${name}” has unsaved changes.`)).toBeVisible();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("has unsaved changes")).toHaveCount(0);
  await page.getByRole("button", { name: "Open with this view" }).click();
  await expect(page.getByRole("button", { name: "No longer open with it" })).toBeVisible();
  await leaderboard.open();
  await leaderboard.expectAsked({ band: "at-risk" });
  await views(page).getByRole("link", { name: "All customers" }).click();
  await leaderboard.expectAsked({ band: null, view: "all" });
  await views(page).getByRole("link", { name }).click();
  await page.getByRole("button", { name: "Change this view" }).click();
  await page.getByRole("button", { name: "Delete this view" }).click();
  await expect(page.getByRole("link", { name })).toHaveCount(0);
});

test("tags those who are selected, finds them by the tag, and takes it back", async ({ page }) => {
  await signInAs(page, "admin");
  const leaderboard = new LeaderboardPage(page);
  const tag = `round ${Date.now() % 100_000}`;
  await leaderboard.open();
  const boxes = leaderboard.rows.getByRole("checkbox");
  await boxes.nth(0).check();
  await boxes.nth(2).check();
  const bar = page.getByRole("form", { name: "Change selected customers" });
  await expect(bar.getByText("2 selected")).toBeVisible();
  await bar.getByRole("combobox", { name: "What to do" }).selectOption("tag");
  await bar.getByRole("textbox", { name: "Tag" }).fill(tag);
  await expectAccessible(page);
  await bar.getByRole("button", { name: "Do it" }).click();
  await expect(page.getByText("Done.", { exact: true })).toBeVisible({ timeout: 20_000 });
  const other = await page.context().newPage();
  const tagged = new LeaderboardPage(other);
  await tagged.open(`?tag=${encodeURIComponent(tag)}&columns=why,tags`);
  await expect(tagged.rows).toHaveCount(2);
  expect(await tagged.column("Tags")).toEqual([tag, tag]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/^Taken back/)).toBeVisible({ timeout: 20_000 });
  await other.reload();
  await expect(tagged.rows).toHaveCount(0);
});

test("exports what is filtered, and nothing else", async ({ page }) => {
  await signInAs(page, "admin");
  const leaderboard = new LeaderboardPage(page);
  await leaderboard.open("?band=critical");
  const names = await leaderboard.names();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as CSV" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  const lines = text.trimEnd().split("\n");
  expect(lines[0]).toMatch(/^externalId,name,owner,stage,risk,probability,band/);
  expect(lines.slice(1).every((line) => line.includes(",critical,"))).toBe(true);
  for (const name of names) expect(text).toContain(name);
});

test("exports those who are selected, or everyone who matches", async ({ page }) => {
  await signInAs(page, "manager");
  const leaderboard = new LeaderboardPage(page);
  await leaderboard.open("?band=watch");
  const names = await leaderboard.names();
  await leaderboard.rows.getByRole("checkbox").nth(1).check();
  const bar = page.getByRole("form", { name: "Change selected customers" });
  const linesOf = async (): Promise<string[]> => {
    const download = page.waitForEvent("download");
    await bar.getByRole("button", { name: "Export as CSV" }).click();
    return (await readFile(await (await download).path(), "utf8")).trimEnd().split("\n");
  };
  const selected = await linesOf();
  expect(selected).toHaveLength(2);
  expect(selected[1]).toContain(names[1]);
  await bar.getByRole("button", { name: "Take everyone who matches" }).click();
  expect((await linesOf()).length).toBeGreaterThanOrEqual(1 + names.length);
});

test("a viewer selects and changes nobody; a manager gives nobody away", async ({ browser }) => {
  const viewer = await browser.newPage();
  await signInAs(viewer, "viewer");
  await new LeaderboardPage(viewer).open();
  await expect(viewer.getByRole("row").getByRole("checkbox")).toHaveCount(0);
  await viewer.close();
  const manager = await browser.newPage();
  await signInAs(manager, "manager");
  const leaderboard = new LeaderboardPage(manager);
  await leaderboard.open();
  await leaderboard.rows.getByRole("checkbox").first().check();
  const what = manager.getByRole("combobox", { name: "What to do" });
  await expect(what.getByRole("option")).toHaveText(["Add tag", "Remove tag", "Snooze until"]);
  await manager.close();
});

test("prints the table and not its tools", async ({ page }) => {
  await signInAs(page, "admin");
  const leaderboard = new LeaderboardPage(page);
  await leaderboard.open();
  await page.emulateMedia({ media: "print" });
  await expect(leaderboard.rows.first()).toBeVisible();
  await expect(page.getByRole("search")).toBeHidden();
  await expect(page.getByRole("link", { name: "Export as CSV" })).toBeHidden();
});
