import { listHeldRows } from "@/lib/held-rows/list-held-rows";
import { route } from "@/lib/http/route";
import { heldRowQuery } from "@/lib/schemas/held-row";

export const GET = route(
  { action: "imports.read", scope: ["read", "write"], query: heldRowQuery },
  ({ member, query }) => listHeldRows(member, query),
);
