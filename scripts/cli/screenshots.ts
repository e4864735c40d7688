import { copyFileSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type BrowserContextOptions, chromium, type Page } from "@playwright/test";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/lib/demo/demo-accounts";
import { CHROMIUM_FLAGS } from "./lib/chromium-flags";
import { endWith } from "./lib/end-with";
import { fillDemo } from "./lib/fill-demo";

const HELP = `Takes pictures of every page of a running demo, light and dark, on a desk and on a phone. Before that it makes a
draft of the rules and trains a model there, unless it finds them.

  npm run screenshots            (start npm run demo in another window first)

The demo is looked for at BASE_URL, or else at http://127.0.0.1:3000; the browser at CHROMIUM_PATH, or else at
/usr/bin/chromium. The pictures go to screenshots/, and those that the README shows to public/screenshots/ as well.
`;

const FOLDER = resolve(import.meta.dirname, "../../screenshots");
const README_FOLDER = resolve(import.meta.dirname, "../../public/screenshots");
/** The pictures of the README. */
const SHOWN = new Set(["leaderboard", "customer"]);

/** What a picture is called and where it is taken: at an address, or behind the first link there that leads into `link`. */
const PAGES: readonly Readonly<{ name: string; path: string; link?: string; height?: number }>[] = [
  { name: "leaderboard", path: "/risk" },
  { name: "today", path: "/", height: 1100 },
  { name: "disagreements", path: "/judgements" },
  { name: "customer", path: "/risk", link: "/customers/", height: 1480 },
  { name: "brief", path: "/risk", link: "/customers/", height: 1480 },
  { name: "imports", path: "/imports" },
  { name: "import-result", path: "/imports", link: "/imports/", height: 1100 },
  { name: "import-new", path: "/imports/new" },
  { name: "held-rows", path: "/imports/held" },
  { name: "settings", path: "/settings/general" },
  { name: "members", path: "/settings/members" },
  { name: "kinds", path: "/settings/kinds" },
  { name: "kind", path: "/settings/kinds", link: "/settings/kinds/" },
  { name: "rules", path: "/settings/rules" },
  { name: "rule-editor", path: "/settings/rules/edit/complaints-piling-up" },
  { name: "rule-new", path: "/settings/rules/new" },
  { name: "rule-groups", path: "/settings/rules/groups" },
  { name: "rule-draft", path: "/settings/rules/draft", height: 1480 },
  { name: "rule-version", path: "/settings/rules/versions/1" },
  { name: "models", path: "/settings/models" },
  { name: "model", path: "/settings/models", link: "/settings/models/", height: 2400 },
  { name: "api-keys", path: "/settings/api-keys" },
  { name: "hooks", path: "/settings/hooks" },
  { name: "api", path: "/settings/api" },
  { name: "account", path: "/settings/account" },
];

const PLACES = [
  { suffix: "", width: 1440, height: 900 },
  { suffix: "-phone", width: 390, height: 844 },
] as const;
const THEMES = [
  { suffix: "", colorScheme: "light" },
  { suffix: "-dark", colorScheme: "dark" },
] as const;

await endWith(run);

async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { help: { type: "boolean", short: "h" } } });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const baseURL = process.env.BASE_URL || "http://127.0.0.1:3000";
  const executablePath = process.env.CHROMIUM_PATH || "/usr/bin/chromium";
  mkdirSync(FOLDER, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const before = await browser.newContext({ locale: "en-GB", baseURL });
    await fillDemo(await signIn(await before.newPage()));
    await before.close();
    for (const place of PLACES) {
      for (const theme of THEMES) {
        const context = await browser.newContext({ ...looks(place, theme.colorScheme), baseURL });
        await takeAll(await context.newPage(), place, `${place.suffix}${theme.suffix}`);
        await context.close();
      }
    }
  } finally {
    await browser.close();
  }
  process.stderr.write(`The pictures are in ${FOLDER}\n`);
  return 0;
}

function looks(place: (typeof PLACES)[number], colorScheme: "light" | "dark"): BrowserContextOptions {
  const { width, height } = place;
  return { viewport: { width, height }, colorScheme, locale: "en-GB", reducedMotion: "reduce" };
}

async function takeAll(page: Page, place: (typeof PLACES)[number], suffix: string): Promise<void> {
  await page.goto("/sign-in");
  await take(page, `sign-in${suffix}`);
  await signIn(page);
  for (const { name, path, link, height = place.height } of PAGES) {
    await page.setViewportSize({ width: place.width, height });
    await page.goto(path);
    if (link) await page.goto(`${await firstLink(page, link)}${name === "brief" ? "/brief" : ""}`);
    await take(page, `${name}${suffix}`);
  }
}

/** The address of the first link on the page that leads to one of many under `start`; forms are none of them. */
async function firstLink(page: Page, start: string): Promise<string> {
  const link = page.locator(`main a[href^="${start}"]:not([href$="/new"]):not([href$="/held"])`);
  return (await link.first().getAttribute("href")) ?? page.url();
}

async function signIn(page: Page): Promise<Page> {
  await page.goto("/sign-in");
  const admin = DEMO_ACCOUNTS.find((account) => account.role === "admin");
  await page.getByLabel("E-mail address").fill(admin?.email ?? "");
  await page.getByLabel("Password").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname === "/");
  return page;
}

async function take(page: Page, name: string): Promise<void> {
  // What a page asks for once it is there, such as the consequences of a draft, belongs into the picture.
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const path = join(FOLDER, `${name}.png`);
  await page.screenshot({ path, animations: "disabled" });
  if (SHOWN.has(name)) copyFileSync(path, join(README_FOLDER, `${name}.png`));
}
