import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../support/expect-accessible";
import { signInAs } from "../support/sign-in-as";

const DAY_MS = 86_400_000;
const HORIZON_DAYS = 90;
/** Learning is given the lowest priority: on a busy machine it takes its time. */
const TRAINING_MS = 240_000;
const SCORING_MS = 60_000;

/** So many days before the clock of the sample organisation. */
async function daysAgo(page: Page, days: number): Promise<string> {
  const { clock } = await (await page.request.get("/api/v1/settings")).json();
  const nowMs = clock === "live" ? Date.now() : Date.parse(clock);
  return new Date(nowMs - days * DAY_MS).toISOString().slice(0, 10);
}

/** Eight looks back from the last whose horizon is over, each as long before the next as the horizon. */
async function looks(page: Page): Promise<string> {
  const dates = Array.from({ length: 8 }, (_, at) => daysAgo(page, HORIZON_DAYS * (at + 1) + 2));
  return (await Promise.all(dates)).join(", ");
}

const stateOf = (page: Page, words: string) => page.getByRole("main").getByText(words, { exact: true }).first();

test("an admin trains a model, sees what it is worth, lets it run in shadow, puts it in use and rolls back", async ({
  page,
}) => {
  test.setTimeout(TRAINING_MS + 4 * SCORING_MS);
  await signInAs(page, "admin");
  await page.goto("/risk");
  await page.getByRole("link", { name: /no learned model in use/ }).click();
  await expect(page.getByText("Rules only: no learned model is in use")).toBeVisible();

  await page.getByLabel("I choose the days").check();
  await page.getByLabel("Days to learn from").fill(await looks(page));
  await page.getByLabel("What may be learned").selectOption({ label: "The rules’ weights alone (seconds)" });
  await page.getByRole("button", { name: "Train" }).click();
  await expect(page).toHaveURL(/\/settings\/models\/\d+$/);
  const address = page.url();
  const version = address.split("/").at(-1)!;
  await expect(stateOf(page, "candidate")).toBeVisible({ timeout: TRAINING_MS });
  await expect(page.getByText(/Learned from \d+ break-ups; of 100 pairs/)).toBeVisible();
  await expect(page.getByRole("heading", { name: /groups of customers, what happened fits/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: /Look after the riskiest 20 in 100/ })).toBeVisible();
  await expect(page.getByRole("table", { name: /Figures of this model/ }).getByRole("row")).toHaveCount(8);
  await expect(page.getByRole("table", { name: /Rules: the points you stated/ }).first()).toBeVisible();
  await expect(page.getByText("Everything dated after the day that a customer was looked at.")).toBeVisible();

  await page.getByRole("button", { name: "Run in shadow" }).click();
  await expect(stateOf(page, "in shadow")).toBeVisible();
  await expect(page.getByRole("heading", { name: /^If it were in use,/ })).toBeVisible({ timeout: SCORING_MS });
  await expectAccessible(page);

  await page.getByRole("button", { name: "Put in use" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Put in use" }).click();
  await expect(stateOf(page, "in use")).toBeVisible();
  await expect(page.getByText("All customers are being scored anew")).toBeHidden({ timeout: SCORING_MS });
  await page.goto("/risk");
  await expect(page.getByRole("link", { name: /^model \d+$/ })).toBeVisible();
  const score = await page.request.get("/api/v1/models?limit=1");
  expect((await score.json()).learning.state).toBe("learned");

  await page.goto("/settings/models");
  await expect(page.getByText("Learned: scores use weights learned from break-ups")).toBeVisible();
  const before = page.getByRole("row").filter({ hasText: "the rules’ points as they stand" }).first();
  await before.getByRole("link").first().click();
  await page.getByRole("button", { name: "Roll back to this model" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Roll back to this model" }).click();
  await expect(stateOf(page, "in use")).toBeVisible();
  await expect(page.getByText("All customers are being scored anew")).toBeHidden({ timeout: SCORING_MS });
  await page.goto(`/settings/models/${version}`);
  await expect(stateOf(page, "superseded")).toBeVisible();
});

test("a training is stopped, and says so", async ({ page }) => {
  await signInAs(page, "admin");
  await page.goto("/settings/models");
  await page.getByRole("button", { name: "Train" }).click();
  await page.getByRole("button", { name: "Stop training" }).click();
  await expect(stateOf(page, "not finished")).toBeVisible();
  await expect(page.getByText(/Cancelled by/)).toBeVisible();
});

test("days that are not over are refused in words, and nothing typed is lost", async ({ page }) => {
  await signInAs(page, "admin");
  await page.goto("/settings/models");
  const tooLate = await daysAgo(page, 3);
  await page.getByLabel("I choose the days").check();
  await page.getByLabel("Days to learn from").fill(tooLate);
  await page.getByRole("button", { name: "Train" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "are not over" })).toBeVisible();
  await expect(page.getByLabel("Days to learn from")).toHaveValue(tooLate);
});

for (const role of ["manager", "viewer"] as const) {
  test(`a ${role} reads about models and can change nothing`, async ({ page }) => {
    await signInAs(page, role);
    await page.goto("/settings/models");
    await expect(page.getByRole("table", { name: "Models, the newest first" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Train" })).toHaveCount(0);
    await page.getByRole("link", { name: "Model 1", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Model 1" })).toBeVisible();
    await expect(page.getByRole("button", { name: /Roll back|Put in use|Run in shadow/ })).toHaveCount(0);
    await expectAccessible(page);
  });
}

test("a model that does not exist is not found", async ({ page }) => {
  await signInAs(page, "admin");
  for (const version of ["999999", "first", "0"]) {
    expect((await page.goto(`/settings/models/${version}`))?.status()).toBe(404);
  }
});
