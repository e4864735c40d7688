import { route } from "@/lib/http/route";
import { cancelImport } from "@/lib/imports/cancel-import";
import { importIdParams } from "@/lib/schemas/import-options";

export const POST = route({ action: "imports.write", scope: "write", params: importIdParams }, ({ member, params }) =>
  cancelImport(member, params.importId),
);
