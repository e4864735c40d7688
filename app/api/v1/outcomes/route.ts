import { route } from "@/lib/http/route";
import { ingestOutcomes } from "@/lib/outcomes/ingest-outcomes";
import { outcomeBatch, outcomeQuery } from "@/lib/schemas/outcome";

const BODY_LIMIT_BYTES = 16 * 1024 * 1024;

export const POST = route(
  {
    action: "touchpoints.write",
    scope: "write",
    query: outcomeQuery,
    body: outcomeBatch,
    bodyLimitBytes: BODY_LIMIT_BYTES,
  },
  ({ member, query, body }) => ingestOutcomes(member, body.outcomes, query),
);
