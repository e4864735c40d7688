import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortByKey } from "@/lib/touchpoints/sort-by-key";
import { TouchpointColumns } from "@/lib/touchpoints/touchpoint-columns";
import type { TouchpointRow } from "@/lib/touchpoints/touchpoint-row";

const KIND = { id: 3, key: "call" };

const rowOf = (row: number, senderId: string | null, more: Partial<TouchpointRow> = {}): TouchpointRow => ({
  row,
  senderId,
  customerExternalId: "C1",
  kind: "call",
  occurredAtMs: 1_700_000_000_000,
  value: Number.NaN,
  sentiment: Number.NaN,
  details: null,
  ...more,
});

function columnsOf(rows: readonly TouchpointRow[]): TouchpointColumns {
  const columns = new TouchpointColumns(2);
  for (const row of rows) columns.add(row, 7, KIND);
  return columns;
}

const keyAt = (columns: TouchpointColumns, place: number) =>
  columns.keys.subarray(place * 16, place * 16 + 16).toString("hex");

const md5 = (text: string) => createHash("md5").update(text).digest("hex");

describe("keys", () => {
  it("are those of rows stored long ago: of the sender's id, or of the content", () => {
    const columns = columnsOf([
      rowOf(1, "E-1"),
      rowOf(2, "Zoë’s 9"),
      rowOf(3, null, { value: 1.5, sentiment: -0.25, details: '{"note":"é"}' }),
      rowOf(4, null),
    ]);
    expect([0, 1, 2, 3].map((place) => keyAt(columns, place))).toEqual([
      md5("id\0E-1"),
      md5("id\0Zoë’s 9"),
      md5('content\0C1\0call\x001700000000000\x001.5\0-0.25\0{"note":"é"}'),
      md5("content\0C1\0call\x001700000000000\0NaN\0NaN\0"),
    ]);
  });

  it("of long texts are digested whole", () => {
    const details = JSON.stringify({ note: "ä".repeat(9000) });
    const columns = columnsOf([rowOf(1, "x".repeat(200)), rowOf(2, null, { details })]);
    expect(keyAt(columns, 0)).toBe(md5(`id\0${"x".repeat(200)}`));
    expect(keyAt(columns, 1)).toBe(md5(`content\0C1\0call\x001700000000000\0NaN\0NaN\0${details}`));
  });
});

describe("sortByKey", () => {
  it("puts every key once, in order, the first row of each", () => {
    const ids = fc.array(fc.string({ maxLength: 3 }), { maxLength: 60 });
    fc.assert(
      fc.property(ids, fc.boolean(), (senderIds, isReversed) => {
        const rows = senderIds.map((senderId, index) => rowOf(index + 1, senderId));
        const columns = columnsOf(isReversed ? rows.toReversed() : rows);
        const { order, conflicts } = sortByKey(columns);
        const keys = [...order].map((place) => keyAt(columns, place));
        expect(keys).toEqual([...new Set(senderIds.map((senderId) => md5(`id\0${senderId}`)))].sort());
        expect([...order].map((place) => columns.rows[place])).toEqual(
          keys.map((key) => senderIds.findIndex((senderId) => md5(`id\0${senderId}`) === key) + 1),
        );
        expect(conflicts).toBe(0);
      }),
    );
  });

  it("counts repeats that say something else than the first row", () => {
    const columns = columnsOf([
      rowOf(1, "A", { value: 1 }),
      rowOf(2, "A", { value: 2 }),
      rowOf(3, "A", { value: 1 }),
      rowOf(4, "A", { value: 1, sentiment: 0.5 }),
      rowOf(5, "A", { value: 1, occurredAtMs: 5 }),
    ]);
    expect(sortByKey(columns)).toMatchObject({ conflicts: 3 });
  });
});

describe("columns", () => {
  it("that are cut take further rows as if those cut off had never been there", () => {
    const kept = [rowOf(1, "E-1"), rowOf(2, null, { details: '{"a":1}' })];
    const cut = [rowOf(3, "a longer id"), rowOf(4, null, { details: '{"b":2}' })];
    const later = [rowOf(5, "E-5"), rowOf(6, null)];
    const columns = columnsOf([...kept, ...cut]);
    columns.cutTo(2);
    for (const row of later) columns.add(row, 7, KIND);
    const plain = columnsOf([...kept, ...later]);
    const textOf = ({ text, textBytes }: TouchpointColumns) => text.subarray(0, textBytes).toString();
    expect(textOf(columns)).toBe(textOf(plain));
    expect([...columns.details]).toEqual([[1, '{"a":1}']]);
    expect([0, 1, 2, 3].map((place) => keyAt(columns, place))).toEqual(
      [0, 1, 2, 3].map((place) => keyAt(plain, place)),
    );
  });
});
