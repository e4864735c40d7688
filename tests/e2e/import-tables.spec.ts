import { expect, type Page, test } from "@playwright/test";
import { type DirtyTable, dirtyTables } from "../support/dirty-tables";
import { joinOwnOrganisation, makeOwnOrganisation, TenantDump } from "../support/own-organisation";

const TYPES = new Map([
  ["accounts", "Customers"],
  ["endings", "Outcomes"],
]);

function count(page: Page, label: string) {
  return page
    .locator("dl > div")
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator("dd")
    .first();
}

async function expectCounts(page: Page, counts: DirtyTable["counts"]): Promise<void> {
  for (const [label, figure] of Object.entries(counts)) await expect(count(page, label)).toHaveText(String(figure));
}

/** Through the wizard: what it was taken for is right, dates are read days first, and the check counts as the import does. */
async function bringIn(page: Page, table: DirtyTable, run: string): Promise<void> {
  await page.goto("/imports/new");
  const file = { name: `${run}-${table.name}.csv`, mimeType: "text/csv", buffer: Buffer.from(table.csv) };
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(page.getByRole("radio", { name: TYPES.get(table.name) ?? "Touchpoints" })).toBeChecked();
  const steps = page.getByRole("navigation", { name: "Steps of the import" });
  await steps.getByRole("link", { name: "Columns" }).click();
  if (table.kind) {
    const field = table.name === "endings" ? "Outcome, for every row" : "Kind, for every row";
    await page.getByLabel(field).fill(table.kind);
  }
  await steps.getByRole("link", { name: "Dates" }).click();
  await expect(page.getByRole("columnheader", { name: "Is read as" }).first()).toBeVisible();
  await steps.getByRole("link", { name: "Check" }).click();
  await page.getByRole("button", { name: "Check the whole file" }).click();
  await expect(page.getByRole("heading", { name: "What would happen" })).toBeVisible({ timeout: 30_000 });
  await expectCounts(page, table.counts);
  if (table.counts.Rejected) await expect(page.getByText(/rejected: a day or time that does not exist/)).toBeVisible();
}

/** Takes an import back on its page. @returns when everything it made is gone */
async function takeBack(page: Page, address: string, table: DirtyTable): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: "Undo this import" }).click();
  await page.getByRole("dialog", { name: "Undo this import?" }).getByRole("button", { name: "Undo it" }).click();
  await expect(page.getByText("The import was undone")).toBeVisible({ timeout: 30_000 });
  await expect(count(page, "Taken back")).toHaveText(String(table.counts.Created));
}

test("five tables of a subscription business go in through the browser, impossible dates are told, counts add up, and each undo leaves the database as it was, row by row", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const run = `RS${Date.now()}`;
  const own = await makeOwnOrganisation(run);
  await joinOwnOrganisation(page, own);
  const dump = await TenantDump.open(own.organisationId);
  const done: { table: DirtyTable; address: string; before: Awaited<ReturnType<TenantDump["read"]>> }[] = [];
  for (const table of dirtyTables(run)) {
    const before = await dump.read();
    await bringIn(page, table, run);
    if (table.name === "usage") {
      await expect(page.getByText(/One row is dated before the customer’s start, such as line 2/)).toBeVisible();
      await expect(page.getByText(/2 kinds are not in the catalogue: “feature_5”, “feature_20”/)).toBeVisible();
    }
    expect(await dump.read(), "a check changes nothing").toEqual(before);
    await page.getByRole("button", { name: "Import it" }).click();
    await expect(page.getByText("The import is done")).toBeVisible({ timeout: 30_000 });
    await expectCounts(page, table.counts);
    expect(await dump.read()).not.toEqual(before);
    done.push({ table, address: page.url(), before });
  }
  for (const { table, address, before } of done.reverse()) {
    await takeBack(page, address, table);
    expect(await dump.read(), `after ${table.name} was taken back`).toEqual(before);
  }
  await dump.close();
});
