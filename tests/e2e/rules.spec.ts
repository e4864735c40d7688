import { expect, type Page, test } from "@playwright/test";
import { expectEveryLook } from "../support/every-look";
import { expectAccessible } from "../support/expect-accessible";
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

test("a rule is drafted, previewed, held against the past, published and taken back", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  await signInAs(page, "admin");
  await page.goto("/settings/rules");
  await expect(page.getByText(/Gives points to \d/).first()).toBeVisible();
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
  await expectEveryLook(page, "editor");

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
  // Asking for more of one answer does not take the other away.
  await page.goto("/settings/rules/draft?everyone=1");
  await expect(page.getByText(/^Monthly revenue at risk: .* All \d+ customers looked at\./)).toBeVisible();
  await page.getByRole("link", { name: "Run the backtest" }).click();
  await expect(page).toHaveURL(/backtest=1&everyone=1$/);
  await expect(page.getByRole("rowheader", { name: "Area under the curve (chance: 0.5)" })).toBeVisible({
    timeout: 30_000,
  });
  await expectEveryLook(page, "draft");
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

/** The part of the editor that belongs to a fieldset: “Condition”, “Exception 1”, … */
function part(page: Page, name: string) {
  return page.getByRole("group", { name, exact: true });
}

test("a new rule is put together with conditions, filters, exceptions and a shared cap, copied, and switched off", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signInAs(page, "admin");
  await page.goto("/settings/rules");
  await page.getByRole("link", { name: "New rule" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "A new rule" })).toBeVisible();
  const words = page.getByRole("region", { name: /^In words/ });
  await expect(page.getByRole("button", { name: "Save into the draft" })).toBeDisabled();
  await page.getByLabel("Name", { exact: true }).fill("Two meetings fell through");
  await page.getByLabel("Number to look at").selectOption({ label: "Number of touchpoints in a window" });
  await page.getByText("Touchpoints: all touchpoints").click();
  await page.getByLabel("Search kinds").fill("meeting");
  await page.getByLabel("Meeting cancelled by the customer").check();
  await expect(page.getByText("Touchpoints: Meeting cancelled by the customer")).toBeVisible();
  await page.getByLabel("Window, in days").fill("45");
  await page.getByLabel("How points are given").selectOption("ramp");
  await page.getByLabel("To", { exact: true }).fill("1");
  await expect(page.getByText("Must differ from where the ramp begins.")).toBeVisible();
  await page.getByLabel("To", { exact: true }).fill("2");
  await expect(words).toContainText("in 45 days: from 1 rising to 2 gives up to +10");

  await page.getByRole("button", { name: "Add a condition" }).click();
  await part(page, "Condition").getByLabel("Condition", { exact: true }).selectOption("all");
  await page.getByRole("button", { name: "And …" }).click();
  const second = part(page, "Part 2");
  await second.getByLabel("Number to look at").selectOption({ label: "Days as a customer" });
  await second.getByLabel("Number", { exact: true }).fill("200");
  await expect(words).toContainText("only if at least 1 touchpoint in 60 days and at least 200 days as a customer");
  await second.getByLabel("Part 2", { exact: true }).selectOption("not");
  await expect(words).toContainText("and not (at least 200 days as a customer)");
  await page.getByRole("button", { name: "Remove Part 1" }).click();
  await expect(words).toContainText("only if not (at least 200 days as a customer)");

  await page.getByRole("button", { name: "Add an exception" }).click();
  const exception = part(page, "Exception 1");
  await exception.getByLabel("Number to look at").selectOption({ label: "A trait that is one of some values" });
  await expect(page.getByText("Must name a trait.")).toBeVisible();
  await exception.getByLabel("Name of the trait").fill("tier");
  await exception.getByLabel("Is one of").fill("enterprise, gold");
  await exception.getByLabel("Is", { exact: true }).selectOption("yes");
  await page.getByLabel("Exception 1: points count … times").fill("0.5");
  await expect(words).toContainText("half if tier is enterprise, gold");
  await page.getByLabel("Shares a cap with").selectOption({ label: "Engagement (at most 60)" });
  await expectEveryLook(page, "new-rule");
  await page.getByRole("button", { name: "Save into the draft" }).click();
  await expect(page).toHaveURL(/\/settings\/rules\/draft$/);
  await expect(page.getByRole("heading", { name: /^Two meetings fell through/ })).toContainText("New");

  await page.getByRole("link", { name: "Edit Two meetings fell through" }).click();
  await page.getByRole("link", { name: "Duplicate" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Two meetings fell through (copy)");
  await expect(words).toContainText("half if tier is enterprise, gold");
  await page.getByRole("checkbox", { name: "Switched off", exact: true }).check();
  await page.getByRole("button", { name: "Save into the draft" }).click();
  await expect(page.getByRole("heading", { name: /^Two meetings fell through \(copy\)/ })).toBeVisible();

  await page.goto("/settings/rules/groups");
  await page.getByLabel("Group 1: Most points together").fill("-1");
  await expect(page.getByText("Must be above 0, not -1.")).toBeVisible();
  await page.getByLabel("Group 1: Most points together").fill("42");
  await page.getByRole("button", { name: "Save into the draft" }).click();
  await expect(page.getByText("Complaints: at most 50 points until now, 42 in the draft")).toBeVisible();

  await page.goto("/settings/rules");
  await expect(page.getByRole("heading", { name: /\(copy\)/ })).toContainText("switched off");
  await expect(page.getByText("new in the draft")).toHaveCount(2);
  await expectEveryLook(page, "rules-with-draft");
  await page.goto("/settings/rules/draft");
  await page.getByRole("button", { name: "Throw the draft away" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Throw the draft away" }).click();
  await expect(page).toHaveURL(/\/settings\/rules$/);
  await expect(page.getByText("new in the draft")).toHaveCount(0);
});

test("any two versions are compared in words", async ({ page }) => {
  await signInAs(page, "viewer");
  await page.goto("/settings/rules/versions/1?with=2");
  await expect(page.getByRole("heading", { level: 1, name: "Version 1 beside version 2" })).toBeVisible();
  await expect(page.getByText(/^Until now: .*\+60/)).toBeVisible();
  const rising = page.getByRole("heading", { level: 3, name: "Rising usage" });
  await expect(rising).toBeHidden();
  await page.getByText(/^All \d+ rules of version 1$/).click();
  await expect(rising).toBeVisible();
  await page.getByLabel("Compare with").selectOption({ index: 0 });
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(page).toHaveURL(/with=\d+$/);
  await expectEveryLook(page, "compare");
});

test("bands and kinds show what a change does before it is made", async ({ page, browser, baseURL }) => {
  await signInAs(page, "admin");
  await page.goto("/settings/general");
  const critical = page.getByLabel("Critical", { exact: true });
  await critical.fill("12");
  await page.getByRole("button", { name: "Show what would change" }).click();
  const table = page.getByRole("table", { name: "Customers and monthly revenue by band, now and then" });
  await expect(table.getByRole("row", { name: /^Critical/ })).toBeVisible();
  await expect(page.getByText(/customers? would change band: [1-9]\d* up, 0 down/)).toBeVisible();
  await expect(critical).toHaveValue("12");
  await expectEveryLook(page, "consequences");
  await page.reload();
  await expect(critical).not.toHaveValue("12");

  await page.goto("/settings/kinds");
  await page.getByRole("link", { name: "Edit Order cancelled" }).click();
  await page.getByRole("button", { name: "Merge …" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Into").selectOption({ label: "Purchases: Return" });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Merge the kinds" }).click();
  await expect(page).toHaveURL(/\/settings\/kinds$/);
  await expect(page.getByText("Order cancelled (order-cancelled) is now Return")).toBeVisible();
  await expect(page.getByRole("rowheader", { name: /^Order cancelled/ })).toHaveCount(0);

  const context = await browser.newContext({ baseURL: baseURL! });
  const theirs = await context.newPage();
  await signInAs(theirs, "manager");
  await theirs.goto("/settings/general");
  await expect(theirs.getByRole("button", { name: "Show what would change" })).toHaveCount(0);
  for (const path of ["/settings/rules/new", "/settings/rules/groups", "/settings/kinds/1"]) {
    const answer = await theirs.goto(path);
    expect(answer?.status(), path).toBe(403);
  }
  await context.close();
});
