import fc from "fast-check";

/** So many times the usual number of cases, which mutation testing lowers. */
export function timesAsMany(times: number): number {
  return times * (fc.readConfigureGlobal().numRuns ?? 100);
}
