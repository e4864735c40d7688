import { type Browser, expect, type Page } from "@playwright/test";
import { signInAs } from "./sign-in-as";

export type Person = Readonly<{ name: string; email: string; password: string }>;

/** A new member whom the demo's admin invites and whose browser asks for German; other tests keep their English. */
export async function joinInGerman(browser: Browser, baseURL: string | undefined): Promise<Person> {
  const person = { name: "Jürgen Groß", email: `jg-${Date.now()}@example.com`, password: "ein Satz von mir selbst" };
  const admin = await browser.newContext({ baseURL, locale: "en-GB" });
  const invited = await browser.newContext({ baseURL, locale: "de-DE" });
  const page = await invited.newPage();
  await page.goto(new URL(await inviteAdmin(await admin.newPage(), person.email)).pathname);
  await page.getByRole("textbox", { name: "Ihr Name" }).fill(person.name);
  await page.getByLabel("Passwort wählen").fill(person.password);
  await page.getByRole("button", { name: "Mitmachen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Heute" })).toBeVisible();
  await Promise.all([admin.close(), invited.close()]);
  return person;
}

async function inviteAdmin(page: Page, email: string): Promise<string> {
  await signInAs(page, "admin");
  await page.goto("/settings/members");
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await page.getByRole("combobox", { name: "Role", exact: true }).selectOption({ label: "Admin" });
  await page.getByRole("button", { name: "Make an invitation link" }).click();
  return page.getByRole("textbox", { name: `Invitation link for ${email}` }).inputValue();
}

/** Signs in by the form, whichever of the two languages it speaks, and opens the leaderboard. */
export async function signInAsPerson(page: Page, { email, password }: Person): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: /^E-[Mm]ail/ }).fill(email);
  await page.getByLabel(/^(Password|Passwort)$/).fill(password);
  await page.getByRole("button", { name: /^(Sign in|Anmelden)$/ }).click();
  await expect(page).toHaveURL((url) => url.pathname === "/");
  await page.goto("/risk");
}
