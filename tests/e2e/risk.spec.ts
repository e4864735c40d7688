import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../support/expect-accessible";
import { isDescending, LeaderboardPage } from "../support/leaderboard";
import { expectToStayWhileMoreCome } from "../support/more-customers";
import { demoAccount, signInAs } from "../support/sign-in-as";

const PAGE_SIZE = 25;

test.describe("the leaderboard of an admin", () => {
  test.beforeEach(({ page }) => signInAs(page, "admin"));

  test("lists those most likely to leave first, and says which way is worse", async ({ page }) => {
    const leaderboard = new LeaderboardPage(page);
    await leaderboard.open();
    const risks = await leaderboard.risks();
    expect(risks).toHaveLength(PAGE_SIZE);
    expect(risks.every(Number.isFinite)).toBe(true);
    expect(isDescending(risks)).toBe(true);
    expect(risks[0]).toBeGreaterThan(3 * (risks.at(-1) ?? 100));
    await expect(
      page.getByText(/Risk is the chance of a break-up within \d+ days, out of 100: higher is worse/),
    ).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "Risk", exact: true })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
  });

  test("gives the reason that weighs most in words", async ({ page }) => {
    const leaderboard = new LeaderboardPage(page);
    await leaderboard.open();
    const reasons = await leaderboard.column("Why");
    expect(reasons.every((reason) => reason.length > 5)).toBe(true);
    expect(new Set(reasons).size).toBeGreaterThan(5);
    for (const reason of reasons) expect(reason).not.toMatch(/[{}]|undefined|NaN|\breasons\./);
  });

  test("finds a customer by part of the name, and lets go of the search again", async ({ page }) => {
    const leaderboard = new LeaderboardPage(page);
    await leaderboard.open();
    const [name = ""] = await leaderboard.names();
    const part = name.slice(0, 6).trim();
    await page.getByRole("searchbox", { name: "Search by name or id" }).fill(part.toUpperCase());
    await page.keyboard.press("Enter");
    await leaderboard.expectAsked({ q: part.toUpperCase() });
    await expect(leaderboard.rows.getByRole("link", { name, exact: true })).toBeVisible();
    for (const found of await leaderboard.names()) expect(found.toLowerCase()).toContain(part.toLowerCase());
    await page.getByRole("link", { name: "Clear filters" }).click();
    await leaderboard.expectAsked({ q: null });
    await expect(leaderboard.rows).toHaveCount(PAGE_SIZE);
  });

  test("narrows down to a band, with as many customers as the link says", async ({ page }) => {
    const leaderboard = new LeaderboardPage(page);
    await leaderboard.open();
    const chip = page.getByRole("navigation", { name: "Bands" }).getByRole("link", { name: /^Critical/ });
    const count = Number(/\d+/.exec((await chip.textContent()) ?? "")?.[0]);
    expect(count).toBeGreaterThan(0);
    await chip.click();
    await leaderboard.expectAsked({ band: "critical" });
    await expect(leaderboard.rows).toHaveCount(Math.min(count, PAGE_SIZE));
    await expect(leaderboard.rows.getByText(/out of 100, Critical/)).toHaveCount(Math.min(count, PAGE_SIZE));
    await expect(chip).toHaveAttribute("aria-current", "true");
  });

  test("narrows down to one owner's book", async ({ page }) => {
    const leaderboard = new LeaderboardPage(page);
    await leaderboard.open();
    const select = page.getByRole("combobox", { name: "Owner" });
    const owner = (await select.getByRole("option").allTextContents())[1] ?? "";
    await select.selectOption({ label: owner });
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/owner=\d+/);
    await expect(async () => expect(new Set(await leaderboard.column("Owner"))).toEqual(new Set([owner]))).toPass();
  });

  test("keeps what was chosen and typed before its scripts ran", async ({ page }) => {
    let letGo: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(/\/_next\/static\/.*\.js/, async (route) => {
      await gate;
      await route.continue();
    });
    await page.goto("/risk", { waitUntil: "commit" });
    const stage = page.getByRole("combobox", { name: "Stage" });
    const search = page.getByRole("searchbox", { name: "Search by name or id" });
    await stage.selectOption("departed");
    await search.fill("a");
    letGo();
    // Keys are heard once the scripts run.
    await page.getByRole("link", { name: "Skip to content" }).focus();
    await expect(async () => {
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible({ timeout: 500 });
    }).toPass();
    await page.keyboard.press("Escape");
    await expect(stage).toHaveValue("departed");
    await expect(search).toHaveValue("a");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/q=a&.*stage=departed|stage=departed&.*q=a/);
  });

  test("lists the departed when asked, and only then", async ({ page }) => {
    const leaderboard = new LeaderboardPage(page);
    await leaderboard.open("?stage=departed");
    const departed = await leaderboard.rows.count();
    expect(departed).toBeGreaterThan(0);
    await expect(leaderboard.rows.getByText("Departed", { exact: true })).toHaveCount(departed);
    await leaderboard.open();
    await expect(leaderboard.rows.getByText("Departed", { exact: true })).toHaveCount(0);
  });

  test("sorts by a column, and the other way round at the second press", async ({ page }) => {
    const leaderboard = new LeaderboardPage(page);
    await leaderboard.open();
    const heading = page.getByRole("columnheader", { name: "Value at risk" });
    await heading.getByRole("link").click();
    await expect(heading).toHaveAttribute("aria-sort", "descending");
    expect(isDescending((await leaderboard.column("Value at risk")).map(moneyOf))).toBe(true);
    await heading.getByRole("link").click();
    await expect(heading).toHaveAttribute("aria-sort", "ascending");
    await leaderboard.expectAsked({ sort: "valueAtRisk" });
    expect(isDescending((await leaderboard.column("Value at risk")).map(moneyOf).reverse())).toBe(true);
  });

  test("goes on as one goes down, and keeps only rows near the window in the document", async ({ page }) => {
    const leaderboard = new LeaderboardPage(page);
    await leaderboard.open();
    const [first = ""] = await leaderboard.names();
    const seen = new Set(await leaderboard.names());
    await expect(async () => {
      await page.keyboard.press("End");
      for (const name of await leaderboard.names()) seen.add(name);
      expect(seen.size).toBeGreaterThan(4 * PAGE_SIZE);
    }).toPass();
    await expect(page.getByText(/^Customers on this page: \d+$/)).toBeVisible();
    expect(await leaderboard.rows.count()).toBeLessThan(4 * PAGE_SIZE);
    await page.keyboard.press("Home");
    await expect(leaderboard.rows.getByRole("link", { name: first, exact: true })).toBeVisible();
    expect(isDescending(await leaderboard.risks())).toBe(true);
  });

  test("stays where one reads while more customers come", ({ page }) => expectToStayWhileMoreCome(page));

  test("is walked by j and k, searched by /, and tells its keys by ?", async ({ page }) => {
    const leaderboard = new LeaderboardPage(page);
    await leaderboard.open();
    const [first = "", second = ""] = await leaderboard.names();
    await expect(async () => {
      await page.keyboard.press("j");
      await expect(leaderboard.rows.getByRole("link", { name: first, exact: true })).toBeFocused({ timeout: 500 });
    }).toPass();
    await page.keyboard.press("j");
    await expect(leaderboard.rows.getByRole("link", { name: second, exact: true })).toBeFocused();
    await page.keyboard.press("k");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox", { name: "Search by name or id" })).toBeFocused();
    await page.keyboard.press("Escape");
    await leaderboard.rows.getByRole("link", { name: first, exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: first })).toBeVisible();
    await page.keyboard.press("g");
    await page.keyboard.press("i");
    await expect(page).toHaveURL(/\/imports$/);
  });

  test("jumps to a customer by a few letters", async ({ page }) => {
    const leaderboard = new LeaderboardPage(page);
    await leaderboard.open();
    const [, second = ""] = await leaderboard.names();
    await page.getByRole("button", { name: "Search or go to" }).click();
    const dialog = page.getByRole("dialog", { name: "Search or go to" });
    await dialog.getByRole("combobox").fill(second.slice(0, 9));
    await expect(dialog.getByRole("option", { name: second }).first()).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole("option", { name: second }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: second })).toBeVisible();
  });

  test("is filtered by several things at once, and says how many fit", async ({ page }) => {
    const leaderboard = new LeaderboardPage(page);
    await leaderboard.open();
    await page.getByText("More filters", { exact: true }).click();
    await page.getByLabel("Main reason").selectOption({ label: "Complaints" });
    await page.getByRole("combobox", { name: "Renews" }).selectOption({ label: "Within 180 days" });
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/category=complaint&.*renewsWithin=180|renewsWithin=180&.*category=complaint/);
    await expect(page.getByText("More filters, 2 set")).toBeVisible();
    const count = await leaderboard.rows.count();
    expect(count).toBeGreaterThan(0);
    await expect(page.getByText(/^(One|\d+) customers? match(es)?$/)).toContainText(
      count < PAGE_SIZE ? String(count) : "",
    );
    await expectAccessible(page);
  });

  test("shows the columns and the height that were chosen, in the address", async ({ page }) => {
    const leaderboard = new LeaderboardPage(page);
    await leaderboard.open();
    const rowHeight = async () => (await leaderboard.rows.first().boundingBox())?.height ?? 0;
    const before = await rowHeight();
    await page.getByRole("button", { name: "Columns and density" }).click();
    await page.getByRole("checkbox", { name: "Revenue" }).check();
    await page.getByRole("checkbox", { name: "Owner" }).uncheck();
    await page.getByRole("radio", { name: "Dense" }).check();
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await leaderboard.expectAsked({ density: "dense" });
    await expect(page.getByRole("columnheader", { name: "Revenue" })).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "Owner" })).toHaveCount(0);
    expect(await rowHeight()).toBeLessThan(before);
    expect(await rowHeight()).toBeLessThanOrEqual(38);
    await expectAccessible(page);
  });

  test("keeps what was asked in the address, so that Back undoes it step by step", async ({ page }) => {
    const leaderboard = new LeaderboardPage(page);
    await leaderboard.open();
    const bands = page.getByRole("navigation", { name: "Bands" });
    await bands.getByRole("link", { name: /^At risk/ }).click();
    await leaderboard.expectAsked({ band: "at-risk" });
    await page.getByRole("searchbox").fill("a");
    await page.keyboard.press("Enter");
    await leaderboard.expectAsked({ band: "at-risk", q: "a" });
    const found = await leaderboard.names();
    await page.reload();
    await expect(page.getByRole("searchbox")).toHaveValue("a");
    expect(await leaderboard.names()).toEqual(found);
    await page.goBack();
    await leaderboard.expectAsked({ band: "at-risk", q: null });
    await expect(page.getByRole("searchbox")).toHaveValue("");
    await page.goBack();
    await leaderboard.expectAsked({ band: null });
    await expect(bands.getByRole("link", { name: "All", exact: true })).toHaveAttribute("aria-current", "true");
  });

  test("says so when nobody matches", async ({ page }) => {
    const leaderboard = new LeaderboardPage(page);
    await leaderboard.open("?q=%25_%5C%27%22%3Cb%3E");
    await expect(page.getByText("Nobody matches these filters")).toBeVisible();
    await expect(leaderboard.rows).toHaveCount(0);
    await expect(page.getByRole("searchbox")).toHaveValue("%_\\'\"<b>");
  });

  test("opens for an address that asks for nonsense", async ({ page }) => {
    const leaderboard = new LeaderboardPage(page);
    await leaderboard.open("?band=purple&sort=bogus&stage=x&owner=999999999999&cursor=e30");
    await expect(page.getByText("Nobody matches these filters")).toBeVisible();
    await leaderboard.open("?sort=-risk&cursor=bm90IGEgY3Vyc29y");
    await expect(leaderboard.rows).toHaveCount(PAGE_SIZE);
    expect(page.url()).not.toContain("cursor");
  });

  test("opens a customer from anywhere in the row and by keyboard", async ({ page }) => {
    const leaderboard = new LeaderboardPage(page);
    await leaderboard.open();
    const link = leaderboard.rows.first().getByRole("link");
    const name = (await link.textContent()) ?? "";
    await link.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await page.goBack();
    await leaderboard.rows.first().click({ position: { x: 60, y: 12 } });
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the leaderboard reads, filters and pages", async ({ page }) => {
    await signInAs(page, "admin");
    const leaderboard = new LeaderboardPage(page);
    await leaderboard.open();
    await expect(leaderboard.rows).toHaveCount(PAGE_SIZE);
    await page.getByRole("combobox", { name: "Stage" }).selectOption("departed");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/stage=departed/);
    await expect(leaderboard.rows.getByText("Departed", { exact: true }).first()).toBeVisible();
  });
});

