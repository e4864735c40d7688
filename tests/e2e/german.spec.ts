import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/expect-accessible";
import { joinInGerman, type Person, signInAsPerson } from "../support/join-in-german";

const DAY = /\d{1,2}\. (Jan|Feb|März|Apr|Mai|Juni|Juli|Aug|Sept|Okt|Nov|Dez)\.? \d{4}/;
const MONEY = /\d{1,3}(\.\d{3})*\s€/;

let person: Person;

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ browser }, { project }) => {
  person = await joinInGerman(browser, project.use.baseURL);
});

test("a browser that asks for German is answered in German, before anybody signs in", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, locale: "de-AT" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { level: 1, name: "Anmelden" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "E-Mail-Adresse" }).fill("niemand@example.com");
  await page.getByLabel("Passwort", { exact: true }).fill("nicht das Passwort");
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "gehören nicht zusammen" })).toBeVisible();
  await context.close();
});

test("German is chosen in the account menu, and stays after a reload and a new sign-in", async ({ page, context }) => {
  await signInAsPerson(page, person);
  await expect(page.getByRole("heading", { level: 1, name: "Who may leave" })).toBeVisible();
  await choose(page, "Deutsch", `Your account: ${person.name}`);
  await expect(page.getByRole("heading", { level: 1, name: "Wer gehen könnte" })).toBeVisible();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await context.clearCookies();
  await signInAsPerson(page, person);
  await expect(page.getByRole("heading", { level: 1, name: "Wer gehen könnte" })).toBeVisible();
});

test("the leaderboard reads German: words, reasons, days and money", async ({ page }) => {
  await signInAsPerson(page, person);
  await expect(page.getByRole("columnheader", { name: "Warum" })).toBeVisible();
  await expect(
    page.getByText(/Wahrscheinlichkeit einer Abwanderung binnen 90 Tagen, von 100: Höher ist/),
  ).toBeVisible();
  const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
  await expect(rows.getByText(/^[<>]?\d+ von 100, (Kritisch|Gefährdet|Beobachten|Ruhig)$/).first()).toBeAttached();
  const text = (await rows.allInnerTexts()).join("\n");
  expect(text).toMatch(DAY);
  expect(text).toMatch(MONEY);
  expect(text).toMatch(/Tage|Beschwerde|Schweigen|Kontaktpunkt/);
  expect(text).not.toMatch(/\b(days|complaint|since|silent|touchpoint|in 100|renewal)\b/i);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("a customer's page reads German, with nothing English left but what people wrote", async ({ page }) => {
  await signInAsPerson(page, person);
  await page.locator("tbody").getByRole("link").first().click();
  await expect(page.getByText(/könnte binnen 90 Tagen gehen/)).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "Warum", exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "Was sich geändert hat" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "Verlauf" })).toBeVisible();
  for (const reason of await page.locator("details > summary").all()) await reason.click();
  const text = (await page.getByRole("main").allInnerTexts()).join();
  expect(text).toMatch(DAY);
  expect(text).not.toMatch(/\b(days|complaints?|since|silent|touchpoints?|promise|renewal|the last|meeting)\b/i);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("the rules read German, each as a sentence", async ({ page }) => {
  await signInAsPerson(page, person);
  await page.goto("/settings/rules");
  await expect(
    page.getByText("Zahl der Beschwerden in 60 Tagen: 1 gibt +8, 2 geben +18, 3 oder mehr geben +34"),
  ).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "Beschwerden" })).toBeVisible();
  await expect(page.getByText("Beschwerden häufen sich").first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("what the server finds wrong is said in German", async ({ page }) => {
  await signInAsPerson(page, person);
  await page.goto("/settings/account");
  await page.getByLabel("Aktuelles Passwort").fill("nicht das Passwort");
  await page.getByLabel("Neues Passwort").fill("ein neuer Satz von mir");
  await page.getByRole("button", { name: "Passwort ändern" }).click();
  await expect(page.getByText("Das ist nicht Ihr aktuelles Passwort.")).toBeVisible();
});

test("a language chosen on the sign-in page is that person's from then on, without JavaScript too", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, locale: "de-DE", javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await signInAsPerson(page, person);
  await expect(page.getByRole("heading", { level: 1, name: "Who may leave" })).toBeVisible();
  await context.clearCookies();
  await signInAsPerson(page, person);
  await expect(page.getByRole("heading", { level: 1, name: "Who may leave" })).toBeVisible();
  await context.close();
});

async function choose(page: Page, language: string, menu: string): Promise<void> {
  await page.getByRole("button", { name: menu }).click();
  await page.getByRole("button", { name: language, exact: true }).click();
}
