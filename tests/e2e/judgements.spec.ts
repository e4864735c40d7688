import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/expect-accessible";
import { LeaderboardPage } from "../support/leaderboard";
import { demoAccount, signInAs } from "../support/sign-in-as";

/** Customers of the manager's book in the middle of the list, whom other tests leave alone. */
const BOOK = "/risk?sort=name";

for (const role of ["admin", "manager"] as const) {
  test(`a ${role} judges a risk, sees it beside the computed one, in the queue and by the filter, and takes it back`, async ({
    page,
  }) => {
    await signInAs(page, role);
    const at = role === "admin" ? 5 : 6;
    const name = await openCustomer(page, at);
    const reason = `Their new owner wants one supplier, says ${role} ${Date.now()}`;
    await judge(page, { says: "Critical", reason });
    const panel = page.getByRole("region", { name: "Judged by people" });
    const entry = panel.getByRole("listitem").filter({ hasText: reason });
    await expect(entry).toContainText("Critical");
    await expect(entry).toContainText("stands until");
    await expect(panel.getByRole("listitem").filter({ hasText: "The model" })).toContainText(/\d+ in 100, \w+/);
    await expectAccessible(page);

    await page.goto("/judgements");
    const row = page.getByRole("row").filter({ hasText: reason });
    await expect(row.getByRole("rowheader")).toContainText(name);
    await expectAccessible(page);
    await page.getByRole("link", { name: "Show them on the leaderboard" }).click();
    await expect(page).toHaveURL(/judgement=disagrees/);
    const listed = new LeaderboardPage(page).rows.filter({ hasText: name }).first();
    await expect(listed.getByText(/judges: Critical, until/)).toBeAttached();
    await expect(listed.getByText(/out of 100, /)).toBeAttached();

    await listed.getByRole("link").first().click();
    await entry.getByRole("button", { name: "Take back" }).click();
    await expect(entry).toBeHidden();
    await panel.getByText(/earlier judgement/).click();
    await expect(panel.getByText(reason)).toBeVisible();
    await expect(panel.getByText(/taken back/).first()).toBeVisible();
  });
}

test("a number out of 100 is asked for only where one is said; a refused judgement keeps what was typed", async ({
  page,
}) => {
  await signInAs(page, "admin");
  await openCustomer(page, 7);
  await page.getByRole("button", { name: "Judge this risk" }).click();
  const dialog = page.getByRole("dialog", { name: "Judge this risk" });
  await expect(dialog.getByLabel("Out of 100")).toHaveCount(0);
  await dialog.getByLabel("I think the risk is").selectOption({ label: "A number out of 100" });
  await dialog.getByLabel("Out of 100").fill("37");
  await dialog.getByLabel("Why").fill("Kept");
  await dialog.getByLabel("Stands until").evaluate((input: HTMLInputElement) => input.removeAttribute("min"));
  await dialog.getByLabel("Stands until").fill("2020-01-01");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Judge", exact: true }).click();
  await expect(dialog.getByText("This lies in the past.")).toBeVisible();
  await expect(dialog.getByLabel("Why")).toHaveValue("Kept");
  await expect(dialog.getByLabel("Out of 100")).toHaveValue("37");
});

test("a comment stands beside the score and is no disagreement; a viewer reads it and can change nothing", async ({
  page,
}) => {
  await signInAs(page, "admin");
  await openCustomer(page, 8);
  const address = page.url();
  const reason = `Asked for patience ${Date.now()}`;
  await judge(page, { says: "As computed: I only comment", reason });
  await page.goto("/judgements");
  await expect(page.getByText(reason)).toHaveCount(0);

  await page.context().clearCookies();
  await signInAs(page, "viewer");
  await page.goto(address);
  const entry = page
    .getByRole("region", { name: "Judged by people" })
    .getByRole("listitem")
    .filter({ hasText: reason });
  await expect(entry).toBeVisible();
  await expect(page.getByRole("button", { name: /Judge|Take back/ })).toHaveCount(0);
  await page.goto("/judgements");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(/With 10 there will be figures/)).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test("the API refuses a viewer, and a manager beyond the own book, as the pages do", async ({ page }) => {
  await signInAs(page, "admin");
  await page.goto("/risk");
  const { items } = await page.evaluate(async () => (await fetch("/api/v1/customers?limit=200&stage=current")).json());
  const own = items.find(({ owner }: { owner: string }) => owner === demoAccount("manager").name);
  const foreign = items.find(({ owner }: { owner: string }) => owner !== demoAccount("manager").name);
  const post = (externalId: string) =>
    page.evaluate(async (id) => {
      const body = JSON.stringify({ reason: "By the API", expiresOn: "2026-07-31" });
      const headers = { "content-type": "application/json" };
      const address = `/api/v1/customers/${encodeURIComponent(id)}/judgements`;
      return (await fetch(address, { method: "POST", headers, body })).status;
    }, externalId);
  await page.context().clearCookies();
  await signInAs(page, "viewer");
  await page.goto("/judgements");
  expect(await post(own.externalId)).toBe(403);
  await page.context().clearCookies();
  await signInAs(page, "manager");
  await page.goto("/judgements");
  expect(await post(foreign.externalId)).toBe(404);
  expect(await post(own.externalId)).toBe(201);
});

async function judge(page: Page, { says, reason }: Readonly<{ says: string; reason: string }>): Promise<void> {
  await page.getByRole("button", { name: "Judge this risk" }).click();
  const dialog = page.getByRole("dialog", { name: "Judge this risk" });
  await dialog.getByLabel("I think the risk is").selectOption({ label: says });
  await dialog.getByLabel("Why").fill(reason);
  await dialog.getByRole("button", { name: "Judge", exact: true }).click();
  await expect(dialog.getByRole("status")).toContainText("Written down beside the score");
  await dialog.getByRole("button", { name: "Close" }).click();
}

/** @returns the name of the customer whose page is open */
async function openCustomer(page: Page, at: number): Promise<string> {
  await page.goto(BOOK);
  const link = new LeaderboardPage(page).rows.nth(at).getByRole("link").first();
  const name = (await link.textContent()) ?? "";
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return name;
}
