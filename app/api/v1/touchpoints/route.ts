import { route } from "@/lib/http/route";
import { ingestQuery, touchpointBatch } from "@/lib/schemas/touchpoint";
import { ingestTouchpoints } from "@/lib/touchpoints/ingest-touchpoints";

const BODY_LIMIT_BYTES = 32 * 1024 * 1024;

export const POST = route(
  {
    action: "touchpoints.write",
    scope: "write",
    query: ingestQuery,
    body: touchpointBatch,
    bodyLimitBytes: BODY_LIMIT_BYTES,
  },
  ({ member, query, body }) => ingestTouchpoints(member, body.touchpoints, query),
);
