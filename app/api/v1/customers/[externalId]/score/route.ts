import { route } from "@/lib/http/route";
import { customerParams } from "@/lib/schemas/customer-params";
import { asOfQuery } from "@/lib/schemas/instant";
import { readScore } from "@/lib/scores/read-score";

export const GET = route(
  { action: "customers.read", scope: "read", params: customerParams, query: asOfQuery },
  ({ member, params, query }) => readScore(member, params.externalId, query.asOf),
);
