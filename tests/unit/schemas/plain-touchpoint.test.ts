import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlainTouchpoint } from "@/lib/schemas/plain-touchpoint";
import { touchpointSchema } from "@/lib/schemas/touchpoint";

const SOUND = { customerExternalId: "C-1", kind: "call", occurredAt: "2024-05-01T10:00:00Z" };

const text = fc.oneof(
  fc.constantFrom(
    "C-1",
    " C",
    "C ",
    "",
    "Zoë",
    "e\u0301",
    "a\0b",
    "\uFFFD",
    "__proto__",
    "x".repeat(200),
    "x".repeat(201),
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const number = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 1.0000001, 1e15, -1e15, 1e15 + 1, Number.MAX_VALUE, null, undefined, "1", true),
  fc.double(),
);
const part = (most: number) => fc.integer({ min: 0, max: most }).map((one) => String(one).padStart(2, "0"));
const instant = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1890, max: 2210 }), part(13), part(32), part(24), part(60), part(60))
    .chain(([year, month, day, hour, minute, second]) =>
      fc
        .constantFrom("Z", ".5Z", ".123Z", ".12xZ", ".1234Z", "+02:00", "", "z")
        .map((zone) => `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`),
    ),
  fc.constantFrom("2024-05-01 10:00:00Z", "2024-05-01", "", 5, null, undefined),
);
const row = fc.oneof(
  fc.record(
    { id: text, customerExternalId: text, kind: text, occurredAt: instant, value: number, sentiment: number },
    { requiredKeys: ["customerExternalId", "kind", "occurredAt"] },
  ),
  fc
    .record({ id: text, value: number, sentiment: number }, { requiredKeys: [] })
    .map((more) => ({ ...SOUND, ...more })),
  fc.constantFrom<unknown>(null, 1, "x", [], [SOUND], {}, { ...SOUND, more: 1 }, { ...SOUND, details: {} }),
  fc.constantFrom<unknown>(
    JSON.parse('{"__proto__":1,"customerExternalId":"C","kind":"k","occurredAt":"2024-05-01T10:00:00Z"}'),
  ),
);

describe("readPlainTouchpoint", () => {
  it("says of a row what the schema says, or nothing", () => {
    let taken = 0;
    fc.assert(
      fc.property(row, (given) => {
        const plain = readPlainTouchpoint(given);
        if (plain === undefined) return;
        taken += 1;
        expect(touchpointSchema.safeParse(given)).toEqual({ success: true, data: plain });
      }),
      { numRuns: 5000 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it("takes what programs usually send", () => {
    const given = { ...SOUND, id: "E-1", value: 2.5, sentiment: null, occurredAt: "2024-05-01T10:00:00.250Z" };
    const occurredAt = Date.UTC(2024, 4, 1, 10, 0, 0, 250);
    expect(readPlainTouchpoint(given)).toEqual({ ...given, occurredAt });
    expect(readPlainTouchpoint(SOUND)).toMatchObject({ occurredAt: Date.UTC(2024, 4, 1, 10) });
  });

  it.each([
    { ...SOUND, details: { note: "x" } },
    { ...SOUND, more: 1 },
    { ...SOUND, id: "e\u0301" },
    { ...SOUND, kind: " call" },
    { ...SOUND, value: "5" },
    { ...SOUND, occurredAt: "2024-05-01T10:00:00+02:00" },
    [SOUND],
    null,
  ])("leaves %j to the schema", (given) => expect(readPlainTouchpoint(given)).toBeUndefined());
});
