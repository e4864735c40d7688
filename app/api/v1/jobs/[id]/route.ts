import { route } from "@/lib/http/route";
import { readJob } from "@/lib/jobs/read-job";
import { jobParams } from "@/lib/schemas/job-params";

export const GET = route({ action: "jobs.read", scope: ["read", "write"], params: jobParams }, ({ member, params }) =>
  readJob(member, params.id),
);
