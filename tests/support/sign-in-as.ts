import { type BrowserContext, expect, type Page } from "@playwright/test";
import { DEMO_ACCOUNTS, DEMO_PASSWORD, type DemoAccount } from "@/lib/demo/demo-accounts";

type DemoRole = DemoAccount["role"];
type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

/** One session for each role, kept for the tests of this worker. */
const sessions = new Map<DemoRole, Cookies>();

/**
 * Signs in as one of the people of the demo: the first time through the form, then with the session that made. A test
 * that ends sessions signs in by `signInByForm` and so spares those of others.
 */
export async function signInAs(page: Page, role: DemoRole): Promise<void> {
  const session = sessions.get(role);
  if (session) {
    await page.context().addCookies(session);
    return;
  }
  await signInByForm(page, role);
  sessions.set(role, await page.context().cookies());
}

export async function signInByForm(page: Page, role: DemoRole): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(demoAccount(role).email);
  await page.getByLabel("Password").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL((url) => url.pathname === "/");
}

export function demoAccount(role: DemoRole): DemoAccount {
  const account = DEMO_ACCOUNTS.find((one) => one.role === role);
  if (!account) throw new Error(`The demo has no ${role}.`);
  return account;
}
