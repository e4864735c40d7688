import { readJourney } from "@/lib/customers/read-journey";
import { toJourneyAnswer } from "@/lib/customers/to-journey-answer";
import { route } from "@/lib/http/route";
import { customerParams } from "@/lib/schemas/customer-params";
import { journeyQuery } from "@/lib/schemas/journey-query";

export const GET = route(
  { action: "customers.read", scope: "read", params: customerParams, query: journeyQuery },
  async ({ member, params, query }) =>
    toJourneyAnswer(await readJourney(member, params.externalId, { fromMs: query.from, toMs: query.to }), query),
);
