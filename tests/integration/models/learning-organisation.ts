import { POST as postCustomers } from "@/app/api/v1/customers/route";
import { POST as postTouchpoints } from "@/app/api/v1/touchpoints/route";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { runJob } from "@/lib/jobs/run-job";
import type { TaskHandler, TaskName } from "@/lib/jobs/task-payloads";
import { tasks } from "@/lib/jobs/tasks";
import type { Settings } from "@/lib/schemas/settings";
import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";
import { call, makeOrganisation, type TestOrganisation } from "../api/call-api";

export const DAY_MS = 86_400_000;
export const NOW = "2026-06-30T23:59:59Z";
const START_MS = Date.parse("2024-06-01T12:00:00Z");
const DAYS = 759;

export const SETTINGS: Partial<Settings> = {
  clock: NOW,
  horizonDays: 60,
  breakUp: { type: "inactivity", kinds: ["purchase"], days: 60 },
  population: { activeWithinDays: 120 },
};

export type Sent = Readonly<{ customerExternalId: string; kind: string; occurredAt: string; value?: number }>;
export type Shopper = Readonly<{ externalId: string; traits: Record<string, string>; touchpoints: readonly Sent[] }>;

/** Customers who buy at a rhythm of their own, half of whom stop at some time; complaints come before that, mostly. */
export function shoppers(count: number, seed: number): readonly Shopper[] {
  const uniform = seededUniform(seed);
  return Array.from({ length: count }, (_, at) => {
    const externalId = `s${at}`;
    const gapDays = 6 + 24 * uniform();
    const leavesOn = uniform() < 0.6 ? 150 + 550 * uniform() : 900;
    const touchpoints: Sent[] = [];
    const add = (day: number, kind: string, value?: number) => {
      const occurredAt = new Date(START_MS + Math.floor(day) * DAY_MS).toISOString();
      touchpoints.push({ customerExternalId: externalId, kind, occurredAt, ...(value === undefined ? {} : { value }) });
    };
    for (let day = 5 * uniform(); day < Math.min(DAYS, leavesOn); day += gapDays * (0.5 + uniform())) {
      add(day, "purchase", Math.round(20 + 100 * uniform()));
      if (uniform() < (leavesOn - day < 80 ? 0.6 : 0.05)) add(day, "complaint");
    }
    return { externalId, traits: { plan: uniform() < 0.5 ? "basic" : "pro" }, touchpoints };
  });
}

/** An organisation whose data came in over the API. */
export async function makeLearningOrganisation(
  name: string,
  people: readonly Shopper[],
  settings: Partial<Settings> = SETTINGS,
): Promise<TestOrganisation> {
  const made = await makeOrganisation(name, settings);
  const customers = people.map(({ externalId, traits }) => ({ externalId, traits }));
  const post = async (handler: typeof postCustomers, body: object) => {
    const answer = await call(handler, { key: made.write, method: "POST", body });
    if (answer.status !== 200) throw new Error(answer.text);
  };
  if (customers.length > 0) await post(postCustomers, { customers });
  const touchpoints = people.flatMap((one) => one.touchpoints);
  for (let at = 0; at < touchpoints.length; at += 5_000) {
    await post(postTouchpoints, { touchpoints: touchpoints.slice(at, at + 5_000) });
  }
  return made;
}

/** Runs a queued job here and now, as a worker would. */
export async function runQueued(organisationId: number, jobId: string, signal = new AbortController().signal) {
  const { rows } = await withTenantClient(organisationId, (client) =>
    client.query<{ task: TaskName }>("SELECT task FROM job WHERE organisation_id = $1 AND id = $2", [
      organisationId,
      jobId,
    ]),
  );
  const handler = tasks[rows[0]!.task] as TaskHandler<TaskName>;
  await runJob(handler, { organisationId, jobId, isLast: true, signal });
}
