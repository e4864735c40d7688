import type { Effect } from "@/lib/sample/break-up-hazard";
import type { CustomerProfile } from "@/lib/sample/profile-customer";
import type { Random } from "@/lib/sample/random";
import type { SampleOutcomeType } from "@/lib/sample/sample-types";
import type { Story } from "@/lib/sample/story";
import { type Tone, writeNote } from "@/lib/sample/write-note";

/** A touchpoint before it has an id. */
export interface JourneyEvent {
  readonly kind: string;
  readonly atMs: number;
  readonly value: number | null;
  readonly sentiment: number | null;
  readonly note: string | null;
}

export interface JourneyOutcome {
  readonly type: SampleOutcomeType;
  readonly dayMs: number;
  readonly reasons: readonly string[];
  readonly avoidable: boolean | null;
}

/** A story that is going on: how many weeks it has run and will run, and which single beats have been played. */
export interface RunningStory {
  readonly story: Story;
  readonly lengthWeeks: number;
  readonly played: Set<string>;
  weeks: number;
}

/** One customer's relationship while it is simulated. Changed in place, week by week. */
export interface Journey {
  readonly random: Random;
  readonly profile: CustomerProfile;
  /** What has happened, up to the end of the last settled week. */
  readonly events: JourneyEvent[];
  outcomes: JourneyOutcome[];
  /** What is bound to happen, unless the relationship ends before. */
  pending: JourneyEvent[];
  effects: Effect[];
  running: RunningStory | null;
  /** The last story, and when it was left. */
  lastStory: { readonly story: Story; readonly endedMs: number } | null;
  contact: string;
  mrrMinor: number;
  seats: number;
  /** Logarithm of usage against the customer's ordinary usage. */
  engagement: number;
  lullWeeks: number;
  openComplaints: number;
  lastSessionMs: number;
  /** Log-odds of leaving that recent touchpoints add. */
  pressure: number;
  /** Start of the present contract; null in courtship and after the end. */
  contractMs: number | null;
  /** The day of the end, once it is decided. */
  leavingMs: number | null;
  /** The day on which the relationship ended last. */
  leftMs: number | null;
}

/** Lets a touchpoint happen at an instant: it counts once its week is settled. */
export function record(
  journey: Journey,
  kind: string,
  atMs: number,
  {
    value = null,
    sentiment = null,
    tone = null,
  }: { value?: number | null; sentiment?: number | null; tone?: Tone | null } = {},
): void {
  const note = writeNote(journey.random, {
    kind,
    tone,
    contact: journey.contact,
    percent: kind === "price-increase" ? value : null,
  });
  const rounded = sentiment === null ? null : Math.round(Math.min(Math.max(sentiment, -1), 1) * 100) / 100 + 0;
  journey.pending.push({ kind, atMs, value, sentiment: rounded, note });
}
