import { beforeAll, describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { ingestQuery } from "@/lib/schemas/touchpoint";
import { ingestTouchpoints } from "@/lib/touchpoints/ingest-touchpoints";
import { importText, rowsOf } from "./import-text";

let organisationId: number;
beforeAll(async () => {
  organisationId = (await createOrganisation({ name: "Api", admin: null })).organisationId;
  await importText(organisationId, "customers", "externalId\nC1\nC2\n");
});

const send = (batch: readonly unknown[], options: object = {}) =>
  ingestTouchpoints(systemMember(organisationId), batch, ingestQuery.parse(options));

const touchpoint = (id: string | undefined, more: object = {}) => ({
  ...(id === undefined ? {} : { id }),
  customerExternalId: "C1",
  kind: "call",
  occurredAt: "2024-05-01T10:00:00+02:00",
  ...more,
});

describe("ingestTouchpoints", () => {
  it("stores a batch once, however often and from how many clients it is sent", async () => {
    const batch = Array.from({ length: 200 }, (_, index) => touchpoint(`B-${index}`, { value: index }));
    const results = await Promise.all(Array.from({ length: 5 }, () => send(batch)));
    expect(results.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(200);
    expect(results.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(800);
    expect(await send(batch)).toEqual({ accepted: 0, duplicates: 200, rejected: [] });
  });

  it("stores what was sent", async () => {
    const details = JSON.parse('{"note":"hello","__proto__":"kept"}');
    await send([touchpoint("S-1", { sentiment: 0.25, details })]);
    const [stored] = await rowsOf(
      organisationId,
      `SELECT occurred_at, value, sentiment, details::text FROM touchpoint JOIN touchpoint_detail d USING (key) WHERE sender_id = 'S-1'`,
    );
    expect(stored).toEqual({
      occurred_at: new Date("2024-05-01T08:00:00Z"),
      value: null,
      sentiment: 0.25,
      details: '{"note": "hello", "__proto__": "kept"}',
    });
  });

  it("tells rows without an id apart by their content", async () => {
    const batch = [
      touchpoint(undefined, { value: 1 }),
      touchpoint(undefined, { value: 1 }),
      touchpoint(undefined, { value: 2 }),
    ];
    expect(await send(batch)).toMatchObject({ accepted: 2, duplicates: 1 });
  });

  it("refuses bad rows by their index and stores the others", async () => {
    const result = await send([
      touchpoint("R-0"),
      touchpoint("R-1", { occurredAt: "2024-05-01 10:00" }),
      touchpoint("R-2", { customerExternalId: "nobody" }),
      touchpoint("R-3", { kind: "unheard of" }),
      touchpoint("R-4", { value: "12" }),
      touchpoint("R-5", { sentiment: 2 }),
      touchpoint("R-6", { colour: "red" }),
      null,
      touchpoint("R-8", { details: ["a"] }),
      touchpoint("R-9"),
    ]);
    expect(result.accepted).toBe(2);
    expect(result.rejected.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(result.rejected.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["unknown-customer", "unknown-kind", "unknown-field"]),
    );
  });

  it("creates unknown customers and kinds when asked", async () => {
    const batch = [touchpoint("K-1", { customerExternalId: "new one", kind: "Brand New!" })];
    expect(await send(batch, { unknownCustomer: "create", unknownKind: "create" })).toMatchObject({ accepted: 1 });
    expect(await rowsOf(organisationId, "SELECT label FROM kind WHERE key = 'brand-new'")).toEqual([
      { label: "Brand New!" },
    ]);
  });

  it("takes at most 10,000", async () => {
    await expect(send(Array.from({ length: 10_001 }, () => null))).rejects.toMatchObject({ code: "too-large" });
  });
});
