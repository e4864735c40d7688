import type { RunningJob } from "@/lib/jobs/task-payloads";
import { requestDrift } from "@/lib/models/request-drift";
import { scoreAll } from "./score-all";

export async function scoreAllTask({ organisationId, payload, report }: RunningJob<"score-all">): Promise<void> {
  const asOfMs = payload.asOf === undefined ? undefined : Date.parse(payload.asOf);
  await scoreAll(organisationId, { asOfMs, onProgress: report });
  await requestDrift(organisationId);
}
