import type { PoolClient } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { appPool } from "@/lib/db/pool";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { type CustomerToScore, forEachCustomer } from "@/lib/scores/for-each-customer";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";

/** More than one page of customers, and a stream of touchpoints that comes in many chunks. */
const CUSTOMERS = 2_300;
const DAY_MS = 86_400_000;
const FROM_MS = Date.UTC(2026, 0, 1);

let organisationId: number;
let foreignId: number;
let ids: number[];

type Visited = Readonly<{ id: number; externalId: string; days: number[]; values: number[] }>;

function visited({ id, externalId, touchpoints }: CustomerToScore): Visited {
  const { length, occurredAtMs, value } = touchpoints;
  const days = Array.from(occurredAtMs.subarray(0, length), (timeMs) => (timeMs - FROM_MS) / DAY_MS);
  return { id, externalId, days, values: [...value.subarray(0, length)] };
}

function withTwo<T>(work: (touchpoints: PoolClient, customers: PoolClient) => Promise<T>): Promise<T> {
  return withTenantClient(organisationId, (one) => withTenantClient(organisationId, (other) => work(one, other)));
}

async function visitAll(customerIds?: readonly number[]): Promise<Visited[]> {
  const all: Visited[] = [];
  await withTwo((touchpointClient, customerClient) =>
    forEachCustomer({ organisationId, touchpointClient, customerClient, customerIds }, (customer) => {
      all.push(visited(customer));
      return undefined;
    }),
  );
  return all;
}

beforeAll(async () => {
  organisationId = (await createOrganisation({ name: "Everyone", admin: null })).organisationId;
  const other = (await createOrganisation({ name: "Others", admin: null })).organisationId;
  foreignId = await makeCustomerWithTouchpoints(other, { externalId: "foreign" }, [
    { kind: "complaint", occurredAt: "2026-01-01T00:00:00Z" },
  ]);
  await withTenantClient(organisationId, async (client) => {
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO customer (organisation_id, external_id, name)
       SELECT $1, 'c-' || n, 'Customer ' || n FROM generate_series(1, $2::int) n ORDER BY n RETURNING id`,
      [organisationId, CUSTOMERS],
    );
    ids = rows.map((row) => row.id).sort((a, b) => a - b);
    // Every third customer has touchpoints, n % 40 of them, put in with the latest first.
    await client.query(
      `INSERT INTO touchpoint (organisation_id, key, customer_id, occurred_at, kind_id, value)
       SELECT $1, gen_random_uuid(), c.id, '2026-01-01T00:00:00Z'::timestamptz + make_interval(days => d), k.id,
              CASE WHEN d % 2 = 0 THEN c.id::float8 END
       FROM customer c CROSS JOIN LATERAL generate_series(c.id % 40 - 1, 0, -1) d
       JOIN kind k ON k.organisation_id = $1 AND k.key = 'complaint'
       WHERE c.organisation_id = $1 AND c.id % 3 = 0`,
      [organisationId],
    );
  });
});

describe("forEachCustomer", () => {
  it("visits everyone once, in order of id, also those without touchpoints", async () => {
    const all = await visitAll();
    expect(all.map(({ id }) => id)).toEqual(ids);
    expect(all.filter(({ days }) => days.length === 0).length).toBeGreaterThan(CUSTOMERS / 2);
    expect(new Set(all.map(({ externalId }) => externalId)).size).toBe(CUSTOMERS);
  });

  it("gives each its own touchpoints, in time order, with values and without", async () => {
    for (const { id, days, values } of await visitAll()) {
      const count = id % 3 === 0 ? id % 40 : 0;
      expect(days).toEqual(Array.from({ length: count }, (_, day) => day));
      expect(values).toEqual(Array.from({ length: count }, (_, day) => (day % 2 === 0 ? id : Number.NaN)));
    }
  });

  it.each<[string, () => number[]]>([
    ["nobody", () => []],
    ["one without touchpoints", () => ids.filter((id) => id % 3 !== 0).slice(0, 1)],
    ["one with touchpoints", () => ids.filter((id) => id % 3 === 0 && id % 40 > 0).slice(0, 1)],
    ["the first and the last", () => [ids[0]!, ids.at(-1)!]],
    ["more than a page", () => ids.slice(100, 2_200)],
  ])("visits only those that are given: %s", async (_who, only) => {
    const wanted = only();
    const all = await visitAll(wanted);
    expect(all.map(({ id }) => id)).toEqual(wanted);
    for (const { id, days } of all) expect(days).toHaveLength(id % 3 === 0 ? id % 40 : 0);
  });

  it("visits in order of id whatever the order of what is given, and each once", async () => {
    const [a = 0, b = 0, c = 0] = ids.slice(5, 8);
    expect((await visitAll([c, a, b, a, c])).map(({ id }) => id)).toEqual([a, b, c]);
  });

  it("passes over ids that are no customers here, those of another organisation too", async () => {
    const [first = 0] = ids;
    expect((await visitAll([foreignId, first, 2_000_000_000])).map(({ id }) => id)).toEqual([first]);
    expect(await visitAll([foreignId])).toEqual([]);
  });

  it("waits for a visit before it begins the next", async () => {
    let running = 0;
    let most = 0;
    await withTwo((touchpointClient, customerClient) =>
      forEachCustomer(
        { organisationId, touchpointClient, customerClient, customerIds: ids.slice(0, 60) },
        async ({ touchpoints }) => {
          running += 1;
          most = Math.max(most, running);
          const before = visited({ touchpoints } as CustomerToScore).days;
          await new Promise((done) => setTimeout(done, 1));
          expect(visited({ touchpoints } as CustomerToScore).days).toEqual(before);
          running -= 1;
        },
      ),
    );
    expect(most).toBe(1);
  });
});

describe("a visit that fails", () => {
  const failAt = (place: number, how: (error: Error) => Promise<void> | undefined) => async () => {
    const thrown = new Error(`visit ${place} failed`);
    let visits = 0;
    const outcome = await withTwo(async (touchpointClient, customerClient) => {
      const failed = forEachCustomer({ organisationId, touchpointClient, customerClient }, () => {
        visits += 1;
        return visits === place ? how(thrown) : undefined;
      });
      const error = await failed.catch((reason: unknown) => reason);
      const usable = [touchpointClient, customerClient].map((client) => client.query("SELECT 42 AS answer"));
      const answers = (await Promise.all(usable)).map(({ rows }) => rows[0].answer);
      return { error, answers };
    });
    expect(outcome.error).toBe(thrown);
    expect(outcome.answers).toEqual([42, 42]);
    expect(visits).toBe(place);
    expect((await visitAll(ids.slice(0, 3))).map(({ id }) => id)).toEqual(ids.slice(0, 3));
    expect(appPool().idleCount).toBe(appPool().totalCount);
  };
  const fail = (error: Error): undefined => {
    throw error;
  };

  it.each([1, 1_000, CUSTOMERS])("at customer %d ends the walk with its error and both connections usable", (place) =>
    failAt(place, fail)(),
  );
  it(
    "later, by a promise, does so too",
    failAt(40, (error) => Promise.reject(error)),
  );
});
