import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importSpeed } from "@/components/imports/import-speed";
import { initialState, missingFields, SPLIT, withField } from "@/components/imports/mapping-state";
import { saySame, toOptions } from "@/components/imports/to-options";
import { formatDuration } from "@/lib/format/format-duration";
import { importOptions } from "@/lib/schemas/import-options";

const column = (name: string, suggestion: string | null = null) => ({ name, suggestion, samples: [], problem: null });
const detected = {
  encoding: "utf-8",
  delimiter: ",",
  header: true,
  hasSepLine: false,
  isPacked: false,
  columns: [column("Who", "customerExternalId"), column("When", "occurredAt"), column("calls"), column("complaints")],
} as const;
const file = { ...detected, columns: [...detected.columns] };

describe("the choices of the wizard", () => {
  it("become options that say the same again, whatever was chosen", () => {
    const field = fc.constantFrom("", "customerExternalId", "kind", "occurredAt", "value", "details.x", SPLIT);
    fc.assert(
      fc.property(
        fc.array(field, { minLength: 4, maxLength: 4 }),
        fc.boolean(),
        fc.boolean(),
        (fields, isDate, marks) => {
          const chosen = fields.reduce((state, one, index) => withField(state, index, one), initialState(file, null));
          const state = {
            ...chosen,
            constants: { kind: " visit " },
            splitNames: isDate ? ("occurredAt" as const) : ("kind" as const),
            splitCells: marks ? ("nothing" as const) : ("value" as const),
            kindMapping: { a: "call", b: "" },
          };
          const options = importOptions.parse(toOptions(state, file.columns));
          expect(saySame(toOptions(initialState(file, options), file.columns), options)).toBe(true);
        },
      ),
    );
  });

  it("know what is still needed, also when columns are taken apart", () => {
    const start = initialState(file, null);
    expect(missingFields("touchpoints", start)).toEqual(["kind"]);
    const split = withField(withField(start, 2, SPLIT), 3, SPLIT);
    expect(missingFields("touchpoints", split)).toEqual([]);
    expect(toOptions(split, file.columns)).toMatchObject({
      mapping: { customerExternalId: "Who", occurredAt: "When" },
      split: { columns: ["calls", "complaints"], names: "kind", cells: "value", zeros: "skip" },
    });
    expect(missingFields("touchpoints", { ...split, splitNames: "occurredAt" })).toEqual(["kind"]);
  });

  it("give a field to one column alone", () => {
    const moved = withField(initialState(file, null), 3, "occurredAt");
    expect(moved.fields).toEqual(["customerExternalId", "", "", "occurredAt"]);
  });

  it("are taken from a file with the same columns in other capitals", () => {
    const before = importOptions.parse({ mapping: { customerExternalId: "who", kind: { constant: "x" } } });
    const state = initialState(file, before);
    expect(state.fields).toEqual(["customerExternalId", "", "", ""]);
    expect(state.constants).toEqual({ kind: "x" });
  });
});

it("tells speed and time left from what was done, once that is enough", () => {
  expect(importSpeed(10_000, 5, { done: 25, total: 100 })).toEqual({ rowsPerSecond: 2000, secondsLeft: 15 });
  expect(importSpeed(10_000, 0.2, { done: 25, total: 100 })).toBeNull();
  expect(importSpeed(0, 5, { done: 25, total: 100 })).toBeNull();
  expect(importSpeed(5, null, { done: 0, total: 100 })).toBeNull();
  expect([0, 44.6, 90, 5400].map((seconds) => formatDuration(seconds, "en"))).toEqual([
    "1 second",
    "45 seconds",
    "2 minutes",
    "2 hours",
  ]);
});
