import { beforeAll, describe, expect, it } from "vitest";
import type { Member } from "@/lib/auth/member";
import { systemMember } from "@/lib/auth/system-member";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { addJudgement } from "@/lib/judgements/add-judgement";
import { listSettled } from "@/lib/judgements/list-settled";
import { trackRecord } from "@/lib/judgements/track-record";
import { withdrawJudgement } from "@/lib/judgements/withdraw-judgement";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import type { Settings } from "@/lib/schemas/settings";
import { scoreAll } from "@/lib/scores/score-all";
import { saveSettings } from "@/lib/settings/save-settings";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";

/** 90 days later, less or more a second. */
const JUDGED = "2026-06-30T12:00:00Z";
const NOT_YET = "2026-09-28T12:00:00Z";
const OVER = "2026-09-28T12:00:01Z";
const CALL = { kind: "call", occurredAt: "2026-06-01T00:00:00Z" };

async function organisationOf(name: string, settings: Partial<Settings>): Promise<Member> {
  const zone = { timeZone: "Pacific/Auckland" };
  const made = await createOrganisation({ name, admin: null, settings: { clock: JUDGED, ...zone, ...settings } });
  return systemMember(made.organisationId);
}

/** The row was made that many days of the wall's clock before: what is taken back later is no slip of the pen. */
const age = (member: Member, id: number, days: number) =>
  withTenantClient(member.organisationId, (client) =>
    client.query(
      "UPDATE judgement SET created_at = created_at - $3 * interval '1 day' WHERE organisation_id = $1 AND id = $2",
      [member.organisationId, id, days],
    ),
  );

const end = (member: Member, externalId: string, day: string) =>
  withTenantClient(member.organisationId, (client) =>
    client.query(
      `INSERT INTO outcome (organisation_id, customer_id, type, occurred_on, reasons)
       SELECT organisation_id, id, 'break-up', $3, '{}' FROM customer WHERE organisation_id = $1 AND external_id = $2`,
      [member.organisationId, externalId, day],
    ),
  );

const outcomes = async (member: Member) =>
  Object.fromEntries(
    (await listSettled(member)).map(({ externalId, brokeUp, nearer }) => [externalId, { brokeUp, nearer }]),
  );

describe("judgements where break-ups are recorded", () => {
  let member: Member;
  const reason = "A feeling";

  beforeAll(async () => {
    member = await organisationOf("Recorded", {});
    for (const externalId of ["stays", "leaves", "edge", "late", "slip", "changed"]) {
      await makeCustomerWithTouchpoints(member.organisationId, { externalId }, [CALL]);
    }
    await scoreAll(member.organisationId);
    for (const externalId of ["stays", "leaves", "edge", "late"]) {
      await addJudgement(member, { externalId, band: "critical", reason, expiresOn: "2026-07-15" });
    }
    const slip = await addJudgement(member, { externalId: "slip", band: "critical", reason, expiresOn: "2026-07-15" });
    await withdrawJudgement(member, { externalId: "slip", judgementId: slip });
    const first = await addJudgement(member, {
      externalId: "changed",
      probability: 0.9,
      reason,
      expiresOn: "2026-07-15",
    });
    await age(member, first, 3);
    await addJudgement(member, { externalId: "changed", probability: 0.01, reason, expiresOn: "2026-07-15" });
    await addJudgement(member, { externalId: "changed", reason: "Only a comment", expiresOn: "2026-07-15" });
  });

  it("settle early when the break-up comes, otherwise when the horizon is over, long after they expired", async () => {
    expect(await outcomes(member)).toEqual({});
    await end(member, "leaves", "2026-08-01");
    // In Auckland the judgement was made on 1 July, so its last day is 29 September.
    await end(member, "edge", "2026-09-29");
    await end(member, "late", "2026-09-30");
    await saveSettings(member, { clock: "2026-08-02T00:00:00Z" });
    expect(await outcomes(member)).toMatchObject({ leaves: { brokeUp: true, nearer: "person" } });
    await saveSettings(member, { clock: NOT_YET });
    expect(Object.keys(await outcomes(member)).sort()).toEqual(["edge", "leaves"]);
    await saveSettings(member, { clock: OVER });
    expect(await outcomes(member)).toMatchObject({
      stays: { brokeUp: false, nearer: "model" },
      leaves: { brokeUp: true, nearer: "person" },
      edge: { brokeUp: true, nearer: "person" },
      late: { brokeUp: false, nearer: "model" },
    });
  });

  it("count each of a person's judgements, but no slip of the pen and no comment", async () => {
    const settled = await listSettled(member);
    expect(settled.map(({ externalId }) => externalId).sort()).toEqual([
      "changed",
      "changed",
      "edge",
      "late",
      "leaves",
      "stays",
    ]);
    expect(settled.filter(({ externalId }) => externalId === "changed").map(({ nearer }) => nearer)).toEqual([
      "person",
      "model",
    ]);
    expect(trackRecord(settled)).toEqual({ settled: 6, needed: 10, figures: null });
  });

  it("follow a break-up that is recorded late", async () => {
    await end(member, "stays", "2026-07-10");
    expect((await outcomes(member)).stays).toEqual({ brokeUp: true, nearer: "person" });
  });
});

describe("judgements where silence is the break-up", () => {
  it("settle when the days of silence are over, by the kinds that count", async () => {
    const member = await organisationOf("Silence", { breakUp: { type: "inactivity", kinds: ["call"], days: 30 } });
    const later = (kind: string, occurredAt: string) => [CALL, { kind, occurredAt }];
    const made = [
      ["speaks", later("call", "2026-07-20T00:00:00Z")],
      ["is-silent", [CALL]],
      ["only-writes", later("email", "2026-07-20T00:00:00Z")],
      ["speaks-late", later("call", "2026-07-30T12:00:01Z")],
    ] as const;
    for (const [externalId, touchpoints] of made) {
      await makeCustomerWithTouchpoints(member.organisationId, { externalId }, touchpoints);
    }
    await scoreAll(member.organisationId);
    for (const [externalId] of made) {
      await addJudgement(member, { externalId, probability: 0.9, reason: "x", expiresOn: "2026-07-15" });
    }
    await saveSettings(member, { clock: "2026-07-30T12:00:00Z" });
    expect(await outcomes(member)).toEqual({});
    await saveSettings(member, { clock: "2026-07-30T12:00:01Z" });
    expect(await outcomes(member)).toMatchObject({
      speaks: { brokeUp: false, nearer: "model" },
      "is-silent": { brokeUp: true, nearer: "person" },
      "only-writes": { brokeUp: true, nearer: "person" },
      "speaks-late": { brokeUp: true, nearer: "person" },
    });
  });
});
