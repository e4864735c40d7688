import { describe, expect, it } from "vitest";
import { trainFormSchema } from "@/lib/schemas/train-form";

const form = { dates: "data", trust: "usual", learn: "signals", asOf: "", testAsOf: "", horizonDays: "" };

describe("a training asked for by a form", () => {
  it("leaves everything to the data, whatever days were typed before that was chosen", () => {
    const request = trainFormSchema.parse({ ...form, asOf: "2026-01-31", testAsOf: "nonsense" });
    expect(request).toEqual({ signals: "all" });
  });

  it("takes days apart, and trust as a spread of weights", () => {
    const given = { ...form, dates: "given", asOf: "2026-01-31, 2026-04-30;2026-07-31" };
    expect(trainFormSchema.parse({ ...given, testAsOf: "2026-10-31", horizonDays: "60", trust: "little" })).toEqual({
      asOf: ["2026-01-31", "2026-04-30", "2026-07-31"],
      testAsOf: "2026-10-31",
      horizonDays: 60,
      trust: 1,
      signals: "all",
    });
    expect(trainFormSchema.parse({ ...form, learn: "rules", trust: "much" })).toEqual({ signals: [], trust: 0.2 });
  });

  it.each([
    ["no day", { dates: "given" }],
    ["no day that exists", { dates: "given", asOf: "2026-02-30" }],
    ["words for a horizon", { horizonDays: "soon" }],
    ["half a day", { horizonDays: "1.5" }],
  ])("refuses %s", (_, fields) => {
    expect(trainFormSchema.safeParse({ ...form, ...fields }).success).toBe(false);
  });
});
