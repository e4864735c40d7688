import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { startOfDay } from "@/lib/format/start-of-day";
import type { JourneyView } from "@/lib/journey/journey-view";
import type { LedgerView } from "@/lib/ledger/ledger-view";
import { loadConfigurationChanges } from "@/lib/ledger/load-configuration-changes";
import { loadFormerFacts } from "@/lib/ledger/load-former-facts";
import { viewLedger } from "@/lib/ledger/view-ledger";
import { JOURNEY_DAYS, type JourneySearch } from "@/lib/schemas/journey-search";
import { type CustomerCase, loadCustomerCase } from "@/lib/scores/load-customer-case";
import { caseAsOf } from "./case-as-of";
import type { CustomerView } from "./customer-view";
import { viewCustomer } from "./view-customer";
import { type JourneyStretch, viewJourney } from "./view-journey";

const DAY_MS = 86_400_000;
/** Earlier changes of the risk shown at once when they are asked for. */
const EARLIER_CHANGES = 30;

/** Everything that a customer's page shows, from one look at the customer. */
export type CustomerPageView = Readonly<{
  asOfMs: number;
  /** The page tells the past: `asOfMs` was asked for and lies before the newest score. */
  isReplay: boolean;
  horizonDays: number;
  timeZone: string;
  customer: CustomerView;
  /** The stretch that was asked for; `touchpoints` holds the category that was asked for alone. */
  journey: JourneyView;
  ledger: LedgerView;
}>;

/** @throws AppError not-found for a customer that is none, or that the member may not see */
export async function readCustomerPage(
  member: Member,
  externalId: string,
  search: JourneySearch,
): Promise<CustomerPageView> {
  const { organisationId } = member;
  const current = await loadCustomerCase(member, externalId);
  const { timeZone, horizonDays } = current.setup.settings;
  const found = await asAskedFor(member, current, search.asOf && endOfDay(search.asOf, timeZone));
  const changes = await withTenant(organisationId, (tx) => loadConfigurationChanges(tx, organisationId));
  const isReplay = found !== current;
  const known = isReplay ? changes.filter(({ atMs }) => atMs <= found.asOfMs) : changes;
  const journey = viewJourney(found, known, stretchOf(search, found.asOfMs, timeZone));
  const ledgerQuery = { limit: search.changes ? EARLIER_CHANGES : 1, ...(isReplay ? { to: found.asOfMs } : {}) };
  return {
    asOfMs: found.asOfMs,
    isReplay,
    horizonDays,
    timeZone,
    customer: viewCustomer(found),
    journey: {
      ...journey,
      fromMs: search.from ? journey.fromMs : Math.max(journey.fromMs, Math.min(journey.firstMs, found.asOfMs - DAY_MS)),
      touchpoints: search.lane
        ? journey.touchpoints.filter(({ category }) => category === search.lane)
        : journey.touchpoints,
    },
    ledger: await viewLedger(member, found, ledgerQuery),
  };
}

async function asAskedFor(
  { organisationId }: Member,
  current: CustomerCase,
  asOfMs: number | undefined | "",
): Promise<CustomerCase> {
  if (!asOfMs || asOfMs >= current.asOfMs) return current;
  const former = await withTenantClient(organisationId, (client) =>
    loadFormerFacts(client, organisationId, current.customer.id),
  );
  return caseAsOf(current, asOfMs, former);
}

function stretchOf({ from, to, range }: JourneySearch, asOfMs: number, timeZone: string): JourneyStretch {
  if (from && to) return { fromMs: startOfDay(from, timeZone), toMs: endOfDay(to, timeZone) };
  return { fromMs: Math.max(0, asOfMs - JOURNEY_DAYS[range] * DAY_MS) };
}

/** The last millisecond of a day. */
function endOfDay(isoDate: string, timeZone: string): number {
  const next = new Date(Date.parse(`${isoDate}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return startOfDay(next, timeZone) - 1;
}
