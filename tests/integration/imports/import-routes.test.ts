import { beforeAll, describe, expect, it } from "vitest";
import { POST as postCommit } from "@/app/api/v1/imports/[importId]/commit/route";
import { GET as getRejects } from "@/app/api/v1/imports/[importId]/rejects.csv/route";
import { GET as getImport } from "@/app/api/v1/imports/[importId]/route";
import { GET as getImports, PUT as putImport } from "@/app/api/v1/imports/route";
import { POST as postTouchpoints } from "@/app/api/v1/touchpoints/route";
import { createApiKey } from "@/lib/api-keys/create-api-key";
import { systemMember } from "@/lib/auth/system-member";
import { runImportTask } from "@/lib/imports/run-import-task";
import { createOrganisation } from "@/lib/organisations/create-organisation";

const ORIGIN = "http://127.0.0.1:3000/api/v1";
const CSV = "customer,kind,date,value\nC1,call,2024-01-01,1\nC2,call,2024-01-02,2\nC3,call,soon,3\n";
const MAPPING = { customerExternalId: "customer", kind: "kind", occurredAt: "date", value: "value" };

let organisationId: number;
const keys = new Map<string, string>();

beforeAll(async () => {
  organisationId = (await createOrganisation({ name: "Routes", admin: null })).organisationId;
  const other = (await createOrganisation({ name: "Routes too", admin: null })).organisationId;
  const make = (id: number, scope: "read" | "write") =>
    createApiKey(systemMember(id), { name: scope, scopes: [scope] });
  keys.set("write", await make(organisationId, "write"));
  keys.set("read", await make(organisationId, "read"));
  keys.set("foreign", await make(other, "write"));
});

function request(method: string, path: string, body?: BodyInit, key = "write", type = "application/json") {
  const headers = { Authorization: `Bearer ${keys.get(key)}`, "Content-Type": type };
  return new Request(`${ORIGIN}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
}

const at = (importId?: number) => ({
  params: Promise.resolve(importId === undefined ? {} : { importId: String(importId) }),
});
const upload = (body: BodyInit, key = "write") =>
  putImport(request("PUT", "/imports?type=touchpoints&filename=a.csv", body, key, "text/csv"), at());
const commit = (id: number, options: object, key = "write") =>
  postCommit(request("POST", `/imports/${id}/commit`, JSON.stringify(options), key), at(id));

describe("the API of imports", () => {
  it("takes a file, says what is in it, imports it and tells what became of it", async () => {
    const uploaded = await upload(CSV);
    expect(uploaded.status).toBe(201);
    const { id, detected } = await uploaded.json();
    expect(detected).toMatchObject({ encoding: "utf-8", delimiter: ",", header: true });
    expect(detected.columns[0]).toMatchObject({
      name: "customer",
      samples: ["C1", "C2", "C3"],
      suggestion: "customerExternalId",
    });

    const committed = await commit(id, { mapping: MAPPING, unknownCustomer: "create" });
    expect(committed.status).toBe(202);
    const { jobId } = await committed.json();
    expect((await commit(id, { mapping: MAPPING })).status).toBe(409);
    const signal = new AbortController().signal;
    await runImportTask({ organisationId, jobId, payload: { importId: id }, report: () => undefined, signal });

    const view = await (await getImport(request("GET", `/imports/${id}`), at(id))).json();
    expect(view).toMatchObject({
      status: "succeeded",
      counts: { rows: 3, created: 2, rejected: 1 },
      createdBy: "write",
    });
    expect(view.hash).toMatch(/^[0-9a-f]{64}$/);
    const rejects = await getRejects(request("GET", `/imports/${id}/rejects.csv`), at(id));
    expect(rejects.headers.get("content-type")).toMatch(/^text\/csv/);
    expect(await rejects.text()).toContain("C3,call,soon,3,4,date,unreadable-date");
    const list = await (await getImports(request("GET", "/imports?limit=1"), at())).json();
    expect(list.items).toMatchObject([{ id, status: "succeeded" }]);
  });

  it("answers with the status of the fault", async () => {
    expect((await upload(Buffer.from("PK\u0003\u0004..."))).status).toBe(415);
    expect((await upload("")).status).toBe(422);
    expect((await upload(CSV, "read")).status).toBe(403);
    const wrongType = putImport(request("PUT", "/imports?type=people&filename=a.csv", CSV, "write", "text/csv"), at());
    expect((await wrongType).status).toBe(400);
    const { id } = await (await upload(CSV)).json();
    const refused = await commit(id, { mapping: { ...MAPPING, value: "sum" } });
    expect(refused.status).toBe(422);
    expect((await refused.json()).errors).toMatchObject([{ path: "mapping.value", code: "unknown-column" }]);
    expect((await commit(id, { mapping: MAPPING, colour: "red" })).status).toBe(422);
    expect((await commit(id, { mapping: MAPPING }, "foreign")).status).toBe(404);
    expect((await getImport(request("GET", `/imports/${id}`, undefined, "foreign"), at(id))).status).toBe(404);
    expect((await getRejects(request("GET", `/imports/${id}/rejects.csv`, undefined, "foreign"), at(id))).status).toBe(
      404,
    );
    expect((await getImport(request("GET", "/imports/x"), { params: Promise.resolve({ importId: "x" }) })).status).toBe(
      404,
    );
  });

  it("takes batches of touchpoints up to the limit", async () => {
    const send = (touchpoints: unknown[], query = "", key = "write") =>
      postTouchpoints(request("POST", `/touchpoints${query}`, JSON.stringify({ touchpoints }), key), at());
    const one = { id: "API-1", customerExternalId: "C1", kind: "call", occurredAt: "2024-01-01T00:00:00Z" };
    expect(await (await send([one, { ...one, id: 5 }], "?unknownCustomer=create")).json()).toMatchObject({
      accepted: 1,
      duplicates: 0,
      rejected: [{ index: 1 }],
    });
    expect(await (await send([one])).json()).toEqual({ accepted: 0, duplicates: 1, rejected: [] });
    expect((await send(Array.from({ length: 10_001 }, () => one))).status).toBe(413);
    expect((await send([])).status).toBe(422);
    expect((await send([one], "", "read")).status).toBe(403);
    expect((await send([one], "?unknownCustomer=maybe")).status).toBe(400);
  });
});
