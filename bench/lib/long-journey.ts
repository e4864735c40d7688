import type { Browser, Page } from "@playwright/test";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { orderScores } from "@/lib/scores/order-scores";
import { scoreTouched } from "@/lib/scores/score-touched";
import { median } from "./machine";

const TOUCHPOINTS = 20_000;
const OPENINGS = 5;
const PAN_STEPS = 60;

/** Runs in the page, as text: a compiled function would need its compiler's own names there. */
const LONGEST_OF_FRAMES = `new Promise((resolve) => {
  let last = performance.now();
  let longest = 0;
  let left = ${PAN_STEPS};
  const tick = (now) => {
    longest = Math.max(longest, now - last);
    last = now;
    left -= 1;
    if (left > 0) requestAnimationFrame(tick);
    else resolve(longest);
  };
  requestAnimationFrame(tick);
})`;

/** Time from asking for the page to the drawn timeline, and the longest frame while it is dragged, in milliseconds. */
export type LongJourney = Readonly<{ touchpoints: number; drawnMs: number; longestFrameMs: number }>;

/** Makes a customer whose journey of five years has 20,000 touchpoints. @returns its external id */
export async function makeLongJourney(organisationId: number): Promise<string> {
  const externalId = "long-journey";
  await withTenantClient(organisationId, async (client) => {
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO customer (organisation_id, external_id, name, started_on)
       SELECT id, $2, 'Long Journey', (coalesce(clock, now()) - interval '5 years')::date FROM organisation WHERE id = $1
       RETURNING id`,
      [organisationId, externalId],
    );
    await client.query(
      `INSERT INTO touchpoint (organisation_id, key, customer_id, occurred_at, kind_id)
       SELECT g.id, gen_random_uuid(), $2,
              coalesce(g.clock, now()) - interval '5 years' + n * (interval '5 years' / $3::int), k.id
       FROM organisation g
       CROSS JOIN generate_series(0, $3::int - 1) n
       JOIN LATERAL (SELECT array_agg(id ORDER BY id) AS ids FROM kind WHERE organisation_id = g.id) every ON true
       JOIN kind k ON k.organisation_id = g.id AND k.id = every.ids[1 + n % cardinality(every.ids)]
       WHERE g.id = $1`,
      [organisationId, rows[0]?.id, TOUCHPOINTS],
    );
    await orderScores(
      client,
      organisationId,
      rows.map(({ id }) => id),
    );
  });
  await scoreTouched(organisationId);
  return externalId;
}

/** Opens the whole journey some times on a desk's screen, then drags a year of it to and fro. */
export async function openLongJourney(browser: Browser, url: string, cookie: string): Promise<LongJourney> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    extraHTTPHeaders: { cookie },
  });
  const page = await context.newPage();
  const figures: number[] = [];
  for (let opening = 0; opening <= OPENINGS; opening += 1) figures.push(await drawnMs(page, `${url}?range=all`));
  // The first opening warms up; it is what nobody who works here sees twice.
  const drawn = median(figures.slice(1));
  await page.goto(`${url}?range=1y`);
  const longestFrameMs = await longestFrame(page);
  await context.close();
  return { touchpoints: TOUCHPOINTS, drawnMs: Math.round(drawn), longestFrameMs: Math.round(longestFrameMs) };
}

async function drawnMs(page: Page, url: string): Promise<number> {
  const startedMs = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  await page.locator("figure svg path").first().waitFor({ state: "attached" });
  return performance.now() - startedMs;
}

async function longestFrame(page: Page): Promise<number> {
  await page.waitForLoadState("networkidle");
  const plot = page.getByRole("slider", { name: /Walk through/ });
  await plot.scrollIntoViewIfNeeded();
  const box = await plot.boundingBox();
  if (!box) throw new Error("The timeline has no place on the page.");
  const y = box.y + Math.min(box.height, 400) / 2;
  const frames = page.evaluate<number>(LONGEST_OF_FRAMES);
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  for (let step = 1; step <= PAN_STEPS; step += 1) await page.mouse.move(box.x + box.width / 2 + step * 4, y);
  const longest = await frames;
  await page.mouse.up();
  return longest;
}
