import { beforeAll, describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { withTenant } from "@/lib/db/with-tenant";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { modelParameters } from "@/lib/schemas/model-parameters";
import { readScore } from "@/lib/scores/read-score";
import { scoreAll } from "@/lib/scores/score-all";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";

const NOW_MS = Date.parse("2026-06-30T23:59:59Z");
const DAY_MS = 86_400_000;
const CUSTOMERS = 40;
const GONE = 12;

let organisationId: number;

function purchases(daysAgo: readonly number[]) {
  return daysAgo.map((days) => ({ kind: "purchase", occurredAt: new Date(NOW_MS - days * DAY_MS).toISOString() }));
}

beforeAll(async () => {
  const made = await createOrganisation({
    name: "Anchor",
    admin: null,
    settings: {
      clock: new Date(NOW_MS).toISOString(),
      breakUp: { type: "inactivity", kinds: ["purchase"], days: 90 },
      population: { activeWithinDays: 180 },
    },
  });
  organisationId = made.organisationId;
  // Everyone bought in the 180 days before the horizon began; GONE of them did not come back within it.
  for (let n = 0; n < CUSTOMERS; n += 1) {
    const back = n < GONE ? [] : [10 + (n % 60)];
    await makeCustomerWithTouchpoints(organisationId, { externalId: `c${n}` }, purchases([100 + n, 130 + n, ...back]));
  }
  // Outside the population at the start of every horizon: gone for good long before. It must not move the base rate.
  await makeCustomerWithTouchpoints(organisationId, { externalId: "long-gone" }, purchases([700]));
  await scoreAll(organisationId);
});

describe("anchorModel", () => {
  it("anchors the intercept so that the mean probability a horizon ago is what then happened", async () => {
    const active = await withTenant(organisationId, (tx) => tx.model.findFirstOrThrow({ where: { state: "active" } }));
    const { anchor } = modelParameters.parse(active.parameters);
    expect(anchor).toMatchObject({ customers: CUSTOMERS, breakUps: GONE, baseRate: GONE / CUSTOMERS });
    const thenMs = NOW_MS - 90 * DAY_MS;
    let sum = 0;
    for (let n = 0; n < CUSTOMERS; n += 1) {
      sum += (await readScore(systemMember(organisationId), `c${n}`, thenMs)).probability;
    }
    expect(sum / CUSTOMERS).toBeCloseTo(GONE / CUSTOMERS, 9);
  });

  it("keeps a fresh anchor, and supersedes instead of overwriting", async () => {
    await scoreAll(organisationId);
    const models = await withTenant(organisationId, (tx) =>
      tx.model.findMany({ orderBy: { version: "asc" }, select: { version: true, state: true } }),
    );
    expect(models).toEqual([
      { version: 1, state: "superseded" },
      { version: 2, state: "active" },
    ]);
  });

  it("leaves the assumed rate alone while break-ups are few", async () => {
    const few = (await createOrganisation({ name: "Few", admin: null })).organisationId;
    await makeCustomerWithTouchpoints(few, { externalId: "only", startedOn: "2020-01-01" });
    await scoreAll(few);
    const models = await withTenant(few, (tx) => tx.model.findMany({ select: { version: true, state: true } }));
    expect(models).toEqual([{ version: 1, state: "active" }]);
  });
});
