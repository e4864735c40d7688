import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../support/expect-accessible";
import { LeaderboardPage } from "../support/leaderboard";
import { signInAs } from "../support/sign-in-as";

for (const role of ["admin", "manager"] as const) {
  test(`a ${role} writes a note down, sees it on the page, and takes it back`, async ({ page }) => {
    await signInAs(page, role);
    await openLastCustomer(page);
    const text = `Asked for the contract again, ${role} ${Date.now()}`;
    await page.getByRole("button", { name: "Add note" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a note" });
    await dialog.getByRole("textbox", { name: "Note" }).fill(text);
    await dialog.getByRole("button", { name: "Write down" }).click();
    await expect(dialog.getByRole("status")).toContainText("Written down");
    await dialog.getByRole("button", { name: "Close" }).click();
    const list = page.getByRole("region", { name: "Written down" });
    const entry = list.getByRole("listitem").filter({ hasText: text });
    await expect(entry).toBeVisible();
    await entry.getByRole("button", { name: "Take back" }).click();
    await expect(entry).toBeHidden();
  });
}

test("a touchpoint is in the journey at once and is gone when it is undone; a viewer adds nothing", async ({
  page,
}) => {
  await signInAs(page, "admin");
  await openLastCustomer(page);
  const before = await countIn(page);
  await page.getByRole("button", { name: "Add touchpoint" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a touchpoint" });
  await dialog.getByLabel("What happened").selectOption({ label: "Complaint" });
  await dialog.getByLabel("Note (optional)").fill("The delivery was late");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Write down" }).click();
  await expect(dialog.getByRole("status")).toContainText("Written down");
  await expect(async () => expect(await countIn(page)).toBe(before + 1)).toPass();
  await dialog.getByRole("button", { name: "Undo" }).click();
  await expect(dialog.getByRole("status")).toContainText("Taken back");
  await expect(async () => expect(await countIn(page)).toBe(before)).toPass();
  await page.context().clearCookies();
  await signInAs(page, "viewer");
  await openLastCustomer(page);
  await expect(page.getByRole("button", { name: /^(Add|Record)/ })).toHaveCount(0);
});

test("a refused entry keeps what was typed and says what is wrong", async ({ page }) => {
  await signInAs(page, "admin");
  await openLastCustomer(page);
  await page.getByRole("button", { name: "Add touchpoint" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a touchpoint" });
  await dialog.getByLabel("When").fill("2190-01-01T10:00");
  await dialog.getByLabel("Note (optional)").fill("Kept");
  await dialog.getByRole("button", { name: "Write down" }).click();
  await expect(dialog.getByText("This lies in the future.")).toBeVisible();
  await expect(dialog.getByLabel("Note (optional)")).toHaveValue("Kept");
});

test("the brief tells the story on one page", async ({ page }) => {
  await signInAs(page, "viewer");
  const leaderboard = new LeaderboardPage(page);
  await leaderboard.open();
  await leaderboard.rows.first().getByRole("link").click();
  await page.getByRole("link", { name: "Brief to read before a call" }).click();
  await expect(page.getByText("If I were this customer, would I want to leave me?")).toBeVisible();
  const story = page.getByRole("region", { name: "The story so far" });
  await expect(story.getByRole("heading", { level: 3 }).first()).toBeVisible();
  await expect(page.getByRole("region", { name: "What was said last" })).toBeVisible();
});

/** The page as a number: how many touchpoints the stretch of the journey has. */
async function countIn(page: Page): Promise<number> {
  const text = (await page.getByText(/touchpoints? from .* what is ahead is hatched/).textContent()) ?? "";
  return Number(/^[\d,]+/.exec(text)?.[0].replaceAll(",", "") ?? (text.startsWith("One") ? 1 : 0));
}

/** Opens one of the calm customers, whom other tests leave alone. */
async function openLastCustomer(page: Page): Promise<void> {
  await page.goto("/risk?sort=risk");
  await new LeaderboardPage(page).rows.first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/customers\//);
}
