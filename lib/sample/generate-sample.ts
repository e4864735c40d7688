import { anniversaryAfter, DAY_MS, dayOf, workingHour } from "@/lib/sample/calendar";
import type { Journey } from "@/lib/sample/journey";
import { UNUSUAL_NAMES } from "@/lib/sample/languages";
import { type CustomerProfile, profileCustomer } from "@/lib/sample/profile-customer";
import { createRandom, type Random } from "@/lib/sample/random";
import { BOOK_OWNERS, SAMPLE_ORGANISATION } from "@/lib/sample/sample-organisation";
import type { Sample, SampleCustomer, SampleOutcome, SampleTouchpoint } from "@/lib/sample/sample-types";
import { type SampleWindow, simulateJourney } from "@/lib/sample/simulate-journey";
import { writeCompanyName } from "@/lib/sample/write-name";

const CUSTOMERS = 400;
const PROSPECT_SHARE = 0.04;
const LONG_STANDING_SHARE = 0.6;
const WINDOW_DAYS = 729;
const OUTAGES = 7;
/** Customers with everyday names before the first unusual one. */
const FIRST_UNUSUAL_NAME = 30;

/**
 * The sample organisation's customers, touchpoints and outcomes of two years up to `asOf`. Break-ups are drawn week by
 * week from a hazard that depends on the touchpoints before (see `breakUpHazard`). The same seed and asOf give the
 * same sample; nothing lies after asOf but renewal dates.
 */
export function generateSample({ seed = 20261101, asOf = new Date("2026-06-30T12:00:00Z") } = {}): Sample {
  const window = openWindow(seed, asOf.getTime());
  const taken = new Set<string>();
  const customers: SampleCustomer[] = [];
  const touchpoints: SampleTouchpoint[] = [];
  const outcomes: SampleOutcome[] = [];
  for (let index = 1; index <= CUSTOMERS; index++) {
    const externalId = `HBR-${String(index).padStart(4, "0")}`;
    const random = createRandom(seed, index);
    const profile = profileCustomer(
      random,
      { fromMs: window.fromMs, toMs: window.asOfMs },
      drawStanding(random.uniform()),
    );
    const name = nameCustomer(random, profile, taken);
    taken.add(name);
    const journey = simulateJourney(random, profile, window);
    customers.push(toCustomer(journey, { externalId, name, asOfMs: window.asOfMs }));
    touchpoints.push(...toTouchpoints(journey, externalId, window.asOfMs));
    outcomes.push(...toOutcomes(journey, externalId, window.asOfMs));
  }
  const owners = BOOK_OWNERS.map(({ email, name, role }) => ({ email, name, role }));
  return { customers, touchpoints, outcomes, owners };
}

function openWindow(seed: number, asOfMs: number): SampleWindow {
  const random = createRandom(seed, 0);
  const fromMs = dayOf(asOfMs) - WINDOW_DAYS * DAY_MS;
  const outagesMs = Array.from({ length: OUTAGES }, () =>
    workingHour(random, dayOf(random.between(fromMs, asOfMs - DAY_MS))),
  );
  return { fromMs, asOfMs, outagesMs };
}

function nameCustomer(random: Random, profile: CustomerProfile, taken: ReadonlySet<string>): string {
  const { language } = profile.country;
  const unusual = UNUSUAL_NAMES.find((candidate) => candidate.language === language && !taken.has(candidate.name));
  if (unusual !== undefined && taken.size > FIRST_UNUSUAL_NAME) return unusual.name;
  return writeCompanyName(random, { language, industry: profile.industry.key, taken });
}

function drawStanding(uniform: number): "prospect" | "long-standing" | "joined" {
  if (uniform < PROSPECT_SHARE) return "prospect";
  return uniform < PROSPECT_SHARE + LONG_STANDING_SHARE ? "long-standing" : "joined";
}

function toCustomer(
  { profile, contractMs, mrrMinor, seats }: Journey,
  { externalId, name, asOfMs }: { externalId: string; name: string; asOfMs: number },
): SampleCustomer {
  const { country, industry, segment, plan, owner, startedMs } = profile;
  return {
    externalId,
    name,
    ownerEmail: owner.email,
    mrrMinor: startedMs === null ? null : mrrMinor,
    currency: SAMPLE_ORGANISATION.currency,
    startedOn: startedMs === null ? null : new Date(startedMs),
    renewsOn: contractMs === null ? null : new Date(anniversaryAfter(contractMs, asOfMs)),
    traits: {
      industry: industry.label,
      segment,
      region: country.region,
      country: country.code,
      ...(startedMs === null ? {} : { plan, seats }),
    },
  };
}

function toTouchpoints({ events }: Journey, externalId: string, asOfMs: number): SampleTouchpoint[] {
  const past = events.filter((event) => event.atMs <= asOfMs).sort((first, second) => first.atMs - second.atMs);
  return past.map(({ kind, atMs, value, sentiment, note }, index) => ({
    id: `${externalId}-${String(index + 1).padStart(4, "0")}`,
    customerExternalId: externalId,
    kind,
    occurredAt: new Date(atMs),
    value,
    sentiment,
    details: note === null ? null : { note },
  }));
}

function toOutcomes({ outcomes }: Journey, customerExternalId: string, asOfMs: number): SampleOutcome[] {
  const past = outcomes
    .filter((outcome) => outcome.dayMs <= asOfMs)
    .sort((first, second) => first.dayMs - second.dayMs);
  return past.map(({ type, dayMs, reasons, avoidable }) => ({
    customerExternalId,
    type,
    occurredOn: new Date(dayMs),
    reasons,
    avoidable,
  }));
}
