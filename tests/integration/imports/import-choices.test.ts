import { beforeAll, describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { withTenant } from "@/lib/db/with-tenant";
import { runUndo } from "@/lib/imports/run-undo";
import { startUndo } from "@/lib/imports/start-undo";
import { joinOrganisation } from "@/lib/members/join-organisation";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { importText, rowsOf, upload } from "./import-text";

let organisationId: number;

beforeAll(async () => {
  organisationId = (await createOrganisation({ name: "Choices", admin: null })).organisationId;
  const ann = { name: "Ann", email: "ann@example.com", role: "manager", password: "long enough 1" } as const;
  await withTenant(organisationId, (tx) => joinOrganisation(tx, { organisationId, ...ann }));
});

const COLUMNS = "externalId,name,ownerEmail,mrr,startedOn,renewsOn,traits.plan,traits.seats";

const customer = async (externalId: string) =>
  (
    await rowsOf(
      organisationId,
      `SELECT name, owner_id IS NOT NULL AS owned, mrr_minor::int AS mrr, currency, started_on::text, renews_on::text, traits
       FROM customer WHERE external_id = '${externalId}'`,
    )
  )[0];

describe("blank cells of a customers file", () => {
  const full = (id: string) => `${COLUMNS}\n${id},Full,ann@example.com,10,2024-01-01,2025-01-01,pro,5\n`;
  const blank = (id: string) => `${COLUMNS}\n${id},,,,,,,7\n`;

  it("clear what is known where that is chosen, but never the name, and leave columns that are not there alone", async () => {
    await importText(organisationId, "customers", full("B1"));
    const view = await importText(organisationId, "customers", blank("B1"), { blankCells: "clear" });
    expect(view.counts).toMatchObject({ updated: 1 });
    const nothing = { owned: false, mrr: null, currency: null, started_on: null, renews_on: null };
    expect(await customer("B1")).toEqual({ name: "Full", ...nothing, traits: { seats: 7 } });
    await importText(organisationId, "customers", full("B1"));
    await importText(organisationId, "customers", "externalId,mrr\nB1,\n", { blankCells: "clear" });
    expect(await customer("B1")).toMatchObject({
      owned: true,
      mrr: null,
      started_on: "2024-01-01",
      traits: { plan: "pro" },
    });
  });

  it("keep what is known otherwise", async () => {
    await importText(organisationId, "customers", full("B2"));
    await importText(organisationId, "customers", blank("B2"));
    expect(await customer("B2")).toMatchObject({ owned: true, mrr: 1000, traits: { plan: "pro", seats: 7 } });
  });
});

describe("an upload of a file that was imported before", () => {
  it("is told so at once, with what was new then, until that import is undone", async () => {
    const csv = "externalId,name\nK1,One\nK2,Two\n";
    expect((await upload(organisationId, "customers", csv)).knownFrom).toBeNull();
    const { id } = await importText(organisationId, "customers", csv);
    const known = { importId: id, created: 2, updated: 0, finishedAt: expect.stringMatching(/^\d{4}-/) };
    expect((await upload(organisationId, "customers", csv)).knownFrom).toEqual(known);
    expect((await upload(organisationId, "touchpoints", csv)).knownFrom).toBeNull();
    await startUndo(systemMember(organisationId), id, "caller");
    await runUndo(organisationId, id);
    expect((await upload(organisationId, "customers", csv)).knownFrom).toBeNull();
  });
});
