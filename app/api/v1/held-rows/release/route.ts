import { releaseHeldRows } from "@/lib/held-rows/release-held-rows";
import { route } from "@/lib/http/route";
import { releaseRequest } from "@/lib/schemas/held-row";

export const POST = route({ action: "imports.write", scope: "write", body: releaseRequest }, ({ member, body }) =>
  releaseHeldRows(member, body),
);
