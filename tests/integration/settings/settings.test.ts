import { beforeAll, describe, expect, it } from "vitest";
import { GET, PUT } from "@/app/api/v1/settings/route";
import { createApiKey } from "@/lib/api-keys/create-api-key";
import type { Member } from "@/lib/auth/member";
import { systemMember } from "@/lib/auth/system-member";
import { withTenant } from "@/lib/db/with-tenant";
import { listKinds } from "@/lib/kinds/list-kinds";
import { saveKind } from "@/lib/kinds/save-kind";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { readRuleSet } from "@/lib/rules/read-rule-set";
import { kindChangeSchema } from "@/lib/schemas/kind";
import { describeRule } from "@/lib/scoring/reasons/describe-rule";

const context = { params: Promise.resolve({}) };

let member: Member;
let key = "";

beforeAll(async () => {
  member = systemMember((await createOrganisation({ name: "Settings", admin: null })).organisationId);
  key = await createApiKey(member, { name: "Test", scopes: ["admin"] });
});

describe("settings", () => {
  it("begin sensibly, and sent back unchanged change nothing", async () => {
    const settings = await (await ask()).json();
    expect(settings).toEqual({
      horizonDays: 90,
      breakUp: { type: "recorded" },
      bands: { watch: 0.1, atRisk: 0.25, critical: 0.5 },
      clock: "live",
      currency: "EUR",
      timeZone: "UTC",
    });
    const reply = await ask(settings);
    expect(await reply.json()).toEqual(settings);
    expect(await jobs()).toBe(0);
    expect(await audited()).toEqual([]);
  });

  it("change together, are audited, and have all customers scored anew, once", async () => {
    const wanted = {
      horizonDays: 120,
      breakUp: { type: "inactivity", kinds: ["purchase"], days: 90 },
      population: { activeWithinDays: 365 },
      bands: { watch: 0.2, atRisk: 0.4, critical: 0.6 },
      clock: "2011-09-09T23:59:59Z",
      currency: "GBP",
      timeZone: "Europe/London",
    };
    const reply = await ask(wanted);
    expect([reply.status, await reply.json()]).toEqual([200, wanted]);
    expect(await (await ask()).json()).toEqual(wanted);
    expect(await audited()).toHaveLength(1);
    expect(await jobs()).toBe(1);
  });

  it("keep what is left out, and take a part away by null", async () => {
    const reply = await ask({ population: null, clock: "2011-09-10T00:59:59+01:00" });
    const settings = await reply.json();
    expect(settings).toMatchObject({ horizonDays: 120, clock: "2011-09-09T23:59:59Z" });
    expect(settings).not.toHaveProperty("population");
  });

  it.each([
    ["bands that are not ordered", { bands: { watch: 0.3, atRisk: 0.2, critical: 0.6 } }, "bands"],
    ["a band of 1", { bands: { watch: 0.3, atRisk: 0.4, critical: 1 } }, "bands.critical"],
    ["a band left out", { bands: { watch: 0.3, atRisk: 0.4 } }, "bands.critical"],
    ["a zone that is none", { timeZone: "Mars/Olympus" }, "timeZone"],
    ["an offset for a zone", { timeZone: "+01:00" }, "timeZone"],
    ["a zone with a path", { timeZone: "../../etc/passwd" }, "timeZone"],
    ["a currency that is none", { currency: "XQQ" }, "currency"],
    ["a currency in small letters", { currency: "eur" }, "currency"],
    ["a horizon of 0", { horizonDays: 0 }, "horizonDays"],
    ["half a day", { horizonDays: 1.5 }, "horizonDays"],
    ["a clock without an offset", { clock: "2011-09-09T23:59:59" }, "clock"],
    ["a clock on a day that does not exist", { clock: "2011-02-30T00:00:00Z" }, "clock"],
    ["a clock in the year 1", { clock: "0001-01-01T00:00:00Z" }, "clock"],
    ["the clock's SQL words", { clock: "now" }, "clock"],
    [
      "a kind that does not exist",
      { breakUp: { type: "inactivity", kinds: ["purchase", "nope"], days: 9 } },
      "breakUp.kinds[1]",
    ],
    ["no kinds", { breakUp: { type: "inactivity", kinds: [], days: 9 } }, "breakUp.kinds"],
    ["a break-up of another type", { breakUp: { type: "divorce" } }, "breakUp.type"],
    ["an unknown field", { horizon: 90 }, "horizon"],
    ["an unknown field inside", { bands: { watch: 0.1, atRisk: 0.2, critical: 0.3, calm: 0 } }, "bands.calm"],
    ["another organisation's id", { organisationId: 1 }, "organisationId"],
  ])("refuse %s and name the place", async (_what, body, path) => {
    const before = await (await ask()).json();
    const reply = await ask(body);
    expect(reply.status).toBe(422);
    expect((await reply.json()).errors.map((issue: { path: string }) => issue.path)).toContain(path);
    expect(await (await ask()).json()).toEqual(before);
  });

  it("need the scope admin to change", async () => {
    const weak = await createApiKey(member, { name: "Weak", scopes: ["read", "write"] });
    expect((await ask(undefined, weak)).status).toBe(200);
    expect((await ask({ horizonDays: 30 }, weak)).status).toBe(403);
  });
});

describe("kinds and rules", () => {
  it("are listed by category, and every rule has its words", async () => {
    const kinds = await listKinds(member);
    expect(kinds[0]?.category).toBe("usage");
    expect(kinds.find((kind) => kind.key === "purchase")).toMatchObject({ label: "Purchase", valence: 1 });
    const rules = await readRuleSet(member);
    expect(rules?.version).toBe(1);
    for (const rule of rules?.rules ?? []) expect(describeRule(rule, kinds).sentence.id).toMatch(/^sentence\./);
  });

  it("change a kind, with a new scoring only when scores depend on it", async () => {
    const change = (fields: Record<string, string>) =>
      saveKind(
        member,
        kindChangeSchema.parse({
          key: "purchase",
          label: "Order",
          category: "purchase",
          valence: "1",
          halfLifeDays: "60",
          ...fields,
        }),
      );
    await withTenant(member.organisationId, (tx) => tx.job.deleteMany());
    await change({ label: "Bought" });
    expect(await jobs()).toBe(0);
    await change({ halfLifeDays: "30", label: "Bought" });
    expect(await jobs()).toBe(1);
    expect((await listKinds(member)).find((kind) => kind.key === "purchase")).toMatchObject({
      label: "Bought",
      halfLifeDays: 30,
    });
    await expect(
      saveKind(
        systemMember(member.organisationId + 1),
        kindChangeSchema.parse({
          key: "purchase",
          label: "x",
          category: "purchase",
          valence: "1",
          halfLifeDays: "60",
        }),
      ),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

function ask(body?: unknown, as = key): Promise<Response> {
  const headers = { authorization: `Bearer ${as}`, "content-type": "application/json" };
  const address = "http://127.0.0.1:3000/api/v1/settings";
  if (body === undefined) return GET(new Request(address, { headers }), context);
  return PUT(new Request(address, { method: "PUT", headers, body: JSON.stringify(body) }), context);
}

function jobs(): Promise<number> {
  return withTenant(member.organisationId, (tx) => tx.job.count({ where: { task: "score-all" } }));
}

function audited() {
  return withTenant(member.organisationId, (tx) => tx.auditEntry.findMany({ where: { action: "settings.changed" } }));
}
