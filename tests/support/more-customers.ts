import { expect, type Page } from "@playwright/test";
import { LeaderboardPage } from "./leaderboard";

/** Holds the next customers back at the end of the first ones: when they come, what one reads must not move. */
export async function expectToStayWhileMoreCome(page: Page): Promise<void> {
  const leaderboard = new LeaderboardPage(page);
  await leaderboard.open();
  const last = (await leaderboard.names()).at(-1) ?? "";
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/risk*", async (route) => {
    if (route.request().method() === "POST") await gate;
    await route.continue();
  });
  await expect(async () => {
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect(page.getByText("Loading more")).toBeVisible({ timeout: 500 });
  }).toPass();
  await settled(page);
  const inView = leaderboard.rows.getByRole("link", { name: last, exact: true });
  const before = await inView.boundingBox();
  letGo();
  await expect(page.getByText(/^Customers on this page: (?!25$)/)).toBeVisible();
  await settled(page);
  expect(await inView.boundingBox()).toEqual(before);
}

/** Waits until the window has not moved for half a second of frames. */
function settled(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let still = 0, at = -1; still < 30; ) {
      await new Promise(requestAnimationFrame);
      still = window.scrollY === at ? still + 1 : 0;
      at = window.scrollY;
    }
  });
}
