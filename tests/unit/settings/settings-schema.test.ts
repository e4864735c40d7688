import { describe, expect, it } from "vitest";
import { CURRENCIES, settingsChangeSchema, settingsSchema, TIME_ZONES } from "@/lib/schemas/settings";
import { settingsFormSchema } from "@/lib/schemas/settings-form";
import { settingsColumns } from "@/lib/settings/settings-columns";
import { toSettings } from "@/lib/settings/to-settings";

const settings = {
  horizonDays: 90,
  breakUp: { type: "recorded" as const },
  bands: { watch: 0.1, atRisk: 0.25, critical: 0.5 },
  clock: "live",
  currency: "EUR",
  timeZone: "Europe/Berlin",
};

const form = {
  horizonDays: "90",
  breakUpType: "recorded",
  inactivityDays: "90",
  populationDays: "",
  bandWatch: "10",
  bandAtRisk: "25",
  bandCritical: "50",
  clockMode: "live",
  clockInstant: "",
  currency: "EUR",
  timeZone: "Europe/Berlin",
};

const pathsOf = (result: { error?: { issues: { path: PropertyKey[] }[] } | undefined }) =>
  result.error?.issues.map((issue) => issue.path.join(".")) ?? [];

describe("settings", () => {
  it.each(["UTC", "Europe/London", "America/Argentina/Buenos_Aires", "Asia/Kolkata", "US/Eastern", "Etc/GMT+5"])(
    "know the zone %s",
    (timeZone) => expect(settingsSchema.safeParse({ ...settings, timeZone }).success).toBe(true),
  );

  it.each(["", "utc+1", "GMT+25", "+02:00", "Europe", "Europe/Nowhere", "Europe/London; DROP TABLE", "x".repeat(100)])(
    "do not know the zone %j",
    (timeZone) => expect(pathsOf(settingsSchema.safeParse({ ...settings, timeZone }))).toEqual(["timeZone"]),
  );

  it("know the usual currencies by their codes alone", () => {
    for (const code of ["EUR", "USD", "JPY", "KWD"]) expect(CURRENCIES).toContain(code);
    for (const currency of ["eur", "EURO", "€", "", "ZZZ"]) {
      expect(pathsOf(settingsSchema.safeParse({ ...settings, currency })), currency).toEqual(["currency"]);
    }
    expect(TIME_ZONES.length).toBeGreaterThan(300);
  });

  it.each(["2011-09-09T23:59:59Z", "2011-09-09T23:59:59.123Z", "2026-11-23T09:00:00+01:00", "live"])(
    "take the clock %s",
    (clock) => expect(settingsSchema.safeParse({ ...settings, clock }).success).toBe(true),
  );

  it.each([
    "2011-09-09",
    "2011-09-09T23:59:59",
    "2023-02-29T00:00:00Z",
    "24:00",
    "Live",
    "",
    "-infinity",
    1_315_612_799,
  ])("do not take the clock %j", (clock) =>
    expect(pathsOf(settingsSchema.safeParse({ ...settings, clock }))).toEqual(["clock"]),
  );

  it("write only the columns of what is given", () => {
    const columns = Object.entries(settingsColumns(settingsChangeSchema.parse({ horizonDays: 30 })));
    expect(columns.filter(([, value]) => value !== undefined)).toEqual([["horizonDays", 30]]);
    expect(settingsColumns({ population: null, clock: "live" })).toMatchObject({
      populationActiveWithinDays: null,
      clock: null,
    });
  });

  it("come back from the database as they went in", () => {
    const stored = {
      ...{ id: 1, name: "x", slug: "x", currentScoreRunId: null, horizonDays: 30, currency: "GBP", timeZone: "UTC" },
      breakUp: { type: "inactivity" as const, kinds: ["purchase"], days: 90 },
      populationActiveWithinDays: 365,
      bandFloors: { watch: 0.1, "at-risk": 0.2, critical: 0.3 },
      clockMs: Date.UTC(2011, 8, 9, 23, 59, 59),
    };
    const shown = toSettings(stored);
    expect(shown).toMatchObject({ clock: "2011-09-09T23:59:59Z", population: { activeWithinDays: 365 } });
    expect(settingsSchema.parse(shown)).toEqual(shown);
    expect(toSettings({ ...stored, clockMs: stored.clockMs + 7 }).clock).toBe("2011-09-09T23:59:59.007Z");
  });
});

describe("the form of the settings", () => {
  it("becomes what the API takes", () => {
    expect(settingsFormSchema.parse(form)).toEqual({ ...settings, population: null });
  });

  it("reads kinds from none, one or several checkboxes", () => {
    const kindsOf = (inactivityKinds: unknown) =>
      settingsFormSchema.safeParse({ ...form, breakUpType: "inactivity", inactivityKinds });
    expect(pathsOf(kindsOf(undefined))).toEqual(["breakUp.kinds"]);
    expect(kindsOf("purchase").data?.breakUp).toEqual({ type: "inactivity", kinds: ["purchase"], days: 90 });
    expect(kindsOf(["purchase", "login"]).data?.breakUp).toMatchObject({ kinds: ["purchase", "login"] });
  });

  it.each([
    ["an empty horizon, which is not 0", { horizonDays: "" }, "horizonDays"],
    ["a word for a horizon", { horizonDays: "ninety" }, "horizonDays"],
    ["a half day", { horizonDays: "1.5" }, "horizonDays"],
    ["a hexadecimal 1000", { horizonDays: "0x3e8" }, "horizonDays"],
    ["an endless band", { bandCritical: "1e309" }, "bands.critical"],
    ["a band of 100", { bandCritical: "100" }, "bands.critical"],
    ["no band", { bandWatch: "" }, "bands.watch"],
    ["bands that are not ordered", { bandWatch: "30" }, "bands"],
    ["a clock that stands nowhere", { clockMode: "fixed" }, "clock"],
    ["a population of no days", { populationDays: "0" }, "population.activeWithinDays"],
    ["a choice that is not offered", { breakUpType: "divorce" }, "breakUpType"],
  ])("refuses %s at its place", (_what, change, path) => {
    expect(pathsOf(settingsFormSchema.safeParse({ ...form, ...change }))).toEqual([path]);
  });

  it("refuses fields that it does not have", () => {
    expect(settingsFormSchema.safeParse({ ...form, organisationId: "2" }).success).toBe(false);
  });

  it("turns percentages into probabilities that are shown as typed again", () => {
    for (const typed of ["7", "0.5", "33.3", "99.9"]) {
      const { bands } = settingsFormSchema.parse({ ...form, bandWatch: "0.1", bandAtRisk: "0.2", bandCritical: typed });
      expect(Number((bands.critical * 100).toFixed(6))).toBe(Number(typed));
    }
  });
});
