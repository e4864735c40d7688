import { tzOffset } from "@date-fns/tz";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The instants that a local date and time can mean: one, none where clocks go forward, two where they go back. */
export type LocalTimeReader = (localMs: number) => readonly number[];

/**
 * A reader of local times in one zone, quick for files that have many times of few days.
 * `localMs` is the local date and time reckoned as if it were UTC.
 * @param timeZone an IANA name
 */
export function createLocalTimeReader(timeZone: string): LocalTimeReader {
  if (timeZone === "UTC") return (localMs) => [localMs];
  // The zone's offset on days when it does not change, in milliseconds; undefined on days when it does.
  const steadyOffsets = new Map<number, number | undefined>();
  return (localMs) => {
    const day = Math.floor(localMs / DAY_MS);
    if (!steadyOffsets.has(day)) steadyOffsets.set(day, steadyOffset(timeZone, day));
    const offset = steadyOffsets.get(day);
    return offset === undefined ? candidates(timeZone, localMs) : [localMs - offset];
  };
}

export function isTimeZone(name: string): boolean {
  return name.length <= 64 && !Number.isNaN(tzOffset(name, new Date(0)));
}

function offsetMs(timeZone: string, instantMs: number): number {
  return tzOffset(timeZone, new Date(instantMs)) * MINUTE_MS;
}

function steadyOffset(timeZone: string, day: number): number | undefined {
  const before = offsetMs(timeZone, (day - 1) * DAY_MS);
  const after = offsetMs(timeZone, (day + 2) * DAY_MS);
  return before === after ? before : undefined;
}

function candidates(timeZone: string, localMs: number): number[] {
  const offsets = new Set([offsetMs(timeZone, localMs - DAY_MS), offsetMs(timeZone, localMs + DAY_MS)]);
  const instants = [...offsets].map((offset) => localMs - offset);
  return instants.filter((instant) => instant + offsetMs(timeZone, instant) === localMs).sort((a, b) => a - b);
}
