import { beforeAll, describe, expect, it } from "vitest";
import type { Member } from "@/lib/auth/member";
import { systemMember } from "@/lib/auth/system-member";
import { exportCustomers } from "@/lib/customers/export-customers";
import { listCustomers } from "@/lib/customers/list-customers";
import { readCustomer } from "@/lib/customers/read-customer";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { customerFilterQuery } from "@/lib/schemas/customer-list";
import { scoreAll } from "@/lib/scores/score-all";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";

const NOW = "2026-06-30T22:30:00Z";
const DAY_MS = 86_400_000;

let admin: Member;

beforeAll(async () => {
  // In Berlin it is the first of July already; and everyone wavers whose relationship has begun.
  const { organisationId } = await createOrganisation({
    name: "Time left",
    admin: null,
    settings: {
      clock: NOW,
      timeZone: "Europe/Berlin",
      horizonDays: 60,
      bands: { watch: 1e-5, atRisk: 2e-5, critical: 0.9 },
    },
  });
  admin = systemMember(organisationId);
  const make = (externalId: string, startedOn: string, renewsOn?: string) =>
    makeCustomerWithTouchpoints(organisationId, { externalId, startedOn, renewsOn }, [
      { kind: "complaint", occurredAt: "2026-05-01T00:00:00Z" },
    ]);
  await make("no-renewal", "2024-01-01");
  await make("renews-soon", "2024-01-01", "2026-07-11");
  await make("renews-late", "2024-01-01", "2027-01-01");
  await make("to-come", "2026-08-01", "2026-09-01");
  for (const daysAgo of [20, 10, 0]) await scoreAll(organisationId, { asOfMs: Date.parse(NOW) - daysAgo * DAY_MS });
});

describe("the time left to act", () => {
  it("is counted from when scoring first saw a customer waver, and ends with a renewal that comes before", async () => {
    const { items } = await listCustomers(admin, { sort: "name", stage: "all", limit: 10 });
    expect(Object.fromEntries(items.map((item) => [item.externalId, item.timeLeft]))).toEqual({
      "no-renewal": { days: 40, until: "horizon", on: "2026-08-10" },
      "renews-soon": { days: 10, until: "renewal", on: "2026-07-11" },
      "renews-late": { days: 40, until: "horizon", on: "2026-08-10" },
      "to-come": { days: 62, until: "renewal", on: "2026-09-01" },
    });
  });

  it("is the same on a customer's page, and in the file", async () => {
    const { items } = await listCustomers(admin, { sort: "name", stage: "all", limit: 10 });
    for (const { externalId, timeLeft } of items) {
      expect((await readCustomer(admin, externalId)).timeLeft).toEqual(timeLeft);
    }
    const csv = await new Response(exportCustomers(admin, customerFilterQuery.parse({ sort: "name" }))).text();
    const [head, ...rows] = csv.trimEnd().split("\n");
    const fromEnd = head!.split(",").reverse().indexOf("timeLeftDays");
    expect(rows.map((row) => Number(row.split(",").reverse()[fromEnd]))).toEqual(
      items.map(({ timeLeft }) => timeLeft?.days),
    );
  });
});
