import { beforeAll, describe, expect, it } from "vitest";
import { withTenant } from "@/lib/db/with-tenant";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { loadScoringSetup } from "@/lib/scores/scoring-setup";

let organisationId: number;
let otherId: number;

const load = (id = organisationId) => withTenantClient(id, (client) => loadScoringSetup(client, id));

/** As another process would: by SQL, past everything that this one could notice. */
const change = (statement: string, id = organisationId) =>
  withTenantClient(id, (client) => client.query(statement).then(() => undefined));

beforeAll(async () => {
  organisationId = (await createOrganisation({ name: "Kept", admin: null })).organisationId;
  otherId = (await createOrganisation({ name: "Other", admin: null })).organisationId;
});

describe("loadScoringSetup", () => {
  it("compiles once for as long as nothing changes, whichever connection asks", async () => {
    const first = await load();
    expect((await load()).scorer).toBe(first.scorer);
    const again = await withTenant(organisationId, (tx) => loadScoringSetup(tx, organisationId));
    expect(again.scorer).toBe(first.scorer);
    expect(again.settings).toEqual(first.settings);
  });

  it.each([
    ["the model's parameters", `UPDATE model SET parameters = jsonb_set(parameters, '{intercept}', '-1.5')`],
    [
      "a rule",
      `UPDATE rule SET definition = jsonb_set(definition, '{label}', '"Other"')
       WHERE key = (SELECT min(key) FROM rule)`,
    ],
    ["the rules there are", "DELETE FROM rule WHERE key = (SELECT max(key) FROM rule)"],
    ["the order of rules", "UPDATE rule SET position = position + 1000 WHERE position = 0"],
    ["the caps of groups", `UPDATE rule_set SET groups = jsonb_set(groups, '{0,capPoints}', '7')`],
    ["a kind", "UPDATE kind SET half_life_days = half_life_days + 1 WHERE key = 'complaint'"],
    ["a kind's label", "UPDATE kind SET label = 'Grievance' WHERE key = 'complaint'"],
    [
      "the kinds there are",
      `INSERT INTO kind (organisation_id, id, key, label, category, valence, half_life_days)
       SELECT organisation_id, max(id) + 1, 'new-kind', 'New', 'support', 0, 30 FROM kind GROUP BY 1`,
    ],
    ["the horizon", "UPDATE organisation SET horizon_days = horizon_days + 1"],
    [
      "the model in force",
      `WITH gone AS (UPDATE model SET state = 'superseded' WHERE state = 'active' RETURNING *)
       INSERT INTO model (organisation_id, version, state, rule_set_version, parameters)
       SELECT organisation_id, version + 1, 'active', rule_set_version, parameters FROM gone`,
    ],
  ])("compiles anew after a change of %s in another process", async (_what, statement) => {
    const before = await load();
    await change(statement);
    const after = await load();
    expect(after.scorer).not.toBe(before.scorer);
    expect((await load()).scorer).toBe(after.scorer);
  });

  it("reads settings that need no compiling every time", async () => {
    const before = await load();
    await change(
      "UPDATE organisation SET band_watch = 0.07, time_zone = 'Europe/Rome', clock = '2026-01-02T03:04:05Z'",
    );
    const { settings, scorer } = await load();
    expect(settings).toMatchObject({ bandFloors: { watch: 0.07 }, timeZone: "Europe/Rome" });
    expect(settings.clockMs).toBe(Date.parse("2026-01-02T03:04:05Z"));
    expect(scorer).toBe(before.scorer);
  });

  it("keeps organisations apart", async () => {
    const [own, other] = [await load(), await load(otherId)];
    expect(other.scorer).not.toBe(own.scorer);
    expect([own.settings.id, other.settings.id]).toEqual([organisationId, otherId]);
    expect((await load()).scorer).toBe(own.scorer);
  });

  it("fails loudly each time what is stored is unusable, also after it was usable", async () => {
    await load(otherId);
    await change(`UPDATE rule SET definition = definition - 'effect' WHERE key = (SELECT min(key) FROM rule)`, otherId);
    await expect(load(otherId)).rejects.toThrow(/effect/);
    await expect(load(otherId)).rejects.toThrow(/effect/);
    await change("UPDATE model SET state = 'superseded'", otherId);
    await expect(load(otherId)).rejects.toThrow("no active model");
  });
});
