import { route } from "@/lib/http/route";
import { recomputeRequest } from "@/lib/schemas/recompute-request";
import { requestRecompute } from "@/lib/scores/request-recompute";

export const POST = route(
  { action: "scores.recompute", scope: "admin", body: recomputeRequest, status: 202 },
  async ({ member, body }) => ({ jobId: await requestRecompute(member, body) }),
);
