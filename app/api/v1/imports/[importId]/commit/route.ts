import { route } from "@/lib/http/route";
import { startImport } from "@/lib/imports/start-import";
import { importIdParams, importOptions } from "@/lib/schemas/import-options";

export const POST = route(
  { action: "imports.write", scope: "write", params: importIdParams, body: importOptions, status: 202 },
  ({ member, params, body }) => startImport(member, params.importId, body),
);
