import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { Member } from "@/lib/auth/member";
import { spreadsheetSafe } from "@/lib/csv/spreadsheet-safe";
import { withTenant } from "@/lib/db/with-tenant";
import { loadImport } from "./load-import";
import { REJECT_COLUMNS } from "./own-columns";

const PAGE_ROWS = 2_000;

/**
 * The rejected rows as CSV, the original columns first, then line, column, code and message: to be mended and sent again.
 * Cells that a spreadsheet would take for a formula are made harmless. Streamed page by page.
 * @throws AppError not-found, also for an import of another organisation
 */
export async function writeRejects(member: Member, importId: number): Promise<ReadableStream<Uint8Array>> {
  const { detected } = await loadImport(member.organisationId, importId);
  const names = detected.columns.map((column) => column.name);
  const rows = Readable.from(rejectedRows(member.organisationId, importId, names));
  const csv = rows.compose(stringify({ bom: true }));
  return Readable.toWeb(csv) as ReadableStream<Uint8Array>;
}

async function* rejectedRows(
  organisationId: number,
  importId: number,
  names: readonly string[],
): AsyncGenerator<string[]> {
  yield [...names.map(spreadsheetSafe), ...REJECT_COLUMNS];
  for (let last = 0; ; ) {
    const page = await withTenant(organisationId, (tx) =>
      tx.importReject.findMany({
        where: { organisationId, importId, row: { gt: last } },
        orderBy: { row: "asc" },
        take: PAGE_ROWS,
      }),
    );
    for (const { fields, line, column, code, message } of page) {
      const cells = names.map((_, index) => spreadsheetSafe(fields[index] ?? ""));
      yield [...cells, String(line), spreadsheetSafe(column), code, message];
    }
    const end = page.at(-1);
    if (!end || page.length < PAGE_ROWS) return;
    last = end.row;
  }
}
