import { beforeAll, describe, expect, it } from "vitest";
import { GET as scoresCsv } from "@/app/api/v1/scores.csv/route";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { forEachCase } from "@/lib/scores/for-each-case";
import { knownTouchpoints } from "@/lib/scoring/learning/known-touchpoints";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";
import { call, makeOrganisation, type TestOrganisation } from "../api/call-api";

const at = (day: number) => `2026-03-${String(day).padStart(2, "0")}T12:00:00Z`;
let ours: TestOrganisation;

beforeAll(async () => {
  ours = await makeOrganisation("Late");
  const { organisationId } = ours;
  for (const externalId of ["late", "filed", "in-time"]) {
    await makeCustomerWithTouchpoints(organisationId, { externalId }, [
      { kind: "complaint", occurredAt: at(5) },
      { kind: "complaint", occurredAt: at(5) },
      { kind: "purchase", occurredAt: at(6) },
    ]);
  }
  await withTenantClient(organisationId, async (client) => {
    await client.query("UPDATE organisation SET created_at = $1", ["2026-03-01T00:00:00Z"]);
    // One of two complaints of one instant arrived five days later; the rest, and files, in time.
    await client.query("UPDATE touchpoint SET received_at = occurred_at");
    await client.query(
      "UPDATE touchpoint SET import_id = 1, received_at = $1 WHERE customer_id IN (SELECT id FROM customer WHERE external_id = 'filed')",
      [at(20)],
    );
    await client.query(
      `UPDATE touchpoint SET received_at = $1 WHERE key = (SELECT t.key FROM touchpoint t JOIN customer c ON c.id = t.customer_id
         WHERE c.external_id = 'late' ORDER BY t.occurred_at, t.key LIMIT 1)`,
      [at(10)],
    );
  });
});

async function knownAt(day: number, isClockFixed = false) {
  const asOfMs = Date.parse(at(day));
  const known: Record<string, number> = {};
  const { organisationId } = ours;
  await forEachCase({ organisationId, isClockFixed, asOfMs: [asOfMs] }, (customer) => {
    known[customer.externalId] = knownTouchpoints(customer, asOfMs).length;
    return undefined;
  });
  return known;
}

describe("what was known at an instant", () => {
  it("leaves out what a program sent later, until it arrived", async () => {
    expect(await knownAt(7)).toEqual({ late: 2, filed: 3, "in-time": 3 });
    expect(await knownAt(10)).toEqual({ late: 3, filed: 3, "in-time": 3 });
  });

  it("takes history that was loaded at the start as known when it happened", async () => {
    await withTenantClient(ours.organisationId, (client) =>
      client.query("UPDATE organisation SET created_at = $1", [at(8)]),
    );
    expect(await knownAt(7)).toEqual({ late: 3, filed: 3, "in-time": 3 });
    expect(await knownAt(9)).toEqual({ late: 2, filed: 3, "in-time": 3 });
    await withTenantClient(ours.organisationId, (client) =>
      client.query("UPDATE organisation SET created_at = $1", ["2026-03-01T00:00:00Z"]),
    );
  });

  it("does not go by arrival under a fixed clock", async () => {
    expect(await knownAt(7, true)).toEqual({ late: 3, filed: 3, "in-time": 3 });
  });

  it("is what scores of the past are made of", async () => {
    const logOdds = async (day: number) => {
      const { text } = await call(scoresCsv, { key: ours.read, query: `asOf=${at(day)}` });
      const rows = text
        .trimEnd()
        .split("\n")
        .slice(1)
        .map((line) => line.split(","));
      return Object.fromEntries(rows.map(([id, , , , value]) => [id, Number(value)]));
    };
    const early = await logOdds(7);
    expect(early.late).toBeLessThan(early["in-time"]!);
    expect(early.filed).toBe(early["in-time"]);
    const later = await logOdds(11);
    expect(later.late).toBe(later["in-time"]);
  });
});
