import { beforeAll, describe, expect, it } from "vitest";
import { POST as postCustomers } from "@/app/api/v1/customers/route";
import { PUT as upload } from "@/app/api/v1/imports/route";
import { POST as recompute } from "@/app/api/v1/scores/recompute/route";
import { listApiKeys } from "@/lib/api-keys/list-api-keys";
import { revokeApiKey } from "@/lib/api-keys/revoke-api-key";
import { newApiKey } from "@/lib/auth/api-key-format";
import { systemMember } from "@/lib/auth/system-member";
import { withTenant } from "@/lib/db/with-tenant";
import { call, makeKey, makeOrganisation, type TestOrganisation } from "./call-api";
import { ENDPOINTS, type Endpoint } from "./endpoints";

let ours: TestOrganisation;
let theirs: TestOrganisation;
let revoked: string;
/** Ids that exist in the other organisation. */
let theirIds: Readonly<Record<"externalId" | "importId" | "modelId" | "id", string>>;

const NO_IDS = {
  externalId: "nobody",
  importId: "2000000000",
  modelId: "900000000",
  id: "00000000-0000-4000-8000-000000000000",
};

beforeAll(async () => {
  ours = await makeOrganisation("Ours");
  theirs = await makeOrganisation("Theirs");
  revoked = await makeKey(ours.organisationId, "admin");
  const [newest] = await listApiKeys(systemMember(ours.organisationId));
  await revokeApiKey(systemMember(ours.organisationId), newest!.id);
  const key = theirs.admin;
  await call(postCustomers, { key, method: "POST", body: { customers: [{ externalId: "theirs" }] } });
  const query = "type=customers&filename=a.csv";
  const uploaded = await call(upload, { key, method: "PUT", query, raw: "id,name\nx,X\n", contentType: "text/csv" });
  const job = await call(recompute, { key, method: "POST", body: {} });
  theirIds = { externalId: "theirs", importId: String(uploaded.json.id), modelId: "4711", id: job.json.jobId };
  await withTenant(theirs.organisationId, (tx) =>
    tx.model.create({
      data: {
        ...{ organisationId: theirs.organisationId, version: 4711, state: "refused" },
        ...{ ruleSetVersion: 1, parameters: {}, refusedBecause: "It cannot be told from guessing." },
      },
    }),
  );
});

const send = (endpoint: Endpoint, key: string | undefined, more: object = {}) =>
  call(endpoint.handler, {
    ...(key === undefined ? {} : { key }),
    method: endpoint.method,
    params: endpoint.idParameter ? { [endpoint.idParameter]: NO_IDS[endpoint.idParameter] } : {},
    ...(endpoint.query ? { query: endpoint.query } : {}),
    ...(endpoint.body ? { body: endpoint.body } : {}),
    ...more,
  });

const withIds = ENDPOINTS.filter(({ idParameter }) => idParameter);
const withBody = ENDPOINTS.filter(({ body }) => body);

describe.each(ENDPOINTS)("$name", (endpoint) => {
  it("needs a key", async () => {
    expect((await send(endpoint, undefined)).status).toBe(401);
  });

  it("needs a key that is whole, known and in use", async () => {
    const admin = ours.admin;
    const wrong = [newApiKey(ours.organisationId), admin.slice(0, -1), `${admin}A`, revoked, "x"];
    for (const key of wrong) {
      const answer = await send(endpoint, key);
      expect(answer.status, key).toBe(401);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(answer.headers.get("www-authenticate")).toContain("Bearer");
      expect(answer.json).toMatchObject({ type: expect.any(String), title: expect.any(String), status: 401 });
      expect(answer.json.detail).not.toContain(admin);
    }
  });

  it("is refused to a key without the scope, and to no other", async () => {
    for (const scope of ["read", "write", "admin"] as const) {
      const { status } = await send(endpoint, ours[scope], { body: endpoint.body && {} });
      if (endpoint.refusedScopes.includes(scope)) expect(status, scope).toBe(403);
      else expect([401, 403], scope).not.toContain(status);
    }
  });

  it("refuses a parameter that it does not know by its name", async () => {
    const query = [endpoint.query, "colour=red"].filter(Boolean).join("&");
    const answer = await send(endpoint, ours.admin, { query });
    expect(answer.status).toBe(400);
    expect(answer.json.errors).toMatchObject([{ path: "colour", code: "unknown-field" }]);
  });
});

describe.each(withIds)("$name", (endpoint) => {
  it("answers 404 for what is unknown, and in the same words for what is another organisation's", async () => {
    const id = endpoint.idParameter!;
    const unknown = await send(endpoint, ours.admin);
    const foreign = await send(endpoint, ours.admin, { params: { [id]: theirIds[id] } });
    expect([unknown.status, foreign.status]).toEqual([404, 404]);
    expect(foreign.text.replace(theirIds[id], "…")).toBe(unknown.text.replace(NO_IDS[id], "…"));
    const own = await send(endpoint, theirs.admin, { params: { [id]: theirIds[id] } });
    expect(own.status).not.toBe(404);
  });

  it("answers 404 for what cannot be an id", async () => {
    for (const id of ["-1", "1.5", "x".repeat(600), "\0", "\ud800", "__proto__"]) {
      expect(
        (await send(endpoint, ours.admin, { params: { [endpoint.idParameter!]: id } })).status,
        JSON.stringify(id),
      ).toBe(404);
    }
  });
});

describe.each(withBody)("$name", (endpoint) => {
  const whole = () =>
    endpoint.idParameter ? { params: { [endpoint.idParameter]: theirIds[endpoint.idParameter] } } : {};

  it("refuses a field that it does not know by its name", async () => {
    const answer = await send(endpoint, theirs.admin, { ...whole(), body: { ...endpoint.body, colour: "red" } });
    expect(answer.status).toBe(422);
    expect(answer.json.errors).toEqual([
      { path: "colour", code: "unknown-field", message: "There is no field “colour” here." },
    ]);
  });

  it.each([
    ["text/plain"],
    ["application/x-www-form-urlencoded"],
    ["application/json; charset=utf-16"],
    ["text/csv"],
    [null],
  ])("refuses a body that is sent as %s", async (contentType) => {
    expect((await send(endpoint, theirs.admin, { ...whole(), contentType })).status).toBe(415);
  });

  it.each([
    ["nothing", ""],
    ["half of an object", '{"a":'],
    ["a key that comes twice", '{"a":1,"a":2}'],
    ["10,000 levels", `${"[".repeat(10_000)}${"]".repeat(10_000)}`],
    ["bytes that are no UTF-8", Buffer.from([0x22, 0xff, 0x22])],
  ])("refuses a body that is not JSON: %s", async (_, raw) => {
    const answer = await send(endpoint, theirs.admin, { ...whole(), body: undefined, raw });
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ status: 400, detail: expect.any(String) });
  });

  it.each([["null"], ["[]"], ["3"], ['"text"']])("refuses the body %s, which is no object", async (raw) => {
    expect((await send(endpoint, theirs.admin, { ...whole(), body: undefined, raw })).status).toBe(422);
  });
});
