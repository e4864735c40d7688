import { beforeAll, describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { ingestOutcomes } from "@/lib/outcomes/ingest-outcomes";
import { addUp, importText, rowsOf } from "./import-text";

let organisationId: number;
beforeAll(async () => {
  organisationId = (await createOrganisation({ name: "Outcomes", admin: null })).organisationId;
  await importText(organisationId, "customers", "externalId,name\nC1,One\nC2,Two\n");
});

describe("outcomes", () => {
  it("come in by file with reasons and judgement, once each", async () => {
    const csv = [
      "customerExternalId,type,occurredOn,reasons,avoidable",
      "C1,churned,2024-03-01,price; support,yes",
      "C1,break-up,2024-03-01,price,no",
      "C2,Renewal,2024-04-01,,",
      "C3,renewal,2024-04-01,,",
      "C2,eloped,2024-04-01,,",
      "C2,return,2024-04-31,,",
      "C2,return,2024-04-30,,maybe",
    ].join("\n");
    const view = await importText(organisationId, "outcomes", csv, {}, { chunkRows: 3 });
    expect(view.counts).toMatchObject({ rows: 7, created: 2, duplicates: 1, conflicts: 1, rejected: 4 });
    expect(addUp(view)).toBe(true);
    expect(view.rejects.map(({ column, code }) => [column, code])).toEqual([
      ["customerExternalId", "unknown-customer"],
      ["type", "unknown-outcome"],
      ["occurredOn", "impossible-date"],
      ["avoidable", "not-yes-or-no"],
    ]);
    expect(
      await rowsOf(
        organisationId,
        "SELECT type, occurred_on::text, reasons, avoidable FROM outcome ORDER BY occurred_on",
      ),
    ).toEqual([
      { type: "break-up", occurred_on: "2024-03-01", reasons: ["price", "support"], avoidable: true },
      { type: "renewal", occurred_on: "2024-04-01", reasons: [], avoidable: null },
    ]);
  });

  it("come in by the API, and a second time change nothing", async () => {
    const batch = [
      { customerExternalId: "C1", type: "return", occurredOn: "2024-09-01" },
      { customerExternalId: "nobody", type: "return", occurredOn: "2024-09-01" },
      { customerExternalId: "C1", type: "divorce", occurredOn: "2024-09-01" },
    ];
    const send = () => ingestOutcomes(systemMember(organisationId), batch, { unknownCustomer: "reject" });
    expect(await send()).toMatchObject({
      accepted: 1,
      duplicates: 0,
      rejected: [{ index: 1, code: "unknown-customer" }, { index: 2 }],
    });
    expect(await send()).toMatchObject({ accepted: 0, duplicates: 1 });
  });
});
