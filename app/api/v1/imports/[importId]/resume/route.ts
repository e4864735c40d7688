import { route } from "@/lib/http/route";
import { resumeImport } from "@/lib/imports/resume-import";
import { importIdParams } from "@/lib/schemas/import-options";

export const POST = route(
  { action: "imports.write", scope: "write", params: importIdParams, status: 202 },
  ({ member, params }) => resumeImport(member, params.importId),
);
