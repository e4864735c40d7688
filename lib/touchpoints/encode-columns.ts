import { binaryArray, binaryTextArray } from "./binary-array";
import type { ByteArena } from "./byte-arena";
import { writeText } from "./byte-text";
import { KEY_BYTES, type TouchpointColumns } from "./touchpoint-columns";
import { writeTimestamp } from "./write-timestamp";

/** What two touchpoints under one key are compared by, as the arrays of COMPARED. */
export function encodeCompared(arena: ByteArena, columns: TouchpointColumns, order: Int32Array): Buffer[] {
  const { keys, customerIds, occurredAtMs, kindIds, values, sentiments } = columns;
  const { length } = order;
  const at = (column: Int32Array | Float32Array | Float64Array, index: number) =>
    column[order[index] ?? 0] ?? Number.NaN;
  return [
    binaryArray(arena, "uuid", length, (bytes, offset, index) => {
      const from = (order[index] ?? 0) * KEY_BYTES;
      for (let byte = 0; byte < KEY_BYTES; byte += 1) bytes[offset + byte] = keys[from + byte] ?? 0;
      return true;
    }),
    binaryArray(
      arena,
      "int4",
      length,
      (bytes, offset, index) => bytes.writeInt32BE(at(customerIds, index), offset) > 0,
    ),
    binaryArray(arena, "timestamptz", length, (bytes, offset, index) => {
      writeTimestamp(bytes, offset, at(occurredAtMs, index));
      return true;
    }),
    binaryArray(arena, "int2", length, (bytes, offset, index) => bytes.writeInt16BE(at(kindIds, index), offset) > 0),
    binaryArray(arena, "float8", length, (bytes, offset, index) => {
      const value = at(values, index);
      return !Number.isNaN(value) && bytes.writeDoubleBE(value, offset) > 0;
    }),
    binaryArray(arena, "float4", length, (bytes, offset, index) => {
      const sentiment = at(sentiments, index);
      return !Number.isNaN(sentiment) && bytes.writeFloatBE(sentiment, offset) > 0;
    }),
  ];
}

/** The senders' ids, null where there is none. */
export function encodeSenderIds(arena: ByteArena, columns: TouchpointColumns, order: Int32Array): Buffer {
  const { text, textBytes, textStarts, textLengths } = columns;
  return binaryTextArray(arena, order.length, textBytes, (bytes, offset, index) => {
    const place = order[index] ?? 0;
    const from = textStarts[place] ?? 0;
    const length = textLengths[place] ?? -1;
    for (let byte = 0; byte < length; byte += 1) bytes[offset + byte] = text[from + byte] ?? 0;
    return length;
  });
}

/** The customers, each once. */
export function encodeTouched(arena: ByteArena, { customerIds, length }: TouchpointColumns): Buffer {
  const ids = Int32Array.from(new Set(customerIds.subarray(0, length)));
  return binaryArray(
    arena,
    "int4",
    ids.length,
    (bytes, offset, index) => bytes.writeInt32BE(ids[index] ?? 0, offset) > 0,
  );
}

/** The details as JSON, null where there are none. */
export function encodeDetails(arena: ByteArena, { details }: TouchpointColumns, order: Int32Array): Buffer {
  let mostBytes = 0;
  for (const json of details.values()) mostBytes += json.length * 3;
  return binaryTextArray(arena, order.length, mostBytes, (bytes, offset, index) => {
    const json = details.get(order[index] ?? 0);
    return json === undefined ? -1 : writeText(bytes, offset, json) - offset;
  });
}
