import { expect, type Locator, type Page, test } from "@playwright/test";
import { LeaderboardPage } from "../support/leaderboard";
import { signInAs } from "../support/sign-in-as";

test.describe("a customer's page", () => {
  test.beforeEach(({ page }) => signInAs(page, "admin"));

  test("says the risk in one sentence, as the leaderboard does", async ({ page }) => {
    const { name, risk } = await openFirstCustomer(page);
    const header = page.getByRole("main").locator("header");
    await expect(header).toContainText(new RegExp(`may leave within \\d+ days?: ${risk} in 100`));
    await expect(header).toContainText("What weighs most:");
    await expect(header).toContainText("Out of 100, higher is worse");
    await expect(header).toContainText(name);
    await expect(header.getByText("Owner", { exact: true })).toBeVisible();
  });

  test("gives reasons whose points add up", async ({ page }) => {
    const { risk } = await openFirstCustomer(page);
    const why = page.getByRole("region", { name: "Why" });
    const reasons = await pointsIn(why.locator("details > summary"));
    const smaller = await pointsIn(smallerReasons(why));
    expect(reasons.length).toBeGreaterThan(1);
    const sentence = (await why.getByText(/to start with/).textContent()) ?? "";
    const said = [...sentence.matchAll(/[+−]?\d[\d,.]*\d|\d/g)].map(([number]) => numberOf(number));
    const [start = Number.NaN, together, count, total = Number.NaN, inHundred] = said;
    const counted = smaller.length > 0 ? Number.parseInt((await smallerReasons(why).textContent()) ?? "", 10) : 0;
    expect(count).toBe(reasons.length + counted);
    expect(together).toBeCloseTo(sum([...reasons, ...smaller]), 6);
    expect(total).toBeCloseTo(start + sum([...reasons, ...smaller]), 6);
    expect(inHundred).toBe(Number(risk));
    expect(Math.abs(100 / (1 + 2 ** (-total / 20)) - Number(risk))).toBeLessThan(0.6);
  });

  test("tells the largest of many reasons one by one, and the smaller ones when asked", async ({ page }) => {
    const { externalId, count } = await customerWithManyReasons(page);
    await page.goto(`/customers/${externalId}?range=90d`);
    const why = page.getByRole("region", { name: "Why" });
    const lines = why.locator("details > summary");
    await expect(lines).toHaveCount(8);
    await expect(smallerReasons(why)).toContainText(`${count - 8} smaller reasons together`);
    await why.getByRole("link", { name: `Show all ${count} reasons` }).press("Enter");
    await expect(lines).toHaveCount(count);
    await expect(smallerReasons(why)).toHaveCount(0);
    await expect(page).toHaveURL(/range=90d&reasons=all/);
    const fewer = why.getByRole("link", { name: "Show the largest only" });
    await expect(fewer).toBeFocused();
    await fewer.click();
    await expect(lines).toHaveCount(8);
  });

  test("opens a reason to the touchpoints behind it, with their shares", async ({ page }) => {
    await openFirstCustomer(page);
    const why = page.getByRole("region", { name: "Why" });
    const reason = why
      .locator("details")
      .filter({ has: page.locator("tbody") })
      .first();
    const [points = Number.NaN] = await pointsIn(reason.locator("summary"));
    await expect(reason.getByRole("table")).toBeHidden();
    await reason.locator("summary").click();
    await expect(reason.getByRole("table")).toBeVisible();
    const shares = (await reason.locator("tbody tr td:last-child").allTextContents()).map(numberOf);
    expect(shares.length).toBeGreaterThan(0);
    if (shares.length < 12) expect(Math.abs(sum(shares) - points)).toBeLessThan(0.05 * shares.length + 0.1);
    await reason.locator("summary").press("Enter");
    await expect(reason.getByRole("table")).toBeHidden();
  });

  test("tells what changed since last week, in lines that add up", async ({ page }) => {
    const { risk } = await openFirstCustomer(page);
    const changed = page.getByRole("region", { name: "What changed" });
    const sentence = (await changed.getByText(/since \d+ \w+ \d{4}/).textContent()) ?? "";
    expect(sentence).toContain(`${risk} in 100.`);
    const lines = await pointsIn(changed.locator("details > summary"));
    const [whole = 0] = /^[+−][\d.]+/.exec(sentence)?.map(numberOf) ?? [];
    expect(sum(lines)).toBeCloseTo(whole, 6);
    if (lines.length === 0) return;
    const line = changed.locator("details").first();
    await line.locator("summary").press("Enter");
    await expect(line).toHaveAttribute("open", "");
  });

  test("says what would lower the risk most, step by step", async ({ page }) => {
    const { risk } = await openFirstCustomer(page);
    const advice = page.getByRole("region", { name: "What would lower it most" });
    const steps = advice.getByRole("listitem");
    expect(await steps.count()).toBeGreaterThan(0);
    const sentence = (await advice.getByText(/Done today/).textContent()) ?? "";
    const [from, to] = [...sentence.matchAll(/\d+/g)].map(([number]) => Number(number));
    expect(from).toBe(Number(risk));
    expect(to).toBeLessThanOrEqual(from ?? 0);
    await expect(steps.first()).toContainText(/−\d+ points/);
    await expect(steps.last()).toContainText(`${to} in 100`);
  });

  test("draws the journey, which the arrow keys walk through to what weighs most", async ({ page }) => {
    await openFirstCustomer(page);
    await expect(page.getByRole("figure", { name: /^Journey from .* higher is worse/ })).toBeVisible();
    const walker = page.getByRole("slider", { name: "Walk through the journey with the arrow keys" });
    await walker.focus();
    await page.keyboard.press("End");
    const last = await walker.getAttribute("aria-valuetext");
    await page.keyboard.press("ArrowLeft");
    await expect(walker).not.toHaveAttribute("aria-valuetext", last ?? "");
    await expect(walker).toHaveAttribute("aria-valuetext", /Risk (<1|\d+|>99) out of 100/);
    await expect(async () => {
      await page.keyboard.press("ArrowLeft");
      expect(await walker.getAttribute("aria-valuetext")).toMatch(/: [+−]\d+\.\d points of today’s risk/);
    }).toPass({ intervals: [0] });
    await page.keyboard.press("Escape");
  });

  test("tells the same as a list, newest first, page by page", async ({ page }) => {
    await openFirstCustomer(page);
    const list = page.getByRole("region", { name: "The same as a list" });
    const times = await timesIn(list);
    expect(times.length).toBeGreaterThan(5);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const older = list.getByRole("link", { name: "Older" });
    if (await older.isVisible()) {
      await older.click();
      await expect(page).toHaveURL(/page=2/);
      await expect(async () => expect((await timesIn(list))[0]).toBeLessThanOrEqual(times.at(-1) ?? 0)).toPass();
    }
  });

  test("shows another stretch of time, and one category alone", async ({ page }) => {
    await openFirstCustomer(page);
    const list = page.getByRole("region", { name: "The same as a list" });
    await page.getByRole("navigation", { name: "Stretch of time" }).getByRole("link", { name: "90 days" }).click();
    await expect(page).toHaveURL(/range=90d/);
    await expect(async () => {
      const times = await timesIn(list);
      expect((times[0] ?? 0) - (times.at(-1) ?? 0)).toBeLessThanOrEqual(90 * 86_400_000);
    }).toPass();
    const lane = page.getByRole("figure").getByRole("link").first();
    const category = ((await lane.textContent()) ?? "").replace(/\s*[\d,]+$/, "");
    await lane.click();
    await expect(page).toHaveURL(/lane=/);
    await expect(async () => {
      const categories = await list.locator("tbody tr td:nth-child(3)").allTextContents();
      expect(new Set(categories)).toEqual(new Set([category]));
    }).toPass();
    await page.getByRole("link", { name: "All categories" }).click();
    await expect(page).not.toHaveURL(/lane=/);
  });

  test("is not there for a customer who is not", async ({ page }) => {
    for (const id of ["nobody-of-this-id", "%3Cscript%3E", "..%2F..%2Fsettings", "__proto__"]) {
      await page.goto(`/customers/${id}`);
      await expect(page.getByText("There is nothing at this address")).toBeVisible();
    }
  });
});

