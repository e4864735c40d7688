import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TouchpointCopyParser } from "@/lib/scores/touchpoint-copy-parser";

type Row = { customerId: number; occurredAtMs: number; kindId: number; value: number | null; sentiment: number | null };

const EPOCH_MS = Date.UTC(2000, 0, 1);

const HEADER = Buffer.concat([Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"), Buffer.alloc(8)]);
const END = Buffer.from([0xff, 0xff]);

function message(content: Buffer): Buffer {
  const prefix = Buffer.from("d\0\0\0\0", "latin1");
  prefix.writeUInt32BE(content.length + 4, 1);
  return Buffer.concat([prefix, content]);
}

/** Rows as PostgreSQL sends them in COPY … (FORMAT binary): a message each, the header in front of the first or alone. */
function encode(rows: readonly Row[], headerAlone = false): Buffer[] {
  const [first = END, ...rest] = [...rows.map(encodeRow), END];
  const head = headerAlone ? [HEADER, first] : [Buffer.concat([HEADER, first])];
  return [...head, ...rest].map(message);
}

function encodeRow(row: Row): Buffer {
  const bytes = Buffer.alloc(80);
  let at = bytes.writeInt16BE(5);
  const field = (length: number, write: (offset: number) => void) => {
    at = bytes.writeInt32BE(length, at);
    write(at);
    at += Math.max(0, length);
  };
  field(4, (offset) => bytes.writeInt32BE(row.customerId, offset));
  field(8, (offset) => bytes.writeBigInt64BE(BigInt(row.occurredAtMs - EPOCH_MS) * 1000n, offset));
  field(2, (offset) => bytes.writeInt16BE(row.kindId, offset));
  if (row.value === null) field(-1, () => undefined);
  else field(8, (offset) => bytes.writeDoubleBE(row.value ?? 0, offset));
  if (row.sentiment === null) field(-1, () => undefined);
  else field(4, (offset) => bytes.writeFloatBE(row.sentiment ?? 0, offset));
  return bytes.subarray(0, at);
}

function decode(chunks: readonly Buffer[]): Row[] {
  const parser = new TouchpointCopyParser();
  const rows: Row[] = [];
  const take = ({ customerId, touchpoints }: ReturnType<typeof parser.end> extends Generator<infer C> ? C : never) => {
    for (let row = 0; row < touchpoints.length; row += 1) {
      const value = touchpoints.value[row]!;
      const sentiment = touchpoints.sentiment[row]!;
      rows.push({
        customerId,
        occurredAtMs: touchpoints.occurredAtMs[row]!,
        kindId: touchpoints.kindId[row]!,
        value: Number.isNaN(value) ? null : value,
        sentiment: Number.isNaN(sentiment) ? null : sentiment,
      });
    }
  };
  for (const chunk of chunks) for (const customer of parser.push(chunk)) take(customer);
  for (const customer of parser.end()) take(customer);
  return rows;
}

const anyRow = fc.record({
  customerId: fc.integer({ min: 1, max: 5 }),
  occurredAtMs: fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2100, 0, 1) }),
  kindId: fc.integer({ min: 1, max: 32_767 }),
  value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  sentiment: fc.option(fc.constantFrom(-1, -0.5, 0, 0.25, 1)),
});
const anyRows = fc.array(anyRow, { maxLength: 40 }).map((rows) => rows.sort((a, b) => a.customerId - b.customerId));

describe("TouchpointCopyParser", () => {
  it("reads back what was sent, in pieces of any number of messages", () => {
    fc.assert(
      fc.property(
        anyRows,
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }),
        fc.boolean(),
        (rows, sizes, headerAlone) => {
          const messages = encode(rows, headerAlone);
          const pieces: Buffer[] = [];
          for (let cut = 0; messages.length > 0; cut += 1) {
            pieces.push(Buffer.concat(messages.splice(0, sizes[cut % sizes.length]!)));
          }
          expect(decode(pieces)).toEqual(rows);
        },
      ),
    );
  });

  it("keeps a customer with more touchpoints than its arrays first hold", () => {
    const rows = Array.from({ length: 1_000 }, (_, n) => ({
      customerId: 1,
      occurredAtMs: EPOCH_MS + n * 1_000,
      kindId: 3,
      value: n,
      sentiment: null,
    }));
    expect(decode([Buffer.concat(encode(rows))])).toEqual(rows);
  });

  it("refuses a stream that is not binary COPY", () => {
    const parser = new TouchpointCopyParser();
    expect(() => [...parser.push(message(Buffer.alloc(64, "x")))]).toThrow("Not a binary COPY stream");
  });
});
