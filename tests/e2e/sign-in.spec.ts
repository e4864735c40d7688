import { expect, test } from "@playwright/test";
import { DEMO_PASSWORD } from "@/lib/demo/demo-accounts";
import { demoAccount, signInAs, signInByForm } from "../support/sign-in-as";

const viewer = demoAccount("viewer");

test("a person signs in, and out again", async ({ page }) => {
  await page.goto("/risk");
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.getByRole("textbox", { name: "E-mail address" }).fill(viewer.email);
  await page.getByLabel("Password", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL((url) => url.pathname === "/");
  await page.getByRole("button", { name: `Your account: ${viewer.name}` }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto("/risk");
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("a wrong password is said so, and the address is kept", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail address" }).fill("someone@example.com");
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "do not belong together" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "E-mail address" })).toHaveValue("someone@example.com");
});

test("signing in works without JavaScript", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await signInByForm(page, "viewer");
  await context.close();
});

test("the demo's people are one press away", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: `Sign in as ${viewer.name}` }).click();
  await expect(page).toHaveURL((url) => url.pathname === "/");
});

test("a viewer sees the settings and changes none", async ({ page }) => {
  await signInAs(page, "viewer");
  await page.goto("/settings/general");
  await expect(page.getByText("Only an admin can change this.")).toBeVisible();
  await expect(page.getByLabel("Horizon, in days")).toBeDisabled();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "API keys" })).toHaveCount(0);
  for (const path of ["/settings/members", "/settings/api-keys"]) {
    expect((await page.goto(path))?.status(), path).toBe(403);
  }
});

test("a session's change from nowhere or from another site is refused", async ({ page, baseURL }) => {
  await signInAs(page, "admin");
  const put = (headers: Record<string, string>) =>
    page.request.put("/api/v1/settings", { headers, data: { horizonDays: 1 } });
  expect((await put({})).status()).toBe(403);
  expect((await put({ Origin: "https://evil.example" })).status()).toBe(403);
  const own = await page.request.put("/api/v1/settings", { headers: { Origin: new URL(baseURL!).origin }, data: {} });
  expect(own.status()).toBe(200);
});

test("the framework comes with the advice to compile it while it arrives", async ({ page, request }) => {
  await page.goto("/sign-in");
  const addresses = await page
    .locator("script[src]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("src") ?? ""));
  const scripts = await Promise.all(addresses.map(async (address) => (await request.get(address)).text()));
  const advised = scripts.filter((script) => script.startsWith("//# allFunctionsCalledOnLoad\n"));
  expect(advised.map((script) => script.length).every((length) => length > 100_000)).toBe(true);
  expect(advised.length).toBeGreaterThan(0);
});
