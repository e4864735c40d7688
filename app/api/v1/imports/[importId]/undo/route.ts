import { route } from "@/lib/http/route";
import { startUndo } from "@/lib/imports/start-undo";
import { importIdParams } from "@/lib/schemas/import-options";

export const POST = route(
  { action: "imports.write", scope: "write", params: importIdParams, status: 202 },
  ({ member, params }) => startUndo(member, params.importId),
);
