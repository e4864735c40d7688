import { beforeAll, describe, expect, it } from "vitest";
import { GET as journey } from "@/app/api/v1/customers/[externalId]/journey/route";
import { POST as postCustomers } from "@/app/api/v1/customers/route";
import { POST } from "@/app/api/v1/outcomes/route";
import { call, makeOrganisation, type TestOrganisation } from "./call-api";

let ours: TestOrganisation;

beforeAll(async () => {
  ours = await makeOrganisation("Outcomes", { clock: "2026-06-30T12:00:00Z" });
  const customers = ["c1", "race"].map((externalId) => ({ externalId }));
  await call(postCustomers, { key: ours.write, method: "POST", body: { customers } });
});

const send = (outcomes: readonly unknown[], query = "") =>
  call(POST, { key: ours.write, method: "POST", query, body: { outcomes } });

const outcome = (more: object = {}) => ({
  customerExternalId: "c1",
  type: "break-up",
  occurredOn: "2026-05-01",
  ...more,
});

const typesOf = async (externalId: string) => {
  const { json } = await call(journey, { key: ours.read, params: { externalId } });
  return json.outcomes.map(({ type }: { type: string }) => type);
};

describe("POST /outcomes", () => {
  it("records each type once, however often it is sent", async () => {
    const batch = ["renewal", "downgrade", "break-up", "return"].map((type, n) =>
      outcome({ type, occurredOn: `2026-0${n + 1}-01`, reasons: ["price"], avoidable: n % 2 === 0 }),
    );
    const first = await send(batch);
    expect(first.status).toBe(200);
    expect(first.json).toEqual({ accepted: 4, duplicates: 0, rejected: [] });
    expect((await send(batch)).json).toEqual({ accepted: 0, duplicates: 4, rejected: [] });
    expect(await typesOf("c1")).toEqual(["renewal", "downgrade", "break-up", "return"]);
  });

  it("records a batch once when 20 clients send it at once", async () => {
    const batch = Array.from({ length: 25 }, (_, n) =>
      outcome({ customerExternalId: "race", occurredOn: `2025-03-${String(n + 1).padStart(2, "0")}` }),
    );
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(batch)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(answers.reduce((sum, { json }) => sum + json.accepted, 0)).toBe(25);
    expect(answers.reduce((sum, { json }) => sum + json.duplicates, 0)).toBe(475);
  });

  it("refuses bad rows by their index and records the others", async () => {
    const bad = [
      { type: "divorce" },
      { occurredOn: "2026-02-30" },
      { occurredOn: "2026-05-01T00:00:00Z" },
      { occurredOn: "1899-12-31" },
      { customerExternalId: "nobody" },
      { avoidable: "yes" },
      { reasons: "price" },
      { colour: "red" },
    ];
    const { status, json } = await send([...bad.map(outcome), null, outcome({ occurredOn: "2024-01-01" })]);
    expect(status).toBe(200);
    expect(json.accepted).toBe(1);
    expect(json.rejected.map(({ index }: { index: number }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(json.rejected[4]).toMatchObject({ code: "unknown-customer", message: expect.stringContaining("nobody") });
    expect(json.rejected[7]).toMatchObject({ code: "unknown-field" });
  });

  it("creates an unknown customer only when asked", async () => {
    const row = outcome({ customerExternalId: "made-by-outcome" });
    expect((await send([row])).json).toMatchObject({ accepted: 0, rejected: [{ code: "unknown-customer" }] });
    expect((await send([row], "unknownCustomer=create")).json).toEqual({ accepted: 1, duplicates: 0, rejected: [] });
    expect(await typesOf("made-by-outcome")).toEqual(["break-up"]);
    expect((await send([row], "unknownCustomer=perhaps")).status).toBe(400);
  });

  it("refuses an empty batch and one of more than 5,000, whole", async () => {
    expect((await send([])).status).toBe(422);
    const answer = await send(Array.from({ length: 5_001 }, () => outcome({ occurredOn: "2020-01-01" })));
    expect(answer.status).toBe(413);
    expect(answer.json.detail).toContain("5,000");
    expect((await send([outcome({ occurredOn: "2020-01-01" })])).json.accepted).toBe(1);
  });
});
