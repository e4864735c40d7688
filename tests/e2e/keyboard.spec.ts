import { expect, type Page, test } from "@playwright/test";
import { DEMO_PASSWORD } from "@/lib/demo/demo-accounts";
import { KeyboardUser } from "../support/keyboard";
import { LeaderboardPage } from "../support/leaderboard";
import { joinOwnOrganisation, makeOwnOrganisation, type OwnOrganisation } from "../support/own-organisation";
import { demoAccount, signInAs } from "../support/sign-in-as";

// Five pieces of daily work by somebody who has no mouse: nothing here clicks, sets a focus or fills a field.

const DAY_MS = 86_400_000;

test("signs in, finds a customer by a few letters and writes a note", async ({ page }) => {
  const keyboard = new KeyboardUser(page);
  await page.goto("/sign-in");
  await keyboard.write(page.getByRole("textbox", { name: "E-mail address" }), demoAccount("manager").email);
  await keyboard.write(page.getByLabel("Password", { exact: true }), DEMO_PASSWORD);
  await keyboard.press("Enter");
  await expect(page).toHaveURL((url) => url.pathname === "/");

  const name = (await page.getByRole("list", { name: "Next" }).getByRole("link").last().textContent()) ?? "";
  const palette = page.getByRole("dialog", { name: "Search or go to" });
  await keyboard.pressUntil("ControlOrMeta+k", palette);
  await keyboard.type(name);
  await expect(palette.getByRole("option", { name }).first()).toHaveAttribute("aria-selected", "true");
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  const add = page.getByRole("button", { name: "Add note" });
  const dialog = page.getByRole("dialog", { name: "Add a note" });
  const text = `Written without a mouse ${Date.now()}`;
  await keyboard.tabTo(add);
  await keyboard.pressUntil("Enter", dialog);
  await expect(dialog.getByRole("textbox", { name: "Note" })).toBeFocused();
  // Letters that are keys elsewhere are letters here.
  await keyboard.type(text);
  await keyboard.activate(dialog.getByRole("button", { name: "Write down" }));
  await expect(dialog.getByRole("status")).toContainText("Written down");
  await expect(dialog.getByRole("button", { name: "Close" })).toBeFocused();
  await keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(add).toBeFocused();
  const entry = page.getByRole("region", { name: "Written down" }).getByRole("listitem").filter({ hasText: text });
  await keyboard.activate(entry.getByRole("button", { name: "Take back" }));
  await expect(entry).toBeHidden();
});

test("filters, selects two, tags them and takes it back", async ({ page }) => {
  await signInAs(page, "admin");
  const keyboard = new KeyboardUser(page);
  const leaderboard = new LeaderboardPage(page);
  await leaderboard.open();
  await keyboard.activate(page.getByRole("navigation", { name: "Bands" }).getByRole("link", { name: /^Watch/ }));
  await leaderboard.expectAsked({ band: "watch" });
  await expect(leaderboard.rows.getByText(/out of 100, Watch/)).toHaveCount(await leaderboard.rows.count());

  const row = (at: number) => leaderboard.rows.nth(at);
  const bar = page.getByRole("form", { name: "Change selected customers" });
  await keyboard.press("j");
  await expect(row(0).getByRole("link")).toBeFocused();
  await keyboard.press("x");
  await expect(row(0).getByRole("checkbox")).toBeChecked();
  for (const key of ["j", "j", "k", "x"]) await keyboard.press(key);
  await expect(row(1).getByRole("link")).toBeFocused();
  await expect(row(1).getByRole("checkbox")).toBeChecked();
  await expect(bar.getByText("2 selected")).toBeVisible();
  await keyboard.press("x");
  await expect(row(1).getByRole("checkbox")).not.toBeChecked();
  await expect(bar.getByText("1 selected")).toBeVisible();
  await keyboard.press("x");

  await keyboard.press("b");
  const what = bar.getByRole("combobox", { name: "What to do" });
  await expect(what).toBeFocused();
  await keyboard.type("Add tag");
  await expect(what).toHaveValue("tag");
  const tag = `xjk ${Date.now() % 100_000}`;
  await keyboard.write(bar.getByRole("textbox", { name: "Tag" }), tag);
  await keyboard.press("Enter");
  await expect(page.getByText("Done.", { exact: true })).toBeVisible({ timeout: 20_000 });
  await expect(bar.getByRole("textbox", { name: "Tag" })).toBeFocused();
  expect(await taggedWith(page, tag)).toBe(2);
  await keyboard.activate(page.getByRole("button", { name: "Undo" }), "back");
  await expect(page.getByText(/^Taken back/)).toBeVisible({ timeout: 20_000 });
  expect(await taggedWith(page, tag)).toBe(0);
});

