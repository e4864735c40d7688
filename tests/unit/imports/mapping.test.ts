import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { compileMapping } from "@/lib/imports/compile-mapping";
import { decideReading } from "@/lib/imports/decide-reading";
import { suggestFields } from "@/lib/imports/suggest-fields";
import { type ImportDetected, importDetected } from "@/lib/schemas/import-detected";
import { type ImportOptions, importOptions } from "@/lib/schemas/import-options";

function detectedOf(...names: string[]): ImportDetected {
  const columns = names.map((name) => ({
    name,
    samples: [],
    suggestion: null,
    problem: / \(\d\)$/.test(name) ? ("duplicate-name" as const) : null,
  }));
  return importDetected.parse({
    encoding: "utf-8",
    delimiter: ",",
    header: true,
    hasSepLine: false,
    isPacked: false,
    columns,
  });
}

const optionsOf = (options: object): ImportOptions => importOptions.parse(options);
const BASE = { customerExternalId: "customer", kind: { constant: "call" }, occurredAt: "when" };

function issuesOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.issues.map((issue) => `${issue.path}: ${issue.code}`);
    throw error;
  }
  return [];
}

describe("compileMapping", () => {
  it("finds columns, constants and free fields, also under names that objects know", () => {
    const file = detectedOf("customer", "when", "__proto__");
    const mapping = compileMapping(
      "touchpoints",
      optionsOf({ mapping: { ...BASE, value: "__proto__", "details.__proto__": "when" } }),
      file,
    );
    expect(mapping.fields.get("value")).toMatchObject({ index: 2, name: "__proto__" });
    expect(mapping.fields.get("kind")).toMatchObject({ index: -1, constant: "call" });
    expect(mapping.free).toMatchObject([{ name: "__proto__", source: { index: 1 } }]);
  });

  it("names every fault at once: missing field, unknown field, unknown and repeated column", () => {
    const file = detectedOf("customer", "amount (1)", "amount (2)");
    const options = optionsOf({
      mapping: { customerExternalId: "Customer", value: "amount", colour: "customer", kind: "customer" },
    });
    expect(issuesOf(() => compileMapping("touchpoints", options, file))).toEqual([
      "mapping.customerExternalId: unknown-column",
      "mapping.value: duplicate-column",
      "mapping.colour: unknown-field",
      "mapping.occurredAt: missing",
    ]);
  });
});

describe("decideReading", () => {
  const organisation = { timeZone: "Europe/Berlin", currency: "EUR" };
  const decide = (options: object, ...rows: string[][]) => {
    const detected = detectedOf("customer", "when", "amount");
    const parsed = optionsOf({ mapping: { ...BASE, value: "amount" }, ...options });
    const sample = rows.map((fields, index) => ({ line: index + 2, fields }));
    return decideReading(compileMapping("touchpoints", parsed, detected), parsed, { sample, detected }, organisation);
  };

  it("asks for the order of day and month instead of guessing it", () => {
    expect(issuesOf(() => decide({}, ["a", "01-02-2024", "1"], ["a", "03-04-2024", "2"]))).toEqual([
      "dateFormat: ambiguous-dates",
    ]);
    expect(issuesOf(() => decide({}, ["a", "27-02-2024", "1"], ["a", "02-27-2024", "2"]))).toEqual([
      "dateFormat: ambiguous-dates",
    ]);
    expect(issuesOf(() => decide({}, ["a", "1709208000", "1"]))).toEqual(["dateFormat: unreadable-dates"]);
  });

  it("takes what was said, and otherwise what the sample shows", () => {
    expect(decide({ dateFormat: "MM-DD-YYYY", timeZone: "UTC" }, ["a", "01-02-2024", "1"])).toMatchObject({
      order: "mdy",
      timeZone: "UTC",
    });
    expect(decide({}, ["a", "01-02-2024", "1,5"], ["a", "27-02-2024", ""])).toEqual({
      order: "dmy",
      twoDigitYears: false,
      numberFormat: "comma",
      timeZone: "Europe/Berlin",
      currency: "EUR",
    });
  });

  it("asks how numbers are written when both ways occur", () => {
    expect(issuesOf(() => decide({}, ["a", "2024-01-02", "1.5"], ["a", "2024-01-02", "1,5"]))).toEqual([
      "numberFormat: ambiguous-numbers",
    ]);
  });
});

describe("suggestFields", () => {
  const columnsOf = (columns: Record<string, string>) =>
    Object.entries(columns).map(([name, sample]) => ({ name, samples: [sample] }));

  it("recognises the retail file", () => {
    const columns = columnsOf({
      customer_id: "13085",
      invoice_no: "489434",
      kind: "purchase",
      invoice_date: "2009-12-01 07:45:00",
      lines: "8",
      amount: "505.3",
      country: "UK",
    });
    expect(suggestFields("touchpoints", columns)).toEqual([
      "customerExternalId",
      "id",
      "kind",
      "occurredAt",
      null,
      "value",
      null,
    ]);
  });

  it("recognises accounts, and suggests what is left as traits", () => {
    const columns = columnsOf({ account_id: "A-1", account_name: "Co", industry: "x", signup_date: "16-10-2024" });
    expect(suggestFields("customers", columns)).toEqual(["externalId", "name", "traits.industry", "startedOn"]);
  });

  it("suggests no more traits than a customer can have", () => {
    const columns = Array.from({ length: 1000 }, (_, index) => ({ name: `c${index}`, samples: ["x"] }));
    const traits = suggestFields("customers", [{ name: "id", samples: ["1"] }, ...columns]).filter((field) =>
      field?.startsWith("traits."),
    );
    expect(traits).toHaveLength(200);
  });

  it("takes columns that are named as the fields for what they say", () => {
    const columns = columnsOf({ "traits.plan": "x", externalId: "1", "details.x": "y" });
    expect(suggestFields("customers", columns)).toEqual(["traits.plan", "externalId", "traits.details.x"]);
    expect(suggestFields("touchpoints", columnsOf({ "details.note": "x", id: "1" }))).toEqual(["details.note", "id"]);
  });

  it("does not take text for a date because of its name", () => {
    expect(suggestFields("touchpoints", columnsOf({ date: "soon", when: "2024-01-01" }))).toEqual([null, "occurredAt"]);
  });
});
