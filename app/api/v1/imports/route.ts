import { AppError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { listImports } from "@/lib/imports/list-imports";
import { storeUpload } from "@/lib/imports/store-upload";
import { importListQuery, uploadQuery } from "@/lib/schemas/import-options";

export const GET = route(
  { action: "imports.read", scope: ["read", "write"], query: importListQuery },
  ({ member, query }) => listImports(member, query),
);

export const PUT = route(
  { action: "imports.write", scope: "write", query: uploadQuery, raw: true, status: 201 },
  ({ member, query, body }) => {
    if (!body) throw new AppError("unprocessable", "This file is empty.");
    return storeUpload(member, { ...query, body });
  },
);
