import { beforeAll, describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { saveKind } from "@/lib/kinds/save-kind";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { scoreAll } from "@/lib/scores/score-all";
import { saveSettings } from "@/lib/settings/save-settings";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";
import { scoreAgain } from "@/tests/support/score-again";

const NOW = "2026-06-30T12:00:00Z";

const { organisationId } = await createOrganisation({ name: "Versions", admin: null, settings: { clock: NOW } });
const member = systemMember(organisationId);
const complaint = {
  key: "complaint",
  label: "Complaint",
  category: "complaint",
  valence: -1,
  halfLifeDays: 90,
} as const;
let customerId = 0;

beforeAll(async () => {
  customerId = await makeCustomerWithTouchpoints(organisationId, { externalId: "a" }, [
    { kind: "complaint", occurredAt: "2026-06-20T00:00:00Z" },
  ]);
});

type Kept = Readonly<{ version: number; model_version: number; horizon_days: number; as_of: Date; kinds: object[] }>;

async function configurations(): Promise<Kept[]> {
  return withTenantClient(organisationId, async (client) => {
    const { rows } = await client.query<Kept>(
      "SELECT * FROM scoring_configuration WHERE organisation_id = $1 ORDER BY version",
      [organisationId],
    );
    return rows;
  });
}

describe("the configurations that scores were written under", () => {
  it("are kept once, however often the same one scores", async () => {
    await scoreAll(organisationId);
    await scoreAgain(organisationId, [customerId]);
    await scoreAll(organisationId);
    expect(await configurations()).toMatchObject([
      { version: 1, model_version: 1, horizon_days: 90, as_of: new Date(NOW) },
    ]);
  });

  it("are kept anew when a kind weighs otherwise, and not when it is only called otherwise", async () => {
    await saveKind(member, { ...complaint, label: "Grievance" });
    await scoreAll(organisationId);
    expect(await configurations()).toHaveLength(1);
    await saveKind(member, { ...complaint, halfLifeDays: 33 });
    await scoreAgain(organisationId, [customerId]);
    const [before, after] = await configurations();
    expect(before?.kinds).toContainEqual(expect.objectContaining({ key: "complaint", halfLifeDays: 90 }));
    expect(after?.kinds).toContainEqual(expect.objectContaining({ key: "complaint", halfLifeDays: 33 }));
  });

  it("are kept anew with another horizon, but not with another currency", async () => {
    await saveSettings(member, { currency: "CHF" });
    await scoreAll(organisationId);
    expect(await configurations()).toHaveLength(2);
    await saveSettings(member, { horizonDays: 60 });
    await scoreAll(organisationId);
    expect((await configurations()).map((kept) => kept.horizon_days)).toEqual([90, 90, 60]);
  });
});
