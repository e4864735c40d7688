import { discardHeldRows } from "@/lib/held-rows/discard-held-rows";
import { route } from "@/lib/http/route";
import { discardRequest } from "@/lib/schemas/held-row";

export const POST = route({ action: "imports.write", scope: "write", body: discardRequest }, ({ member, body }) =>
  discardHeldRows(member, body),
);
