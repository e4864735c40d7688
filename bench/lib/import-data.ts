import { hash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { BinaryRows } from "@/lib/touchpoints/binary-rows";
import { withoutBinaryFrame } from "./binary-frame";

const KINDS = ["login", "support-ticket", "meeting", "nps-response", "complaint", "email", "purchase", "call"];
const FIRST_MS = Date.UTC(2024, 0, 1);
const SPAN_SECONDS = 730 * 86_400;
const PIECE_ROWS = 5_000;

/** The same touchpoints twice: as a CSV file, and parsed, in the binary format of COPY. */
export type ImportFiles = Readonly<{ csv: string; binary: string }>;

/** The columns of the binary file, in order. */
export const BINARY_COLUMNS = "organisation_id, key, customer_id, occurred_at, kind_id, value, sender_id";

/**
 * Writes made-up touchpoints in the order of time, customers mixed, as a log would have them.
 * @param size `rows` of `customers` customers
 */
export async function writeImportFiles(
  folder: string,
  size: Readonly<{ rows: number; customers: number }>,
): Promise<ImportFiles> {
  const files = {
    csv: join(folder, `touchpoints-${size.rows}.csv`),
    binary: join(folder, `touchpoints-${size.rows}.bin`),
  };
  const csv = createWriteStream(files.csv);
  const binary = createWriteStream(files.binary);
  csv.write("event_id,customer,kind,occurred_at,amount\n");
  for (let from = 0; from < size.rows; from += PIECE_ROWS) {
    const to = Math.min(size.rows, from + PIECE_ROWS);
    const piece = makePiece(from, to, size);
    const isFirst = from === 0;
    if (!csv.write(piece.text)) await once(csv, "drain");
    if (!binary.write(withoutBinaryFrame(piece.bytes, { header: !isFirst, trailer: to < size.rows }))) {
      await once(binary, "drain");
    }
  }
  await Promise.all([finished(csv.end()), finished(binary.end())]);
  return files;
}

function makePiece(from: number, to: number, size: Readonly<{ rows: number; customers: number }>) {
  const bytes = new BinaryRows((to - from) * 110);
  let text = "";
  for (let row = from; row < to; row += 1) {
    const id = `E-${String(row).padStart(8, "0")}`;
    const customer = (Math.imul(row, 2_654_435_761) >>> 0) % size.customers;
    const kind = (Math.imul(row, 40_503) >>> 4) % KINDS.length;
    const occurredAtMs = FIRST_MS + Math.floor((row / size.rows) * SPAN_SECONDS) * 1000;
    const value = ((row * 7919) % 100_000) / 100;
    text += `${id},C-${String(customer).padStart(6, "0")},${KINDS[kind]},${new Date(occurredAtMs).toISOString().slice(0, 19)}Z,${value}\n`;
    bytes.row(7);
    bytes.int4(1);
    bytes.uuid(hash("md5", `id\0${id}`, "hex"));
    bytes.int4(customer + 1);
    bytes.timestamp(occurredAtMs);
    bytes.int2(kind + 1);
    bytes.float8(value);
    bytes.text(id);
  }
  return { text, bytes: bytes.finish() };
}