test.describe("a manager", () => {
  test("sees the own book and nobody else's, also by search and by address", async ({ page, browser }) => {
    const others = await customersNotOf(demoAccount("manager").name, await browser.newPage());
    await signInAs(page, "manager");
    const leaderboard = new LeaderboardPage(page);
    await leaderboard.open();
    expect(new Set(await leaderboard.column("Owner"))).toEqual(new Set([demoAccount("manager").name]));
    for (const other of others) {
      await leaderboard.open(`?stage=all&q=${encodeURIComponent(other.name)}`);
      await expect(leaderboard.rows.getByRole("link", { name: other.name, exact: true })).toHaveCount(0);
      await page.goto(other.path);
      await expect(page.getByText("There is nothing at this address")).toBeVisible();
      await expect(page.getByRole("main")).not.toContainText(other.name);
    }
  });

  test("finds no way to imports", async ({ page }) => {
    await signInAs(page, "manager");
    await new LeaderboardPage(page).open();
    await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Imports" })).toHaveCount(0);
  });
});

test("whoever is not signed in is led to the sign-in page", async ({ page }) => {
  await page.goto("/risk");
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

/** Three customers that someone else looks after, as the admin sees them. */
async function customersNotOf(owner: string, page: Page) {
  await signInAs(page, "admin");
  const leaderboard = new LeaderboardPage(page);
  await leaderboard.open();
  const [names, owners] = [await leaderboard.names(), await leaderboard.column("Owner")];
  const paths = await leaderboard.rows
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  await page.close();
  const others = names.map((name, index) => ({ name, path: paths[index] ?? "", owner: owners[index] }));
  const found = others.filter((other) => other.owner !== owner).slice(0, 3);
  expect(found).toHaveLength(3);
  return found;
}

/** "€12,345" as 12345; a dash, which stands for unknown, as less than any. */
function moneyOf(text: string): number {
  return /\d/.test(text) ? Number(text.replaceAll(/[^\d]/g, "")) : -1;
}

test.describe("the leaderboard without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("goes on page by page without repeating or leaving out anyone", async ({ page }) => {
    await signInAs(page, "admin");
    const leaderboard = new LeaderboardPage(page);
    await leaderboard.open();
    const first = await leaderboard.names();
    const firstRisks = await leaderboard.risks();
    await page.getByRole("link", { name: "More customers" }).click();
    await expect(page).toHaveURL(/cursor=/);
    const second = await leaderboard.names();
    expect(new Set([...first, ...second]).size).toBe(first.length + second.length);
    expect(isDescending([...firstRisks, ...(await leaderboard.risks())])).toBe(true);
    await page.getByRole("link", { name: "Back to the start" }).click();
    await expect(page).not.toHaveURL(/cursor=/);
    await expect.poll(() => leaderboard.names()).toEqual(first);
  });
});