test("judges a risk and takes it back", async ({ page }) => {
  await signInAs(page, "admin");
  const keyboard = new KeyboardUser(page);
  await page.goto("/risk?sort=-name");
  await keyboard.pressUntil("j", page.locator("[data-row-link]:focus"));
  await keyboard.press("Enter");
  await expect(page).toHaveURL(/\/customers\//);
  const open = page.getByRole("button", { name: "Judge this risk" });
  const dialog = page.getByRole("dialog", { name: "Judge this risk" });
  const reason = `I know them, ${Date.now()}`;
  await keyboard.activate(open);
  await expect(dialog.getByLabel("I think the risk is")).toBeFocused();
  await keyboard.type("Critical");
  await expect(dialog.getByLabel("I think the risk is")).toHaveValue("critical");
  await keyboard.write(dialog.getByLabel("Why"), reason);
  await keyboard.activate(dialog.getByRole("button", { name: "Judge", exact: true }));
  await expect(dialog.getByRole("button", { name: "Close" })).toBeFocused();
  await keyboard.press("Escape");
  await expect(open).toBeFocused();
  const panel = page.getByRole("region", { name: "Judged by people" });
  const entry = panel.getByRole("listitem").filter({ hasText: reason });
  await keyboard.activate(entry.getByRole("button", { name: "Take back" }));
  await expect(entry).toBeHidden();
});

test("edits a rule, sees what it would do, publishes it and goes back", async ({ page, request }) => {
  test.slow();
  const own = await makeOwnOrganisation(`Keys${Date.now()}`);
  await addComplaints(request, own);
  await joinOwnOrganisation(page, own);
  const keyboard = new KeyboardUser(page);
  await page.goto("/settings/rules");
  await keyboard.activate(page.getByRole("link", { name: /^Edit Complaints/ }).first());
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Edit “Complaints");
  await keyboard.write(page.getByLabel("Step 1: Points"), "60");
  await expect(page.getByRole("region", { name: "In words" })).toContainText("+60");
  await keyboard.activate(page.getByRole("button", { name: "Save into the draft" }));
  await expect(page).toHaveURL(/\/settings\/rules\/draft$/);
  await expect(page.getByText(/would change band/).first()).toBeVisible();

  const dialog = page.getByRole("dialog");
  await keyboard.activate(page.getByRole("button", { name: "Publish", exact: true }));
  await expect(dialog.getByRole("textbox")).toBeFocused();
  await keyboard.type("Complaints count more");
  await keyboard.press("Enter");
  await expect(page).toHaveURL(/\/settings\/rules$/);
  await expect(page.getByRole("row", { name: /Complaints count more/ })).toContainText("in force");

  await keyboard.activate(page.getByRole("link", { name: "Compare version 1 with the rules in force" }));
  await keyboard.activate(page.getByRole("button", { name: "Go back to version 1" }));
  await keyboard.activate(dialog.getByRole("button", { name: "Go back to version 1" }));
  await expect(page.getByRole("row", { name: /Back to version 1/ })).toContainText("in force");
});

test("pastes a table, has it checked, brings it in and takes it back", async ({ page }) => {
  await signInAs(page, "admin");
  const keyboard = new KeyboardUser(page);
  const run = `PASTED${Date.now()}`;
  await page.goto("/imports/new");
  await keyboard.activate(page.getByText("Paste a table instead"));
  await keyboard.write(page.getByLabel("Table"), `customer,kind,date\n${run},call,2026-03-01\n${run},call,2026-03-02`);
  await keyboard.activate(page.getByRole("button", { name: "Upload" }));
  await expect(page.getByRole("heading", { level: 1, name: "Pasted table.csv" })).toBeVisible();
  for (const step of ["Columns", "Dates and numbers", "Unknowns", "Check"]) {
    await keyboard.activate(page.getByRole("link", { name: `Next: ${step}` }));
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeFocused();
  }
  await keyboard.activate(page.getByRole("button", { name: "Check the whole file" }));
  await expect(page.getByRole("heading", { name: "What would happen" })).toBeVisible({ timeout: 30_000 });
  await keyboard.activate(page.getByRole("button", { name: "Import it" }));
  await expect(page.getByText("The import is done")).toBeVisible({ timeout: 30_000 });
  await keyboard.activate(page.getByRole("button", { name: "Undo this import" }));
  await keyboard.activate(page.getByRole("dialog").getByRole("button", { name: "Undo it" }));
  await expect(page.getByText("The import was undone")).toBeVisible({ timeout: 30_000 });
});

/** How many customers have a tag. */
async function taggedWith(page: Page, tag: string): Promise<number> {
  const answer = await page.request.get(`/api/v1/customers?${new URLSearchParams({ tag })}`);
  return (await answer.json()).items.length;
}

/** Customers of whom the rules have something to say. */
async function addComplaints(request: Page["request"], { key }: OwnOrganisation): Promise<void> {
  const touchpoints = Array.from({ length: 3 }, (_, at) => ({
    id: `complaint-${at}`,
    customerExternalId: `customer-${at}`,
    kind: "complaint",
    occurredAt: new Date(Date.now() - (at + 1) * DAY_MS).toISOString(),
  }));
  const headers = { Authorization: `Bearer ${key}` };
  const sent = await request.post("/api/v1/touchpoints?unknownCustomer=create", { headers, data: { touchpoints } });
  expect(await sent.json()).toMatchObject({ accepted: touchpoints.length });
}
