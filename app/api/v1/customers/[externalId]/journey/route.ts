import { readJourney } from "@/lib/customers/read-journey";
import { route } from "@/lib/http/route";
import { customerParams } from "@/lib/schemas/customer-params";
import { journeyQuery } from "@/lib/schemas/journey-query";

export const GET = route(
  { action: "customers.read", scope: "read", params: customerParams, query: journeyQuery },
  ({ member, params, query }) => readJourney(member, params.externalId, { fromMs: query.from, toMs: query.to }),
);
