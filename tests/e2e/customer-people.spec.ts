import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/expect-accessible";
import { LeaderboardPage } from "../support/leaderboard";
import { signInAs } from "../support/sign-in-as";

for (const role of ["admin", "manager"] as const) {
  test(`a ${role} writes a contact down, changes it and removes it again`, async ({ page }) => {
    await signInAs(page, role);
    await openCustomer(page);
    const name = `Åsa Nørregård-Lindqvist ${role} ${Date.now()}`;
    await page.getByRole("button", { name: "Add contact" }).click();
    const dialog = page.getByRole("dialog", { name: "A person at this customer" });
    await dialog.getByLabel("Name").fill(name);
    await dialog.getByLabel("E-mail address (optional)").fill("not an address");
    await dialog.getByLabel("E-mail address (optional)").evaluate((input: HTMLInputElement) => {
      input.type = "text";
    });
    await dialog.getByRole("checkbox", { name: "Decides about the contract" }).check();
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog.getByText("This does not look right.")).toBeVisible();
    await expect(dialog.getByLabel("Name")).toHaveValue(name);
    await dialog.getByLabel("E-mail address (optional)").fill("asa@example.com");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog.getByRole("status")).toHaveText("Saved.");
    await dialog.getByRole("button", { name: "Close" }).click();

    const contacts = page.getByRole("region", { name: "Contacts" });
    const entry = contacts.getByRole("listitem").filter({ hasText: name });
    await expect(entry).toContainText("Decides");
    await expect(entry.getByRole("link", { name: "asa@example.com" })).toHaveAttribute(
      "href",
      "mailto:asa@example.com",
    );
    await entry.getByRole("button", { name: "Change" }).click();
    await dialog.getByLabel("Left the customer on (optional)").fill("2026-06-01");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(entry).toContainText("left on 1 Jun 2026");
    await entry.getByRole("button", { name: "Change" }).click();
    await dialog.getByRole("button", { name: "Remove" }).click();
    await expect(entry).toHaveCount(0);
  });
}

test("preferences and days that matter stand in the rail; a viewer reads them and changes nothing", async ({
  page,
}) => {
  await signInAs(page, "admin");
  await openCustomer(page);
  const address = page.url();
  const text = `No calls before nine ${Date.now()}`;
  await page.getByRole("button", { name: "Add preference" }).click();
  const preference = page.getByRole("dialog", { name: "How they like it" });
  await preference.getByLabel("Preference").fill(text);
  await preference.getByRole("button", { name: "Save" }).click();
  await preference.getByRole("button", { name: "Close" }).click();
  const day = `Anniversary ${Date.now()}`;
  await page.getByRole("button", { name: "Add day" }).click();
  const milestone = page.getByRole("dialog", { name: "A day that matters to them" });
  await milestone.getByLabel("What it is").fill(day);
  await milestone.getByLabel("Day", { exact: true }).fill("1999-07-04");
  await milestone.getByRole("checkbox", { name: "Comes back every year" }).check();
  await milestone.getByRole("button", { name: "Save" }).click();
  await milestone.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: day })).toContainText("4 Jul 2026, in 4 days · every year");

  await page.context().clearCookies();
  await signInAs(page, "viewer");
  await page.goto(address);
  await expect(page.getByRole("region", { name: "How they like it" }).getByText(text)).toBeVisible();
  await expect(page.getByRole("region", { name: "Days that matter" }).getByText(day)).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Add|Change|Remove)/ })).toHaveCount(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("an action that a manager sent does nothing when a viewer sends it again", async ({ page, browser, baseURL }) => {
  await signInAs(page, "admin");
  await openCustomer(page);
  const name = `Sent twice ${Date.now()}`;
  await page.getByRole("button", { name: "Add contact" }).click();
  const dialog = page.getByRole("dialog", { name: "A person at this customer" });
  await dialog.getByLabel("Name").fill(name);
  const [request] = await Promise.all([
    page.waitForRequest((sent) => sent.method() === "POST" && "next-action" in sent.headers()),
    dialog.getByRole("button", { name: "Save" }).click(),
  ]);
  await dialog.getByRole("button", { name: "Close" }).click();
  const viewers = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
  const viewer = await viewers.newPage();
  await signInAs(viewer, "viewer");
  const { cookie: _, "content-length": __, ...headers } = await request.allHeaders();
  const again = Object.fromEntries(Object.entries(headers).filter(([header]) => !header.startsWith(":")));
  const answer = await viewer.request.post(request.url(), { headers: again, data: request.postDataBuffer() ?? "" });
  expect(await answer.text()).toContain('"code":"forbidden"');
  await viewer.goto(page.url());
  await expect(viewer.getByRole("listitem").filter({ hasText: name })).toHaveCount(1);
  await viewers.close();
});

/** One of the calm customers, whom other tests leave alone. */
async function openCustomer(page: Page): Promise<void> {
  await page.goto("/risk?sort=risk");
  await new LeaderboardPage(page).rows.nth(3).getByRole("link").first().click();
  await expect(page).toHaveURL(/customers\//);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}
