import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../support/expect-accessible";
import { makeWorkbook } from "../support/make-workbook";
import { signInAs } from "../support/sign-in-as";

/** Dates that can be read as day-month and as month-day; one row of each fault. */
function touchpointFile(run: string): string {
  return [
    "Ticket No;Account ID;Event Type;Date;Amount",
    `${run}-1;${run}-A;complaint;01-02-2026;12,50`,
    `${run}-2;${run}-A;call;03-04-2026;`,
    `${run}-3;${run}-B;complaint;05-06-2026;1.000,00`,
    `${run}-3;${run}-B;complaint;05-06-2026;1.000,00`,
    `${run}-4;${run}-B;complaint;01-00-2026;1,5`,
    `${run}-5;${run}-B;complaint`,
    `${run}-6;;complaint;05-06-2026;1,5`,
  ].join("\r\n");
}

async function uploadFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.goto("/imports/new");
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
  await page.getByRole("button", { name: "Upload" }).click();
}

/** Opens a step of the wizard by its name. */
async function openStep(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("navigation", { name: "Steps of the import" }).getByRole("link", { name }).click();
}

/** A figure of the counts, by its label. */
function count(page: Page, label: string) {
  return page
    .locator("dl > div")
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator("dd");
}

test.describe("an admin", () => {
  test.beforeEach(({ page }) => signInAs(page, "admin"));

  test("brings a file in: columns are recognised, dates are asked for, faults are listed, and again is nothing new", async ({
    page,
  }) => {
    const run = `E2E${Date.now()}`;
    const name = `${run}.csv`;
    await uploadFile(page, name, touchpointFile(run));
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByRole("radio", { name: "Touchpoints" })).toBeChecked();
    await expect(page.getByLabel("Fields are separated by")).toHaveValue(";");
    await expectAccessible(page);
    await openStep(page, "Columns");
    await expect(page.getByLabel("Field for the column Account ID")).toHaveValue("customerExternalId");
    await expect(page.getByLabel("Field for the column Date")).toHaveValue("occurredAt");
    await expectAccessible(page);
    await page.getByRole("link", { name: "Next: Dates and numbers" }).click();

    await expect(page.getByText("Which comes first, the day or the month?")).toBeVisible();
    await expect(
      page.getByRole("row", { name: /03-04-2026 3 April 2026.* March 4|03-04-2026 3 April 2026.* 4 March/ }),
    ).toBeVisible();
    await page.getByRole("button", { name: "Day first" }).click();
    await expect(page.getByLabel("Dates are written as")).toHaveValue("DD-MM-YYYY");
    await expect(page.getByText("Which comes first, the day or the month?")).toBeHidden();
    await expectAccessible(page);

    await openStep(page, "Check");
    await page.getByRole("button", { name: "Check the whole file" }).click();
    await expect(page.getByRole("heading", { name: "What would happen" })).toBeVisible({ timeout: 30_000 });
    await expect(count(page, "Created")).toHaveText("3");
    await expect(count(page, "Rejected")).toHaveText("3");
    await expect(page.getByRole("cell", { name: /01-00-2026.* is no day of the calendar/ })).toBeVisible();
    await expect(page.getByText("One row would be rejected: a day or time that does not exist.")).toBeVisible();
    await expectAccessible(page);

    await page.getByRole("button", { name: "Import it" }).click();
    await expect(page.getByText("The import is done")).toBeVisible({ timeout: 30_000 });
    for (const [label, figure] of [
      ["Rows", "7"],
      ["Created", "3"],
      ["Duplicates", "1"],
      ["Rejected", "3"],
    ] as const) {
      await expect(count(page, label)).toHaveText(figure);
    }
    await expectAccessible(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download all as CSV" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/rejects\.csv$/);

    await uploadFile(page, name, touchpointFile(run));
    await expect(page.getByText(/You imported this very file/)).toBeVisible();
    await expect(page.getByText(`Filled in as for ${name}`)).toBeVisible();
    await openStep(page, "Dates");
    await expect(page.getByLabel("Dates are written as")).toHaveValue("DD-MM-YYYY");
    await openStep(page, "Check");
    await page.getByRole("button", { name: "Import without checking" }).click();
    await expect(page.getByText("The import is done")).toBeVisible({ timeout: 30_000 });
    await expect(count(page, "Created")).toHaveText("0");
    await expect(count(page, "Duplicates")).toHaveText("4");
    await page.goto("/imports");
    await expect(page.getByRole("rowheader", { name }).first()).toBeVisible();
    await expectAccessible(page);
  });

  test("maps by keyboard, and gives every row the same kind where no column says it", async ({ page }) => {
    const run = `KEY${Date.now()}`;
    await uploadFile(page, `${run}.csv`, `who,when,what was said,${run}\n${run},2026-03-01,hello,\n`);
    const onward = page.getByRole("link", { name: "Next: Columns" });
    await onward.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "What the columns mean" })).toBeFocused();
    await expect(page.getByText(/Still needed: Customer id, Kind/)).toBeVisible();
    const who = page.getByLabel("Field for the column who");
    await who.focus();
    await page.keyboard.type("Customer");
    await expect(who).toHaveValue("customerExternalId");
    await page.getByLabel("Field for the column what was said").selectOption("details");
    await page.getByLabel("Kind, for every row").fill("meeting");
    await page.goBack();
    await expect(page.getByRole("heading", { name: "What the file is" })).toBeVisible();
    await page.goForward();
    await page.reload();
    await expect(page.getByLabel("Kind, for every row")).toHaveValue("meeting");
    await expect(page.getByLabel("Field for the column what was said")).toHaveValue("details");
    await openStep(page, "Check");
    await page.getByRole("button", { name: "Import without checking" }).click();
    await expect(page.getByText("The import is done")).toBeVisible({ timeout: 30_000 });
    await expect(count(page, "Created")).toHaveText("1");
  });

  test("is told what is wrong with a file that is none, and what was pasted stays", async ({ page }) => {
    await uploadFile(page, "customers.csv", Buffer.from("PK\u0003\u0004 not text at all"));
    await expect(page.getByRole("alert").filter({ hasText: "Excel workbook" })).toBeVisible();
    await uploadFile(page, "empty.csv", "");
    await expect(page.getByRole("alert").filter({ hasText: "empty" })).toBeVisible();
    await expectAccessible(page);
    await page.goto("/imports/new");
    await page.getByText("Paste a table instead").click();
    await page.getByLabel("Table").fill("customer\tkind\tdate");
    await page.getByRole("button", { name: "Upload" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "no rows below it" })).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("Table")).toHaveValue("customer\tkind\tdate");
    await page.getByLabel("Table").fill("customer\tkind\tdate\nPASTE-1\tcall\t2026-03-01");
    await page.getByRole("button", { name: "Upload" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Pasted table.csv" })).toBeVisible();
    await expect(page.getByLabel("Fields are separated by")).toHaveValue("\t");
  });

  test("brings a sheet of a workbook in, and takes a wide table apart", async ({ page }) => {
    const run = `WIDE${Date.now()}`;
    const sheets = {
      Notes: [
        ["read me", "please"],
        ["first", "then"],
      ],
      Usage: [
        ["customer", "2026-01", "Feb 2026"],
        [`${run}-A`, 5, 6],
        [`${run}-B`, 0, 7],
      ],
    };
    await uploadFile(page, `${run}.xlsx`, makeWorkbook({ sheets }));
    await page.getByLabel("Sheet of the workbook").selectOption("Usage");
    await expect(page.getByRole("columnheader", { name: "2026-01" })).toBeVisible();
    await openStep(page, "Columns");
    for (const name of ["2026-01", "Feb 2026"]) {
      await page.getByLabel(`Field for the column ${name}`).selectOption("Take apart: a touchpoint for each cell");
    }
    await page.getByLabel("The name of a column says").selectOption("when it was (2026-01, Jan 2026)");
    await page.getByLabel("Kind, for every row").fill(`${run} report`);
    await openStep(page, "Unknowns");
    await page.getByLabel(`Kind of the catalogue for ${run} report`).selectOption({ index: 0 });
    await openStep(page, "Check");
    await page.getByRole("button", { name: "Check the whole file" }).click();
    await expect(page.getByRole("heading", { name: "What would happen" })).toBeVisible({ timeout: 30_000 });
    await expect(count(page, "Created")).toHaveText("3");
    await page.getByRole("button", { name: "Import it" }).click();
    await expect(page.getByText("The import is done")).toBeVisible({ timeout: 30_000 });
    await expect(count(page, "Created")).toHaveText("3");
  });

  test("reads the API's description with examples, and finds files to start from", async ({ page }) => {
    await page.goto("/settings/api");
    const call = page.getByRole("article", { name: /POST \/api\/v1\/touchpoints/ });
    await expect(call.getByText(/curl -X POST ".*\/api\/v1\/touchpoints"/)).toBeVisible();
    await call.getByText("Python", { exact: true }).click();
    await expect(call.getByText(/requests\.post\(/)).toBeVisible();
    await expectAccessible(page);
    await page.goto("/imports/new");
    for (const name of ["Touchpoints", "Customers", "Outcomes"]) {
      const link = page.getByRole("link", { name: `Download ${name} as CSV` });
      const answer = await page.request.get((await link.getAttribute("href")) ?? "");
      expect(await answer.text()).toMatch(/^(id,customerExternalId|externalId|customerExternalId)/);
    }
  });
});

for (const role of ["viewer", "manager"] as const) {
  test(`a ${role} sees no imports`, async ({ page }) => {
    await signInAs(page, role);
    await expect(page.getByRole("link", { name: "Imports" })).toHaveCount(0);
    const response = await page.goto("/imports");
    expect(response?.status()).toBe(403);
    const answer = await page.request.put("/api/v1/imports?type=touchpoints&filename=x.csv", {
      data: "customer,kind,date\nC,call,2026-01-01\n",
      headers: { Origin: new URL(page.url()).origin },
    });
    expect(answer.status()).toBe(403);
  });
}
