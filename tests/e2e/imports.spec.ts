import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/expect-accessible";
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

async function uploadFile(page: Page, name: string, content: string | Buffer, type = "Touchpoints"): Promise<void> {
  await page.goto("/imports/new");
  await page.getByRole("radio", { name: type }).check();
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
  await page.getByRole("button", { name: "Upload" }).click();
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
    await expect(page.getByText("semicolon", { exact: true })).toBeVisible();
    await expect(page.getByLabel("Field for the column Account ID")).toHaveValue("customerExternalId");
    await expect(page.getByLabel("Field for the column Date")).toHaveValue("occurredAt");
    await expectAccessible(page);

    await page.getByRole("button", { name: "Check the whole file" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "DD-MM-YYYY or MM-DD-YYYY" })).toBeVisible();
    await page.getByLabel("Dates are written as").selectOption("DD-MM-YYYY");
    await page.getByRole("button", { name: "Check the whole file" }).click();
    await expect(page.getByRole("heading", { name: "What would happen" })).toBeVisible();
    await expect(count(page, "Created")).toHaveText("3");
    await expect(count(page, "Rejected")).toHaveText("3");
    await expect(page.getByRole("cell", { name: /01-00-2026.* is no day of the calendar/ })).toBeVisible();

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
    await page.getByLabel("Dates are written as").selectOption("DD-MM-YYYY");
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
    await uploadFile(page, `${run}.csv`, `who,when,what was said\n${run},2026-03-01,hello\n`);
    await expect(page.getByText(/Still needed: Customer id, Kind/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Check the whole file" })).toBeDisabled();
    const who = page.getByLabel("Field for the column who");
    await who.focus();
    await page.keyboard.type("Customer");
    await expect(who).toHaveValue("customerExternalId");
    await page.getByLabel("Field for the column what was said").selectOption("details");
    await page.getByLabel("No column says the Kind? The same for every row").fill("meeting");
    await page.getByRole("button", { name: "Import without checking" }).click();
    await expect(page.getByText("The import is done")).toBeVisible({ timeout: 30_000 });
    await expect(count(page, "Created")).toHaveText("1");
  });

  test("is told what is wrong with a file that is none, and keeps the choices", async ({ page }) => {
    await uploadFile(page, "customers.csv", Buffer.from("PK\u0003\u0004 not text at all"), "Customers");
    await expect(page.getByRole("alert").filter({ hasText: "Excel workbook" })).toBeVisible();
    await expect(page.getByRole("radio", { name: "Customers" })).toBeChecked();
    await uploadFile(page, "empty.csv", "");
    await expect(page.getByRole("alert").filter({ hasText: "empty" })).toBeVisible();
    await expectAccessible(page);
  });

  test("sees the pages whole on a phone", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ["/imports", "/imports/new"]) {
      await page.goto(path);
      await expectNoSidewaysScroll(page);
    }
    await uploadFile(
      page,
      "narrow.csv",
      `customer,kind,date,${"a very long name of a column ".repeat(4)}\nC,call,2026-01-01,x\n`,
    );
    await expect(page.getByRole("heading", { level: 1, name: "narrow.csv" })).toBeVisible();
    await expectNoSidewaysScroll(page);
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
