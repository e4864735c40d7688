import { route } from "@/lib/http/route";
import { cancelJob } from "@/lib/jobs/cancel-job";
import { jobParams } from "@/lib/schemas/job-params";

export const POST = route({ action: "jobs.write", scope: "admin", params: jobParams }, ({ member, params }) =>
  cancelJob(member, params.id),
);
