import { route } from "@/lib/http/route";
import { startDryRun } from "@/lib/imports/start-dry-run";
import { importIdParams, importOptions } from "@/lib/schemas/import-options";

export const POST = route(
  { action: "imports.write", scope: "write", params: importIdParams, body: importOptions, status: 202 },
  ({ member, params, body }) => startDryRun(member, params.importId, body),
);
