import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/expect-accessible";
import { signInAs } from "../support/sign-in-as";

test.beforeEach(({ page }) => signInAs(page, "admin"));

async function importFile(page: Page, name: string, content: string, policy?: string): Promise<void> {
  await page.goto("/imports/new");
  const file = { name, mimeType: "text/csv", buffer: Buffer.from(content) };
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const openStep = (step: string) =>
    page.getByRole("navigation", { name: "Steps of the import" }).getByRole("link", { name: step }).click();
  if (policy) {
    await openStep("Unknowns");
    await page.getByLabel("Rows of customers that are not known").selectOption({ label: policy });
    await page.getByLabel("Rows of kinds that are not in the catalogue").selectOption({ label: policy });
  }
  await openStep("Check");
  await page.getByRole("button", { name: "Import without checking" }).click();
  await expect(page.getByText("The import is done")).toBeVisible({ timeout: 30_000 });
}

function count(page: Page, label: string) {
  return page
    .locator("dl > div")
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator("dd");
}

test("an import is undone after asking once more, and the history says so", async ({ page }) => {
  const run = `UNDO${Date.now()}`;
  await importFile(
    page,
    `${run}.csv`,
    `id,customer,kind,date\n${run}-1,${run},call,2026-03-01\n${run}-2,${run},${run},2026-03-02\n`,
  );
  await page.getByRole("button", { name: "Undo this import" }).click();
  const dialog = page.getByRole("dialog", { name: "Undo this import?" });
  await expect(dialog).toContainText("2 created");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Leave it in" }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: "Undo this import" }).click();
  await dialog.getByRole("button", { name: "Undo it" }).click();
  await expect(page.getByText("The import was undone")).toBeVisible({ timeout: 30_000 });
  await expect(count(page, "Taken back")).toHaveText("2");
  await expect(count(page, "Customers made on the way")).toHaveText("1 removed, 0 kept");
  await expect(count(page, "Kinds made on the way")).toHaveText("1 removed, 0 kept");
  await expect(page.getByRole("button", { name: "Undo this import" })).toHaveCount(0);
  await expectAccessible(page);
  await page.goto("/imports");
  await expect(page.getByRole("row", { name: `${run}.csv` })).toContainText("Undone");
  await page.goto(`/customers/${run}`);
  await expect(page.getByRole("heading", { name: run })).toHaveCount(0);
});

test("rows of an unknown customer and kind wait, are mended and released, or thrown away", async ({ page }) => {
  const run = `HELD${Date.now()}`;
  const lines = [`${run}-1,${run}-who,call`, `${run}-2,${run}-who,call`, `${run}-3,${run}-else,call`];
  const csv = `id,customer,kind,date\n${lines.map((line) => `${line},2026-03-01`).join("\n")}\n`;
  await importFile(page, `${run}.csv`, csv, "Hold the rows until somebody mends them");
  await expect(count(page, "Held")).toHaveText("3");
  await page.getByRole("link", { name: "3 rows wait to be mended" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Held rows" })).toBeVisible();
  await expectAccessible(page);
  const groups = page.getByRole("table", { name: "What they wait for" });
  await groups
    .getByRole("row", { name: `${run}-who` })
    .getByRole("button", { name: "Mend" })
    .click();
  const dialog = page.getByRole("dialog", { name: `Who is “${run}-who”?` });
  await dialog.getByLabel("Make a customer with this id when there is none").check();
  await dialog.getByRole("button", { name: "Release 2 rows" }).click();
  await expect(page.getByRole("status").filter({ hasText: "2 rows were released" })).toBeVisible();
  await expect(groups.getByRole("row", { name: `${run}-who` })).toHaveCount(0);
  await groups
    .getByRole("row", { name: `${run}-else` })
    .getByRole("button", { name: "Discard" })
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("status").filter({ hasText: "One row was thrown away" })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/imports/held");
  await expectNoSidewaysScroll(page);
});

test("a hook is made from a sample, takes what a tool posts, lists it and is revoked", async ({
  page,
  playwright,
  baseURL,
}) => {
  const run = `Hook ${Date.now()}`;
  const payload = { data: { ticket: { ref: run, at: "2026-03-01T10:00:00Z" }, account: { id: run } } };
  await page.goto("/settings/hooks");
  await page.getByLabel("Name", { exact: true }).fill(run);
  await page.getByLabel("A sample of what the tool sends").fill(JSON.stringify(payload));
  await page.getByLabel("What data.account.id becomes").selectOption({ label: "Customer id" });
  await page.getByLabel("What data.ticket.at becomes").selectOption({ label: "Date and time" });
  await page.getByLabel("What data.ticket.ref becomes").selectOption({ label: "Id of the touchpoint" });
  await page.getByRole("button", { name: "Try the sample" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "kind" })).toBeVisible();
  await page.getByLabel("Kind of every touchpoint, when no value says it").selectOption("support-ticket");
  await page.getByRole("button", { name: "Try the sample" }).click();
  await expect(count(page, "Kind")).toHaveText("support-ticket");
  await page.getByLabel("Rows of customers that are not known").selectOption({ label: "Create them" });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Make the hook" }).click();
  const address = await page.getByLabel("The address of the new hook").inputValue();
  expect(address).toMatch(/\/api\/v1\/hooks\/wh_/);
  const tool = await playwright.request.newContext({ baseURL });
  const path = new URL(address).pathname;
  const answer = await tool.post(path, { data: payload });
  expect(await answer.json()).toEqual({ accepted: 1, duplicates: 0, held: 0, rejected: [] });
  expect((await tool.post(path, { data: { data: {} } })).status()).toBe(422);
  await page.reload();
  const row = page.getByRole("row", { name: run });
  await expect(row).toContainText("422");
  await row.getByText("One earlier").click();
  await expect(row).toContainText("1 new");
  await row.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(row.getByText("revoked")).toBeVisible();
  expect((await tool.post(path, { data: payload })).status()).toBe(404);
  await tool.dispose();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});
