import { GatheredRows } from "./gathered-rows";
import { type Lookups, lookupMemory } from "./lookup-memory";
import type { TouchpointRow } from "./touchpoint-row";

/** So many rows go together at most, unless one batch alone has more. */
const MOST_GATHERED_ROWS = 10_000;
/** With two, PostgreSQL need not wait for the answers of one to be sent and the next batches to be read. */
const TRIPS_AT_ONCE = 2;

type Group = Readonly<{ rows: GatheredRows; stored: Promise<Uint8Array | undefined> }>;

/** Under each set of lookups: the group that still takes batches, and the ends of those that leave before it. */
type Gathering = { open: Group | undefined; underWay: Promise<unknown>[] };

const gatherings = new WeakMap<Lookups, Gathering>();

/**
 * Stores a batch in one trip to the database: when all of its customers and kinds are remembered, and all rows are new. That
 * is what nearly all batches of a sender are after its first. Those that come while two trips are under way go together in
 * the next one: eight connections that insert at once stand in each other's way where there are fewer cores than that.
 * @returns undefined, with nothing stored, when the batch has to take the long way
 */
export async function insertKnownRows(
  organisationId: number,
  rows: readonly TouchpointRow[],
): Promise<Readonly<{ created: number; duplicates: number }> | undefined> {
  const lookups = lookupMemory.latest(organisationId);
  if (!lookups?.expectsNew || rows.length === 0) return undefined;
  const gathering = gatherings.get(lookups) ?? {
    open: undefined,
    underWay: Array(TRIPS_AT_ONCE).fill(Promise.resolve()),
  };
  gatherings.set(lookups, gathering);
  const { open } = gathering;
  const fitting = open && open.rows.length + rows.length <= MOST_GATHERED_ROWS ? open : undefined;
  const gathered = fitting?.rows ?? new GatheredRows(organisationId, lookups);
  const place = gathered.add(rows);
  if (!place) return undefined;
  const isStored = await (fitting ?? openGroup(gathering, gathered)).stored;
  if (!isStored) return undefined;
  const created = isStored.subarray(place.from, place.to).reduce((sum, one) => sum + one, 0);
  return { created, duplicates: rows.length - created };
}

/** A group that takes batches until there is a trip for it: those before it, as many as go at once but one, may be under way. */
function openGroup(gathering: Gathering, rows: GatheredRows): Group {
  const stored = Promise.resolve(gathering.underWay.shift()).then(() => {
    if (gathering.open === group) gathering.open = undefined;
    return rows.store();
  });
  const group = { rows, stored };
  gathering.open = group;
  gathering.underWay.push(stored);
  return group;
}
