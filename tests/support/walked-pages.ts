import { readdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Page } from "@playwright/test";
import type { DemoAccount } from "@/lib/demo/demo-accounts";

/** A page to look at: its route, as the folders of `app` name it, and how to get to one of its kind. */
export type WalkedPage = Readonly<{
  route: string;
  /** Its address, where the route alone is none; or the page on which the first link to such an address is followed. */
  at?: string;
  linkOn?: string;
}>;

export type Walk = Readonly<{ who: string; role: DemoAccount["role"] | null; pages: readonly WalkedPage[] }>;

const customer = { route: "/customers/[customerId]", linkOn: "/risk" } as const;

/** Who walks where. Each page is there once for whoever sees most of it, and again where another role sees it differently. */
export const WALKS: readonly Walk[] = [
  {
    who: "an admin’s day",
    role: "admin",
    pages: [
      { route: "/" },
      { route: "/risk" },
      { route: "/risk", at: "/risk?q=nobody-is-called-so&density=dense" },
      { route: "/judgements" },
      customer,
      { route: "/customers/[customerId]/brief", linkOn: "/risk" },
      { route: "/customers/[customerId]", at: "/customers/nobody-of-this-id" },
    ],
  },
  {
    who: "an admin’s rules and models",
    role: "admin",
    pages: [
      { route: "/settings/kinds" },
      { route: "/settings/kinds/[kindId]", linkOn: "/settings/kinds" },
      { route: "/settings/rules" },
      { route: "/settings/rules/edit/[ruleKey]", linkOn: "/settings/rules" },
      { route: "/settings/rules/new" },
      { route: "/settings/rules/groups" },
      { route: "/settings/rules/draft" },
      { route: "/settings/rules/versions/[version]", at: "/settings/rules/versions/1" },
      { route: "/settings/models" },
      { route: "/settings/models/[version]", linkOn: "/settings/models" },
    ],
  },
  {
    who: "an admin’s other settings and imports",
    role: "admin",
    pages: [
      { route: "/settings" },
      { route: "/settings/general" },
      { route: "/settings/members" },
      { route: "/settings/api-keys" },
      { route: "/settings/hooks" },
      { route: "/settings/api" },
      { route: "/settings/account" },
      { route: "/imports" },
      { route: "/imports/new" },
      { route: "/imports/held" },
      { route: "/imports/[importId]", linkOn: "/imports" },
    ],
  },
  {
    who: "a manager",
    role: "manager",
    pages: [{ route: "/" }, { route: "/judgements" }, customer],
  },
  {
    who: "a viewer",
    role: "viewer",
    pages: [
      { route: "/" },
      { route: "/risk" },
      customer,
      { route: "/settings/general" },
      { route: "/settings/models" },
    ],
  },
  {
    who: "somebody who is not signed in",
    role: null,
    pages: [
      { route: "/sign-in" },
      { route: "/setup", at: "/setup?token=guess" },
      { route: "/invitation/[token]", at: "/invitation/nonsense" },
    ],
  },
];

/** The routes of all pages of the product, as the folders of `app` name them; groups of folders are no part of an address. */
export function routesOfApp(): string[] {
  const app = resolve(import.meta.dirname, "../../app");
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((path) => /(^|\/)page\.tsx$/.test(path))
    .map((path) => `/${dirname(path).replaceAll(/\([^/]+\)\/?/g, "")}`.replace(/^\/\.?$/, "/"));
}

/** Opens a page as its entry says. */
export async function openWalked(page: Page, { route, at, linkOn }: WalkedPage): Promise<void> {
  await page.goto(at ?? (linkOn ? await firstAddress(page, linkOn, route) : route));
}

/** The first link on a page to an address of a route; what is a page of its own, such as a form, is none. */
async function firstAddress(page: Page, on: string, route: string): Promise<string> {
  await page.goto(on);
  const [stem = "", tail] = /\[/.test(route) ? [route.replace(/\].*$/, "]"), route.replace(/^.*\]/, "")] : [route, ""];
  const pattern = new RegExp(`^${stem.replaceAll(/\[\w+\]/g, "[^/?#]+")}(?=[?#]|$)`);
  const own = new Set(WALKS.flatMap(({ pages }) => pages.map((one) => one.route)));
  const addresses = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const address = addresses.find((one) => pattern.test(one) && !own.has(one));
  if (!address) throw new Error(`No link on ${on} leads to ${route}`);
  return `${address}${tail}`;
}
