import { beforeAll, describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { removeCustomers } from "@/lib/customers/remove-customers";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { lockMerges } from "@/lib/imports/lock-merges";
import { saveKind } from "@/lib/kinds/save-kind";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { ingestQuery } from "@/lib/schemas/touchpoint";
import { ingestTouchpoints } from "@/lib/touchpoints/ingest-touchpoints";
import { rowsOf } from "./import-text";

let organisationId: number;
beforeAll(async () => {
  organisationId = (await createOrganisation({ name: "Again", admin: null })).organisationId;
});

const CREATE = { unknownCustomer: "create", unknownKind: "create" };

const send = (batch: readonly unknown[], options: object = CREATE) =>
  ingestTouchpoints(systemMember(organisationId), batch, ingestQuery.parse(options));

const touchpoints = (prefix: string, more: object = {}) =>
  Array.from({ length: 50 }, (_, index) => ({
    id: `${prefix}-${index}`,
    customerExternalId: `C-${index % 5}`,
    kind: "Call",
    occurredAt: "2024-05-01T10:00:00Z",
    value: index,
    ...more,
  }));

const stored = (prefix: string) =>
  rowsOf(
    organisationId,
    `SELECT sender_id, external_id, kind.key AS kind, value FROM touchpoint t
     JOIN customer c ON c.organisation_id = t.organisation_id AND c.id = t.customer_id
     JOIN kind ON kind.organisation_id = t.organisation_id AND kind.id = t.kind_id
     WHERE sender_id LIKE '${prefix}-%' ORDER BY value`,
  );

const waitingScores = async () => (await rowsOf(organisationId, "SELECT customer_ids FROM score_order")).length;

describe("a sender's batches after its first", () => {
  it("are stored as the first was, with the order to score their customers", async () => {
    await send(touchpoints("A"));
    const before = await waitingScores();
    const batch = touchpoints("B").map((row, index) => ({ ...row, customerExternalId: `C-${index % 2}` }));
    expect(await send(batch)).toEqual({ accepted: 50, duplicates: 0, rejected: [] });
    expect(await stored("B")).toEqual(
      batch.map((row) => ({
        sender_id: row.id,
        external_id: row.customerExternalId,
        kind: "call",
        value: row.value,
      })),
    );
    expect(await waitingScores()).toBe(before + 1);
  });

  it("count what is there already, and within the batch, as duplicates", async () => {
    const fresh = touchpoints("D");
    expect(await send([...fresh, ...fresh])).toMatchObject({ accepted: 50, duplicates: 50 });
    expect(await send([...touchpoints("D"), ...touchpoints("E")])).toMatchObject({ accepted: 50, duplicates: 50 });
    expect(await send(touchpoints("F"))).toMatchObject({ accepted: 50, duplicates: 0 });
    expect(await stored("E")).toHaveLength(50);
  });

  it("are stored once, from however many clients", async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => send(touchpoints("G"))));
    expect(results.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(50);
    expect(results.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(350);
    expect(await stored("G")).toHaveLength(50);
  });

  it("go to the database together when they come at the same moment, and each is counted for itself", async () => {
    await send(touchpoints("P"));
    const before = await waitingScores();
    const [some = [], others = []] = [touchpoints("Q"), touchpoints("R")];
    const batches = [some, others, [...others.slice(0, 10), ...touchpoints("S")], touchpoints("T"), touchpoints("U")];
    const results = await Promise.all(batches.map((batch) => send(batch)));
    expect(await waitingScores()).toBeLessThan(before + batches.length);
    expect(results.map(({ accepted, duplicates }) => accepted + duplicates)).toEqual([50, 50, 60, 50, 50]);
    expect(results.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(10);
    expect(results.at(-1)).toEqual({ accepted: 50, duplicates: 0, rejected: [] });
    for (const prefix of ["Q", "R", "S", "T", "U"]) expect(await stored(prefix)).toHaveLength(50);
  });

  it("take the long way alone when one of those that come with them was sent before", async () => {
    await send(touchpoints("V"));
    const results = await Promise.all([send(touchpoints("W")), send(touchpoints("V")), send(touchpoints("X"))]);
    expect(results.map(({ accepted }) => accepted)).toEqual([50, 0, 50]);
    expect(results.map(({ duplicates }) => duplicates)).toEqual([0, 50, 0]);
  });

  it("make a customer anew that was removed in the meantime", async () => {
    await send([{ ...touchpoints("H")[0], customerExternalId: "Gone" }]);
    const [gone] = (await rowsOf(organisationId, "SELECT id FROM customer WHERE external_id = 'Gone'")) as {
      id: number;
    }[];
    await withTenantClient(organisationId, async (client) => {
      await lockMerges(client, organisationId, "exclusive");
      await client.query("DELETE FROM touchpoint WHERE organisation_id = $1 AND customer_id = $2", [
        organisationId,
        gone?.id,
      ]);
      await removeCustomers(client, organisationId, [gone?.id ?? 0]);
    });
    const batch = touchpoints("I", { customerExternalId: "Gone" });
    expect(await send(batch, { unknownKind: "create" })).toMatchObject({ accepted: 0 });
    expect(await send(batch)).toMatchObject({ accepted: 50 });
    expect(await stored("I")).toHaveLength(50);
  });

  it("wait for a removal that is under way, and then do not find the customer", async () => {
    await send([{ ...touchpoints("J")[0], customerExternalId: "Going" }]);
    const [going] = (await rowsOf(organisationId, "SELECT id FROM customer WHERE external_id = 'Going'")) as {
      id: number;
    }[];
    let sending: ReturnType<typeof send> | undefined;
    await withTenantClient(organisationId, async (client) => {
      await lockMerges(client, organisationId, "exclusive");
      sending = send(touchpoints("K", { customerExternalId: "Going" }), {});
      await client.query("DELETE FROM touchpoint WHERE organisation_id = $1 AND customer_id = $2", [
        organisationId,
        going?.id,
      ]);
      await removeCustomers(client, organisationId, [going?.id ?? 0]);
    });
    expect(await sending).toMatchObject({ accepted: 0, duplicates: 0 });
    expect(await stored("K")).toEqual([]);
  });

  it("know a kind by its label only as long as it has that label", async () => {
    await send([{ ...touchpoints("L")[0], kind: "phone-chat" }]);
    const admin = systemMember(organisationId);
    const change = { key: "phone-chat", category: "conversation", valence: 0, halfLifeDays: 60 } as const;
    await saveKind(admin, { ...change, label: "Chat on the phone" });
    expect(await send(touchpoints("M", { kind: "Chat on the phone" }), {})).toMatchObject({ accepted: 50 });
    await saveKind(admin, { ...change, label: "Something else" });
    expect(await send(touchpoints("N", { kind: "Chat on the phone" }), {})).toMatchObject({ accepted: 0 });
  });
});
