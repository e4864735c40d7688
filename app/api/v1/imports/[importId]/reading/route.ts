import { route } from "@/lib/http/route";
import { rereadUpload } from "@/lib/imports/reread-upload";
import { importIdParams, readingChange } from "@/lib/schemas/import-options";

export const POST = route(
  { action: "imports.write", scope: "write", params: importIdParams, body: readingChange },
  ({ member, params, body }) => rereadUpload(member, params.importId, body),
);
