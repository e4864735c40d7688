import type { Member } from "@/lib/auth/member";
import { type TenantTransaction, withTenant } from "@/lib/db/with-tenant";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { AppError } from "@/lib/errors";
import type { LedgerQuery } from "@/lib/schemas/ledger-query";
import type { CustomerCase } from "@/lib/scores/load-customer-case";
import { changeView, type LedgerSide } from "./change-view";
import { factsAt } from "./facts-at";
import { decodeLedgerCursor, encodeLedgerCursor } from "./ledger-cursor";
import type { ChangeView, LedgerView } from "./ledger-view";
import { type FormerFacts, loadFormerFacts } from "./load-former-facts";
import { type KindMove, loadKindMoves } from "./load-kind-moves";
import { type FindSetup, loadPastSetups } from "./load-past-setups";
import { loadRecordedScores, type RecordedScore } from "./load-recorded-scores";

const WEEK_MS = 7 * 86_400_000;

type Records = Readonly<{
  /** Newest first: those of the page, then the one before the last and the one after that. */
  page: readonly RecordedScore[];
  /** The last one up to the start and the end of the summary. */
  atFrom: RecordedScore | undefined;
  atTo: RecordedScore | undefined;
  former: readonly FormerFacts[];
}>;

/**
 * Why a customer's score changed: since a moment (a week ago unless told), and from each recorded score to the next.
 * @throws AppError bad-request for a bad cursor, or a start that is not before the end
 */
export async function viewLedger(member: Member, found: CustomerCase, query: LedgerQuery): Promise<LedgerView> {
  const before = query.cursor === undefined ? undefined : decodeLedgerCursor(query.cursor);
  const toMs = query.to ?? found.asOfMs;
  const fromMs = query.from ?? toMs - WEEK_MS;
  if (fromMs >= toMs) throw new AppError("bad-request", "`from` must be before the moment of the score.");
  const { organisationId } = member;
  const customerId = found.customer.id;
  const records = await withTenantClient(organisationId, async (client): Promise<Records> => {
    const load = (upToMs: number, limit: number) =>
      loadRecordedScores(client, { organisationId, customerId, upToMs, limit });
    return {
      page: await loadRecordedScores(client, {
        organisationId,
        customerId,
        upToMs: toMs,
        before,
        limit: query.limit + 2,
      }),
      atFrom: (await load(fromMs, 1))[0],
      atTo: (await load(toMs, 1))[0],
      former: await loadFormerFacts(client, organisationId, customerId),
    };
  });
  return withTenant(organisationId, async (tx) => {
    const sides = ledgerSides(found, records.former, await loadPastSetups(tx, found.setup));
    const summary = found.isScored ? await sinceView(found, sides, records, { fromMs, toMs }) : null;
    const moves = await movesOf(tx, found);
    return {
      externalId: found.customer.externalId,
      summary,
      ...(await pageView(found, sides, { ...records, moves }, query)),
    };
  });
}

/** Merges into kinds that the customer has touchpoints of: no others can have taken anything away. */
async function movesOf(tx: TenantTransaction, { setup, touchpoints }: CustomerCase): Promise<readonly KindMove[]> {
  const { kindId, length } = touchpoints.columns;
  const known = new Set(kindId.subarray(0, length));
  return (await loadKindMoves(tx, setup.settings.id)).filter(({ intoId }) => known.has(intoId));
}

type Sides = ReturnType<typeof ledgerSides>;

/** What stood behind a score: one that was recorded, or one at any moment. */
function ledgerSides(found: CustomerCase, former: readonly FormerFacts[], findSetup: FindSetup) {
  const { touchpoints, customer, setup } = found;
  const knownAt = async (asOfMs: number, knownMs: number, modelVersion: number | null): Promise<LedgerSide> => ({
    asOfMs,
    setup: await findSetup(knownMs, modelVersion),
    facts: factsAt(former, customer.facts, knownMs),
    isKnown: (index) => (touchpoints.receivedAtMs[index] ?? 0) <= knownMs,
  });
  return {
    recorded: ({ asOfMs, computedMs, modelVersion }: RecordedScore) => knownAt(asOfMs, computedMs, modelVersion),
    /** Where the clock stands still, arrival tells nothing but before or after a recorded score. */
    at: (asOfMs: number, { computedMs, modelVersion }: RecordedScore) => {
      const isLive = setup.settings.clockMs === null;
      return isLive && asOfMs > computedMs ? knownAt(asOfMs, asOfMs, null) : knownAt(asOfMs, computedMs, modelVersion);
    },
    /** With all that is known today. */
    today: (asOfMs: number): LedgerSide => ({ asOfMs, setup, facts: customer.facts, isKnown: () => true }),
  };
}

async function sinceView(
  found: CustomerCase,
  sides: Sides,
  { atFrom, atTo }: Records,
  { fromMs, toMs }: Readonly<{ fromMs: number; toMs: number }>,
): Promise<LedgerView["summary"]> {
  const before = atFrom ? await sides.at(fromMs, atFrom) : sides.today(fromMs);
  const isPast = toMs < found.asOfMs && atTo !== undefined;
  const after = isPast ? await sides.at(toMs, atTo) : sides.today(toMs);
  return { ...changeView(found, before, after), basis: atFrom ? "recorded" : "reconstructed" };
}

async function pageView(
  found: CustomerCase,
  sides: Sides,
  { page, moves }: Records & Readonly<{ moves: readonly KindMove[] }>,
  { from, limit }: LedgerQuery,
): Promise<Pick<LedgerView, "items" | "nextCursor">> {
  const items: ChangeView[] = [];
  for (let at = 0; at < limit; at++) {
    const [to, was] = [page[at], page[at + 1]];
    if (!to || !was || (from !== undefined && to.asOfMs <= from)) return { items, nextCursor: null };
    const recorded = {
      logOdds: to.logOdds - was.logOdds,
      kindsMerged: moves.some(({ movedMs }) => movedMs > was.computedMs),
    };
    items.push(changeView(found, await sides.recorded(was), await sides.recorded(to), recorded));
  }
  const last = page[limit - 1];
  return { items, nextCursor: last && page[limit + 1] ? encodeLedgerCursor(last) : null };
}
