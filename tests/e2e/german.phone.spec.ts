import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/expect-accessible";
import { joinInGerman, type Person, signInAsPerson } from "../support/join-in-german";

const PAGES = [
  "/",
  "/risk",
  "/judgements",
  "/imports",
  "/imports/new",
  "/imports/held",
  "/settings/general",
  "/settings/members",
  "/settings/kinds",
  "/settings/rules",
  "/settings/models",
  "/settings/api-keys",
  "/settings/hooks",
  "/settings/account",
];

let person: Person;

test.use({ locale: "de-DE" });
test.beforeAll(async ({ browser }, { project }) => {
  person = await joinInGerman(browser, project.use.baseURL);
});

test("long German words fit on a phone, on every page", async ({ page }) => {
  test.slow();
  await signInAsPerson(page, person);
  for (const path of PAGES) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectNoSidewaysScroll(page);
    });
  }
  await page.goto("/risk");
  await expectAccessible(page);
});

test("long German words fit on a customer's page and its dossier", async ({ page }) => {
  await signInAsPerson(page, person);
  await page.locator("tbody").getByRole("link").first().click();
  await expect(page.getByText(/könnte binnen 90 Tagen gehen/)).toBeVisible();
  for (const reason of await page.locator("details > summary").all()) await reason.click();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Dossier vor einem Gespräch" }).click();
  await expect(page.getByRole("heading", { name: "Die Geschichte bisher" })).toBeVisible();
  await expectNoSidewaysScroll(page);
});
