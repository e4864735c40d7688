import { describe, expect, it } from "vitest";
import type { Organisation } from "@/lib/db/generated/client";
import { toOrganisationSettings } from "@/lib/organisations/organisation-settings";
import { settingsSchema } from "@/lib/schemas/settings";
import { settingsColumns } from "@/lib/settings/settings-columns";
import { toSettings } from "@/lib/settings/to-settings";

const row: Organisation = {
  ...{ id: 3, name: "Büro", slug: "buro", horizonDays: 90, currency: "EUR", timeZone: "Europe/Berlin" },
  ...{ breakUp: { type: "recorded" }, populationActiveWithinDays: null, clock: null, currentScoreRunId: null },
  ...{ bandWatch: 0.1, bandAtRisk: 0.25, bandCritical: 0.5 },
  ...{ managerScope: "own-book", lookupVersion: 0, createdAt: new Date(0) },
};

describe("the settings of an organisation as they are stored", () => {
  it("become what scoring asks for", () => {
    expect(toOrganisationSettings(row)).toEqual({
      ...{ id: 3, name: "Büro", slug: "buro", horizonDays: 90, currency: "EUR", timeZone: "Europe/Berlin" },
      ...{ breakUp: { type: "recorded" }, populationActiveWithinDays: null, clockMs: null, currentScoreRunId: null },
      bandFloors: { watch: 0.1, "at-risk": 0.25, critical: 0.5 },
    });
  });

  it("hold the instant of a clock that stands, 1970 too", () => {
    for (const clock of ["2011-09-09T23:59:59.000Z", "1970-01-01T00:00:00.000Z"]) {
      expect(toOrganisationSettings({ ...row, clock: new Date(clock) }).clockMs).toBe(Date.parse(clock));
    }
  });

  it.each<[string, unknown]>([
    ["nothing", null],
    ["a type that is none", { type: "divorce" }],
    ["inactivity without kinds", { type: "inactivity", kinds: [], days: 30 }],
    ["inactivity without days", { type: "inactivity", kinds: ["login"] }],
    ["a field more", { type: "recorded", note: "x" }],
    ["JSON in a text", '{"type":"recorded"}'],
  ])("fail loudly on a break-up that is %s", (_what, breakUp) => {
    expect(() => toOrganisationSettings({ ...row, breakUp } as Organisation)).toThrow();
  });

  it("come back through the API's form unchanged", () => {
    const inactivity = { type: "inactivity" as const, kinds: ["login", "__proto__"], days: 45 };
    const stored = {
      ...row,
      breakUp: inactivity,
      clock: new Date("2011-09-09T23:59:59Z"),
      populationActiveWithinDays: 365,
    };
    const shown = settingsSchema.parse(JSON.parse(JSON.stringify(toSettings(toOrganisationSettings(stored)))));
    const columns = Object.fromEntries(
      Object.entries(settingsColumns(shown)).filter(([, value]) => value !== undefined),
    );
    expect(toOrganisationSettings({ ...row, ...columns } as Organisation)).toEqual(toOrganisationSettings(stored));
  });
});
