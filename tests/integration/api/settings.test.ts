import { beforeEach, describe, expect, it } from "vitest";
import { GET, PUT } from "@/app/api/v1/settings/route";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { call, faults, makeOrganisation, type TestOrganisation } from "./call-api";

let ours: TestOrganisation;
let count = 0;

beforeEach(async () => {
  count += 1;
  ours = await makeOrganisation(`Settings${count}`);
});

const read = async () => (await call(GET, { key: ours.read })).json;
const save = (body: unknown) => call(PUT, { key: ours.admin, method: "PUT", body });

async function countJobs(): Promise<number> {
  const { rows } = await withTenantClient(ours.organisationId, (client) =>
    client.query<{ count: number }>("SELECT count(*)::int AS count FROM job WHERE task = 'score-all'"),
  );
  return rows[0]!.count;
}

const WHOLE = {
  horizonDays: 60,
  breakUp: { type: "inactivity", kinds: ["call", "complaint"], days: 45 },
  population: { activeWithinDays: 200 },
  bands: { watch: 0.1, atRisk: 0.25, critical: 0.55 },
  clock: "2011-09-09T23:59:59Z",
  currency: "GBP",
  timeZone: "Europe/London",
};

describe("GET and PUT /settings", () => {
  it("give what the contract names, no more", async () => {
    const { status, json } = await call(GET, { key: ours.read });
    expect(status).toBe(200);
    const { population, ...always } = json;
    expect(Object.keys(always).sort()).toEqual(
      Object.keys(WHOLE)
        .filter((name) => name !== "population")
        .sort(),
    );
    expect(population ?? null).toBeNull();
    expect(json).toMatchObject({ clock: "live", breakUp: { type: "recorded" }, timeZone: expect.any(String) });
    expect(json.bands.watch).toBeLessThan(json.bands.atRisk);
    expect(json.bands.atRisk).toBeLessThan(json.bands.critical);
  });

  it("take all of it, give it back, and order new scores", async () => {
    const saved = await save(WHOLE);
    expect(saved.status).toBe(200);
    const { clock, ...rest } = saved.json;
    const { clock: wanted, ...others } = WHOLE;
    expect(rest).toEqual(others);
    expect(Date.parse(clock)).toBe(Date.parse(wanted));
    expect(await read()).toEqual(saved.json);
    expect(await countJobs()).toBe(1);
  });

  it("take what was given back unchanged, and then order nothing", async () => {
    await save(WHOLE);
    const before = await read();
    expect((await save(before)).json).toEqual(before);
    expect((await save({})).json).toEqual(before);
    expect(await countJobs()).toBe(1);
  });

  it("leave alone what is left out", async () => {
    await save(WHOLE);
    const before = await read();
    const saved = await save({ horizonDays: 30 });
    expect(saved.json).toEqual({ ...before, horizonDays: 30 });
    expect((await save({ population: null, clock: "live" })).json).toMatchObject({ clock: "live" });
    expect((await read()).population ?? null).toBeNull();
  });

  it.each<[string, object, string]>([
    ["a horizon of nothing", { horizonDays: 0 }, "horizonDays: too-small"],
    ["a horizon of years", { horizonDays: 731 }, "horizonDays: too-big"],
    ["a horizon in text", { horizonDays: "90" }, "horizonDays: invalid-type"],
    ["half a day", { horizonDays: 1.5 }, "horizonDays: invalid-type"],
    ["bands in disorder", { bands: { watch: 0.5, atRisk: 0.2, critical: 0.8 } }, "bands: bands-not-ordered"],
    ["a band of 1", { bands: { watch: 0.1, atRisk: 0.2, critical: 1 } }, "bands.critical: too-big"],
    ["a band too few", { bands: { watch: 0.1, critical: 0.5 } }, "bands.atRisk: missing"],
    ["a band too many", { bands: { ...WHOLE.bands, calm: 0.01 } }, "bands.calm: unknown-field"],
    ["a currency that is none", { currency: "XYZW" }, "currency: unknown-currency"],
    ["a zone that is none", { timeZone: "Mars/Base" }, "timeZone: unknown-zone"],
    ["a clock without offset", { clock: "2011-09-09T23:59:59" }, "clock: not-an-instant"],
    ["a clock of another age", { clock: "0001-01-01T00:00:00Z" }, "clock: clock-out-of-range"],
    [
      "a kind that is none",
      { breakUp: { type: "inactivity", kinds: ["call", "séance"], days: 9 } },
      "breakUp.kinds[1]: unknown-kind",
    ],
    ["inactivity of no kind", { breakUp: { type: "inactivity", kinds: [], days: 9 } }, "breakUp.kinds: too-small"],
    ["inactivity of no days", { breakUp: { type: "inactivity", kinds: ["call"] } }, "breakUp.days: missing"],
    ["days of a recorded break-up", { breakUp: { type: "recorded", days: 9 } }, "breakUp.days: unknown-field"],
    ["activity within no day", { population: { activeWithinDays: 0 } }, "population.activeWithinDays: too-small"],
    ["a setting that is none", { colour: "red" }, "colour: unknown-field"],
  ])("refuse %s by its path, and change nothing", async (_, change, fault) => {
    const before = await read();
    expect(faults(await save({ ...change, ...("horizonDays" in change ? {} : { horizonDays: 77 }) }))).toEqual({
      status: 422,
      errors: [fault],
    });
    expect(await read()).toEqual(before);
    expect(await countJobs()).toBe(0);
  });

  it("are each organisation's own", async () => {
    const other = await makeOrganisation(`Other${count}`);
    await save({ horizonDays: 11 });
    expect((await call(GET, { key: other.read })).json.horizonDays).not.toBe(11);
  });
});
