import { route } from "@/lib/http/route";
import { readImport } from "@/lib/imports/read-import";
import { importIdParams } from "@/lib/schemas/import-options";

export const GET = route(
  { action: "imports.read", scope: ["read", "write"], params: importIdParams },
  ({ member, params }) => readImport(member, params.importId),
);
