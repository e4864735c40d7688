import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/expect-accessible";
import { signInAs } from "../support/sign-in-as";

/**
 * Who is at the top of the leaderboard, in order. The risks themselves move a little with every publication: the base rate
 * is anchored anew to the break-ups known by then.
 */
async function order(page: Page): Promise<string> {
  const answer = await page.request.get("/api/v1/customers?sort=-risk&limit=100");
  const { items } = await answer.json();
  return items.map(({ externalId }: { externalId: string }) => externalId).join();
}

async function look(page: Page, name: string) {
  const size = page.viewportSize()!;
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await expectAccessible(page);
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${scheme}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}-phone.png`, fullPage: true });
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: "light" });
}

test("a rule is drafted, previewed, held against the past, published and taken back", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  await signInAs(page, "admin");
  await page.goto("/settings/rules");
  await expect(page.getByText(/Gives points to \d/).first()).toBeVisible();
  await look(page, "rules");
  const before = await order(page);

  await page
    .getByRole("link", { name: /^Edit Complaints/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Edit “Complaints");
  const window = page.getByLabel("Window, in days");
  await window.fill("-5");
  await expect(page.getByText("Must be above 0, not -5.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save into the draft" })).toBeDisabled();
  await window.fill("33");
  await expect(page.getByRole("region", { name: "In words" })).toContainText("33 days");
  await page.getByLabel("Step 1: Points").fill("60");
  await expect(page.getByRole("region", { name: "In words" })).toContainText("+60");
  await look(page, "editor");

  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.getByRole("button", { name: "Save into the draft" }).click();
  await expect(page).toHaveURL(/\/settings\/rules\/draft$/);
  await other.getByLabel("Step 1: Points").fill("1");
  await other.getByRole("button", { name: "Save into the draft" }).click();
  await expect(other.getByText("has changed the draft since you opened it")).toBeVisible();
  await other.close();

  await expect(page.getByText(/customers? would change band/).first()).toBeVisible();
  await expect(page.getByText(/^Until now: /)).toBeVisible();
  await page.getByRole("link", { name: "Run the backtest" }).click();
  await expect(page.getByRole("rowheader", { name: "Area under the curve (chance: 0.5)" })).toBeVisible({
    timeout: 30_000,
  });
  await look(page, "draft");
  expect(await order(page)).toBe(before);

  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByLabel("Why? The note stays with the version").fill("Complaints count more");
  await page.getByRole("button", { name: "Publish the rules" }).click();
  await expect(page).toHaveURL(/\/settings\/rules$/);
  await expect(page.getByRole("row", { name: /Complaints count more/ })).toContainText("in force");
  await expect.poll(() => order(page), { timeout: 40_000 }).not.toBe(before);

  await page.getByRole("link", { name: "Compare version 1 with the rules in force" }).click();
  await expect(page.getByText(/^Until now: .*\+60/)).toBeVisible();
  await page.getByRole("button", { name: "Go back to version 1" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Go back to version 1" }).click();
  await expect(page.getByRole("row", { name: /Back to version 1/ })).toContainText("in force");
  await expect.poll(() => order(page), { timeout: 40_000 }).toBe(before);

  for (const role of ["manager", "viewer"] as const) {
    const context = await browser.newContext({ baseURL: baseURL! });
    const theirs = await context.newPage();
    await signInAs(theirs, role);
    await theirs.goto("/settings/rules");
    await expect(theirs.getByText("Only an admin changes rules.")).toBeVisible();
    await expect(theirs.getByRole("link", { name: /^Edit / })).toHaveCount(0);
    const origin = new URL(baseURL!).origin;
    for (const call of ["preview", "backtest", "publish", "rollback"]) {
      const answer = await theirs.request.post(`/api/v1/rules/${call}`, { data: {}, headers: { origin } });
      expect(answer.status(), `${role} ${call}`).toBe(403);
    }
    await context.close();
  }
});
