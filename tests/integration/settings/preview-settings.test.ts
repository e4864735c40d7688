import { beforeAll, describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { withTenant } from "@/lib/db/with-tenant";
import type { Settings } from "@/lib/schemas/settings";
import { requestRecompute } from "@/lib/scores/request-recompute";
import { previewSettings } from "@/lib/settings/preview-settings";
import { readSettings } from "@/lib/settings/read-settings";
import { saveSettings } from "@/lib/settings/save-settings";
import { makeLearningOrganisation, runQueued, shoppers } from "../models/learning-organisation";

const people = shoppers(120, 7);
let organisationId: number;

const admin = () => systemMember(organisationId);
const rescore = async () => runQueued(organisationId, await requestRecompute(admin(), {}));

/** Customers by band, those who departed left out, as the leaderboard has them. */
async function countBands(): Promise<Record<string, number>> {
  const rows = await withTenant(
    organisationId,
    (tx) => tx.$queryRaw<{ band: string; count: number }[]>`
      SELECT CASE WHEN s.probability >= g.band_critical THEN 'critical' WHEN s.probability >= g.band_at_risk THEN 'at-risk'
                  WHEN s.probability >= g.band_watch THEN 'watch' ELSE 'calm' END AS band, count(*)::int AS count
      FROM score s JOIN organisation g ON g.id = s.organisation_id AND g.current_score_run_id = s.run_id
      WHERE s.organisation_id = ${organisationId} AND s.stage <> 'departed' GROUP BY 1`,
  );
  return Object.fromEntries(rows.map(({ band, count }) => [band, count]));
}

async function holdAgainstSaving(wanted: Settings) {
  const before = await countBands();
  const preview = await previewSettings(admin(), wanted);
  expect(await readSettings(admin())).not.toEqual(wanted);
  await saveSettings(admin(), wanted);
  await rescore();
  const after = await countBands();
  for (const { band, customers } of preview.bands) {
    expect(customers, band).toEqual({ before: before[band] ?? 0, after: after[band] ?? 0 });
  }
  return preview;
}

beforeAll(async () => {
  ({ organisationId } = await makeLearningOrganisation("Consequences", people));
  await rescore();
});

describe("a preview of settings", () => {
  it("says what saving other bands then does, and leaves probabilities alone", async () => {
    const settings = await readSettings(admin());
    const preview = await holdAgainstSaving({ ...settings, bands: { watch: 0.01, atRisk: 0.12, critical: 0.6 } });
    expect(preview.changed.customers).toBeGreaterThan(0);
    expect(preview.valueAtRiskMinor.before).toBe(preview.valueAtRiskMinor.after);
    expect(preview.anchor).toBeNull();
  });

  it("says what another horizon does: the base rate is anchored anew", async () => {
    const settings = await readSettings(admin());
    const preview = await holdAgainstSaving({
      ...settings,
      horizonDays: 30,
      breakUp: { type: "inactivity", kinds: ["purchase"], days: 30 },
    });
    expect(preview.anchor?.breakUps).toBeGreaterThanOrEqual(10);
    expect(preview.customers).toEqual({ total: people.length, looked: people.length });
  });

  it("of the settings in force changes nothing", async () => {
    const preview = await previewSettings(admin(), await readSettings(admin()));
    expect(preview.changed).toEqual({ customers: 0, worse: 0, better: 0 });
    expect(preview.learned).toBe(false);
  });
});
