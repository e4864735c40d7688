import { route } from "@/lib/http/route";
import { previewImport } from "@/lib/imports/preview-import";
import { importIdParams, importOptions } from "@/lib/schemas/import-options";

export const POST = route(
  { action: "imports.write", scope: "write", params: importIdParams, body: importOptions },
  ({ member, params, body }) => previewImport(member, params.importId, body),
);
