import type { PoolClient } from "pg";
import { copyIn } from "@/lib/db/copy-in";
import { LineBuffer } from "@/lib/db/line-buffer";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { type CustomerToScore, forEachCustomer } from "./for-each-customer";
import { insertScores } from "./insert-scores";
import type { ShadowModel } from "./load-shadow";
import { SCORE_COLUMNS, type ScoredCustomer, scoreRow } from "./score-row";
import type { ScoringSetup } from "./scoring-setup";
import { stageAt } from "./stages-at";
import { withdrawScores } from "./withdraw-scores";

const WEEK_MS = 7 * 86_400_000;
/** So many customers at most are written at once, while the next are scored. */
const SLICE_CUSTOMERS = 2_000;
/** Of few customers, smaller slices: nothing is written while the first is scored, or scored while the last is written. */
const SLICES = 10;
const PROGRESS_EVERY_CUSTOMERS = 500;

/** What is scored: everyone or some, as of when, and under which run. */
export type ScoringPass = Readonly<{
  setup: ScoringSetup;
  runId: number;
  /** Only these, in a run that readers see; undefined: everyone, in a new one. */
  customerIds?: readonly number[];
  /** The run whose scores are deleted as those of a new one are written; null: none. */
  replacedRunId: number | null;
  asOfMs: number;
  /** Scores everyone as well, for comparison. */
  shadow?: ShadowModel | null;
  onProgress?: (customers: number) => void;
}>;

type Slice = Readonly<{ ids: number[]; lines: LineBuffer }>;

/**
 * Scores customers and writes them into `score` under the pass's run, with their history, in the caller's transaction.
 * Touchpoints stream in on one connection, and slices of scores stream out on another: the server writes one slice while
 * the next is scored, so that the longer of the two is what a run takes. Scores that are replaced in a run that readers see
 * are deleted while the first slice is scored. Memory is two slices, about 2 MB, whatever the size of the organisation.
 * Cost a customer: 45 bytes in for each touchpoint, 450 bytes out, one row and six index entries written, one row
 * deleted, and two look-ups in the history.
 * @returns how many customers were scored
 */
export async function writeScores(writer: PoolClient, pass: ScoringPass): Promise<number> {
  const organisationId = pass.setup.settings.id;
  await writer.query("CREATE TEMP TABLE score_fresh (LIKE score INCLUDING DEFAULTS) ON COMMIT DROP");
  const sliceCustomers = Math.min(
    SLICE_CUSTOMERS,
    Math.ceil((pass.customerIds?.length ?? Number.POSITIVE_INFINITY) / SLICES),
  );
  let slice: Slice = { ids: [], lines: new LineBuffer() };
  let spare: Slice = { ids: [], lines: new LineBuffer() };
  let writing = withdrawSeen(writer, pass);
  // A failure is met by whoever waits next; unobserved it would end the process.
  writing.catch(() => undefined);
  let done = 0;

  /** Begins to write the slice; what it returns is settled when the one before is written. */
  function handOver(): Promise<void> {
    const before = writing;
    const full = slice;
    slice = spare;
    spare = full;
    writing = before.then(() => writeSlice(writer, pass, full));
    writing.catch(() => undefined);
    return before;
  }

  try {
    await withTenantClient(organisationId, (touchpointClient) =>
      withTenantClient(organisationId, (customerClient) =>
        forEachCustomer(
          { organisationId, touchpointClient, customerClient, customerIds: pass.customerIds },
          (customer) => {
            slice.ids.push(customer.id);
            slice.lines.append(scoreRow(pass.setup, pass.runId, scoreCustomer(pass, customer)));
            done += 1;
            if (done % PROGRESS_EVERY_CUSTOMERS === 0) pass.onProgress?.(done);
            return slice.ids.length === sliceCustomers ? handOver() : undefined;
          },
        ),
      ),
    );
    await handOver();
  } finally {
    // The caller's connection is free again only when no slice is being written.
    await writing.catch(() => undefined);
  }
  await writing;
  return done;
}

async function withdrawSeen(writer: PoolClient, { setup, runId, customerIds }: ScoringPass): Promise<void> {
  if (customerIds) await withdrawScores(writer, { organisationId: setup.settings.id, runId, customerIds });
}

/** Writes a slice and empties it. */
async function writeSlice(writer: PoolClient, pass: ScoringPass, { ids, lines }: Slice): Promise<void> {
  if (ids.length === 0) return;
  const { modelVersion, ruleSetVersion, settings } = pass.setup;
  await copyIn(writer, `COPY score_fresh (${SCORE_COLUMNS}) FROM STDIN`, [lines.bytes()]);
  if (pass.replacedRunId !== null) {
    await writer.query("DELETE FROM score WHERE organisation_id = $1 AND run_id = $2 AND customer_id = ANY ($3)", [
      settings.id,
      pass.replacedRunId,
      ids,
    ]);
  }
  await insertScores(writer, {
    organisationId: settings.id,
    currency: settings.currency,
    modelVersion,
    ruleSetVersion,
    seenRunId: pass.customerIds ? pass.runId : null,
  });
  await writer.query("TRUNCATE score_fresh");
  ids.length = 0;
  lines.clear();
}

function scoreCustomer({ setup, asOfMs, shadow }: ScoringPass, customer: CustomerToScore): ScoredCustomer {
  const { touchpoints, facts } = customer;
  const logOddsWeekAgo = setup.scorer.logOddsAt(touchpoints, facts, [asOfMs - WEEK_MS])[0] ?? 0;
  const score = setup.scorer.outlineAt(touchpoints, facts, asOfMs);
  const stage = stageAt({ setup, customer, asOfMs, probability: score.probability });
  const shadowLogOdds = shadow ? (shadow.scorer.logOddsAt(touchpoints, facts, [asOfMs])[0] ?? null) : null;
  return { customerId: customer.id, mrrMinor: facts.mrrMinor, score, logOddsWeekAgo, stage, shadowLogOdds };
}
