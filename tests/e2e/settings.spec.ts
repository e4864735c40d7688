import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/expect-accessible";
import { joinOwnOrganisation, makeOwnOrganisation } from "../support/own-organisation";
import { signInAs } from "../support/sign-in-as";

test.beforeEach(({ page }) => signInAs(page, "admin"));

test("bands that are not ordered are refused at the place, and nothing typed is lost", async ({ page }) => {
  await page.goto("/settings/general");
  const horizon = page.getByLabel("Horizon, in days");
  const before = await horizon.inputValue();
  await horizon.fill("77");
  await page.getByLabel("Watch").fill("60");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Each band must begin above" })).toBeVisible();
  await expect(horizon).toHaveValue("77");
  await expect(page.getByLabel("Watch")).toHaveValue("60");
  await page.reload();
  await expect(horizon).toHaveValue(before);
});

test("settings are saved", async ({ page }) => {
  await page.goto("/settings/general");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
});

test("a kind gets another label and its old one back", async ({ page }) => {
  await page.goto("/settings/kinds");
  await page.getByRole("link", { name: "Edit Webinar attended" }).click();
  const label = page.getByLabel("Label");
  for (const text of ["Webinar joined", "Webinar attended"]) {
    await label.fill(text);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(text);
  }
});

test("someone is invited, joins, gets another role and is removed", async ({ page, browser, baseURL }) => {
  const email = `guest-${Date.now()}@example.com`;
  await page.goto("/settings/members");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Make an invitation link" }).click();
  const link = new URL(await page.getByLabel(`Invitation link for ${email}`).inputValue()).pathname;

  const theirs = await browser.newContext({ baseURL });
  const guest = await theirs.newPage();
  await guest.goto(link);
  await expect(guest.getByText(email)).toBeVisible();
  await expectAccessible(guest);
  await guest.getByLabel("Your name").fill(`Guest ${email}`);
  await guest.getByLabel("Choose a password").fill("a long enough password");
  await guest.getByRole("button", { name: "Join" }).click();
  await expect(guest).toHaveURL((url) => url.pathname === "/");
  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();

  await page.reload();
  const row = page.getByRole("row", { name: email });
  await row.getByRole("combobox").selectOption({ label: "Viewer" });
  await row.getByRole("button", { name: "Change" }).click();
  await expect(row.getByRole("status")).toHaveText("Done.");
  await row.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  // While the dialog is open, the table is hidden from roles: the row would be missing for that reason alone.
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(row).toHaveCount(0);
  await guest.goto("/risk");
  await expect(guest).toHaveURL(/\/sign-in$/);
  await theirs.close();
});

test("an API key is shown once, works, and is revoked", async ({ page, playwright, baseURL }) => {
  const name = `Key ${Date.now()}`;
  await page.goto("/settings/api-keys");
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Make the key" }).click();
  const key = await page.getByLabel("The new key").inputValue();
  expect(key).toMatch(/^rk_/);
  const program = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { Authorization: `Bearer ${key}` },
  });
  expect((await program.get("/api/v1/settings")).status()).toBe(200);
  expect((await program.put("/api/v1/settings", { data: {} })).status()).toBe(403);

  await page.reload();
  await expect(page.getByLabel("The new key")).toHaveCount(0);
  const row = page.getByRole("row", { name });
  await row.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(row.getByText("revoked")).toBeVisible();
  expect((await program.get("/api/v1/settings")).status()).toBe(401);
  await program.dispose();
});

test("the last admin cannot step down", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await joinOwnOrganisation(page, await makeOwnOrganisation(`Last${Date.now()}`));
  await page.goto("/settings/members");
  const row = page.getByRole("row", { name: "Olga Owner" });
  await row.getByRole("combobox").selectOption({ label: "Viewer" });
  await row.getByRole("button", { name: "Change" }).click();
  await expect(row.getByRole("alert")).toContainText("An organisation needs an admin");
  await context.close();
});

test("a viewer who sends an admin's action herself is refused", async ({ page, browser, baseURL }) => {
  await page.goto("/settings/general");
  const [sent] = await Promise.all([
    page.waitForRequest((request) => request.method() === "POST" && "next-action" in request.headers()),
    page.getByRole("button", { name: "Save" }).click(),
  ]);
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  const { "next-action": action = "", "content-type": type = "" } = sent.headers();
  const body = sent.postDataBuffer()!;

  const context = await browser.newContext({ baseURL });
  const viewer = await context.newPage();
  await signInAs(viewer, "viewer");
  const replay = (headers: Record<string, string>) =>
    viewer.request.post("/settings/general", {
      headers: { "next-action": action, "content-type": type, accept: "text/x-component", ...headers },
      data: body,
    });
  expect(await (await replay({ origin: new URL(baseURL!).origin })).text()).toContain('"code":"forbidden"');
  expect(await (await replay({})).text()).not.toContain('"ok":true');
  await context.close();
});

test("a wrong current password is said so", async ({ page }) => {
  await page.goto("/settings/account");
  await page.getByLabel("Current password").fill("not the password");
  await page.getByLabel("New password").fill("a long enough password");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("This is not your current password.")).toBeVisible();
});

test("a key needs a scope", async ({ page }) => {
  await page.goto("/settings/api-keys");
  await page.getByLabel("Name").fill("No scope");
  await page.getByLabel(/^read –/).uncheck();
  await page.getByRole("button", { name: "Make the key" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Some fields need another look" })).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("No scope");
});
