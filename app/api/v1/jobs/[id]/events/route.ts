import { route } from "@/lib/http/route";
import { followJob } from "@/lib/jobs/follow-job";
import { jobParams } from "@/lib/schemas/job-params";

export const GET = route(
  { action: "jobs.read", scope: ["read", "write"], params: jobParams },
  async ({ member, params, request }) =>
    new Response(await followJob(member, params.id, request.signal), {
      headers: { "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-cache, no-transform" },
    }),
);