for (const role of ["manager", "viewer"] as const) {
  test(`a ${role} reads what changed and what would help`, async ({ page }) => {
    await signInAs(page, role);
    await openFirstCustomer(page);
    await expect(page.getByRole("region", { name: "What changed" })).toBeVisible();
    await expect(page.getByRole("region", { name: "What would lower it most" })).toBeVisible();
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a customer's page reads and its reasons open", async ({ page }) => {
    await signInAs(page, "admin");
    await openFirstCustomer(page);
    await expect(page.getByRole("figure", { name: /^Journey from/ })).toBeVisible();
    const reason = page.locator("details").first();
    await reason.locator("summary").click();
    await expect(reason).toHaveAttribute("open", "");
  });
});

/** Opens who is most likely to leave. */
async function openFirstCustomer(page: Page): Promise<{ name: string; risk: string }> {
  const leaderboard = new LeaderboardPage(page);
  await leaderboard.open();
  const row = leaderboard.rows.first();
  const name = (await row.getByRole("link").textContent()) ?? "";
  const spoken = (await row.getByText(/out of 100, /).textContent()) ?? "";
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return { name, risk: spoken.split(" ")[0] ?? "" };
}

/** One of those at the head of the leaderboard, whose reasons are too many to be told one by one. */
async function customerWithManyReasons(page: Page): Promise<{ externalId: string; count: number }> {
  const list = await (await page.request.get("/api/v1/customers?limit=50")).json();
  for (const { externalId } of list.items as { externalId: string }[]) {
    const { score } = await (await page.request.get(`/api/v1/customers/${externalId}`)).json();
    if (score.reasons.length > 10) return { externalId, count: score.reasons.length };
  }
  throw new Error("Nobody has more than ten reasons.");
}

function smallerReasons(why: Locator): Locator {
  return why.getByText(/smaller reasons together/).locator("..");
}

/** The points at the end of lines of reasons, as they are spoken or shown. */
async function pointsIn(lines: Locator): Promise<number[]> {
  const texts = await lines
    .locator("span[aria-hidden]")
    .filter({ hasText: /^[+−]?[\d,.]+$/ })
    .allTextContents();
  return texts.map(numberOf);
}

async function timesIn(list: Locator): Promise<number[]> {
  const dates = await list.locator("time").evaluateAll((times) => times.map((time) => time.getAttribute("datetime")));
  return dates.map((date) => Date.parse(date ?? ""));
}

/** A number as the page writes it, with its true minus. */
function numberOf(text: string): number {
  return Number(text.replace("−", "-").replaceAll(",", ""));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
