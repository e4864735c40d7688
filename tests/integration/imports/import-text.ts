import { Readable } from "node:stream";
import { systemMember } from "@/lib/auth/system-member";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import type { ImportType } from "@/lib/imports/import-types";
import type { ImportView } from "@/lib/imports/import-view";
import { readImport } from "@/lib/imports/read-import";
import { runImport } from "@/lib/imports/run-import";
import type { RunOptions } from "@/lib/imports/run-options";
import { startImport } from "@/lib/imports/start-import";
import { storeUpload } from "@/lib/imports/store-upload";
import { importOptions } from "@/lib/schemas/import-options";

/** What a test uploads: a text, bytes, or pieces of them that are made as they are read. */
export type Content = string | Buffer | Iterable<Buffer>;

/** A file that arrives in pieces, as an upload does. */
export function bodyOf(content: Content, pieceBytes = 64 * 1024): Readable {
  if (typeof content !== "string" && !Buffer.isBuffer(content)) return Readable.from(content);
  const bytes = Buffer.from(content);
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, index) =>
    bytes.subarray(index * pieceBytes, (index + 1) * pieceBytes),
  );
  return Readable.from(pieces);
}

/** Uploads a text; columns are mapped as they are recognised unless `options.mapping` says otherwise. */
export async function upload(organisationId: number, type: ImportType, content: Content) {
  return storeUpload(systemMember(organisationId), { type, filename: "test.csv", body: bodyOf(content) });
}

export async function start(organisationId: number, type: ImportType, content: Content, options: object = {}) {
  const { id, detected } = await upload(organisationId, type, content);
  const suggested = detected.columns.flatMap(({ name, suggestion }) =>
    suggestion ? [[suggestion, name] as const] : [],
  );
  const parsed = importOptions.parse({ mapping: Object.fromEntries(suggested), ...options });
  await startImport(systemMember(organisationId), id, parsed, "caller");
  return id;
}

/** Uploads, starts and runs an import to its end. */
export async function importText(
  organisationId: number,
  type: ImportType,
  content: Content,
  options: object = {},
  run: RunOptions = {},
): Promise<ImportView> {
  const id = await start(organisationId, type, content, options);
  await runImport(organisationId, id, run);
  return readImport(systemMember(organisationId), id);
}

export async function rowsOf<T extends object>(organisationId: number, statement: string): Promise<T[]> {
  const { rows } = await withTenantClient(organisationId, (client) => client.query<T>(statement));
  return rows;
}

/** What must hold of the counts of every import. */
export function addUp({ counts }: Pick<ImportView, "counts">): boolean {
  return (
    counts.rows ===
    counts.created + counts.updated + counts.unchanged + counts.duplicates + counts.rejected + counts.held
  );
}

export const CREATE_ALL = { unknownCustomer: "create", unknownKind: "create" };
