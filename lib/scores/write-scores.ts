import type { PoolClient } from "pg";
import { copyInLines } from "@/lib/db/copy-in-lines";
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
const SLICE_CUSTOMERS = 4_000;
/** Of few customers, smaller slices: nothing is written while the first is scored, or scored while the last is written. */
const SLICES = 10;
const PROGRESS_EVERY_CUSTOMERS = 500;

/** What is scored: everyone or some, as of when, and under which run. */
export type ScoringPass = Readonly<{
  setup: ScoringSetup;
  runId: number;
  /** The run whose scores are deleted as the new ones are written; null: none. */
  replacedRunId: number | null;
  asOfMs: number;
  customerIds?: readonly number[];
  /** Scores everyone as well, for comparison. */
  shadow?: ShadowModel | null;
  onProgress?: (customers: number) => void;
}>;

type Slice = { ids: number[]; lines: string };

/**
 * Scores customers and writes them into `score` under the pass's run, with their history, in the caller's transaction.
 * Touchpoints stream in on one connection, and slices of scores stream out on another: the server writes one slice while
 * the next is scored, so that the longer of the two is what a run takes. Memory is two slices, about 4 MB, whatever the
 * size of the organisation.
 * Cost a customer: 45 bytes in for each touchpoint, 400 bytes out, one row and six index entries written, one row
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
  let slice: Slice = { ids: [], lines: "" };
  let writing: Promise<void> = Promise.resolve();
  let done = 0;

  /** Begins to write the slice; what it returns is settled when the one before is written. */
  function handOver(): Promise<void> {
    const before = writing;
    const full = slice;
    slice = { ids: [], lines: "" };
    writing = before.then(() => writeSlice(writer, pass, full));
    // A failure is met by whoever waits next; unobserved it would end the process.
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
            slice.lines += scoreRow(pass.setup, pass.runId, scoreCustomer(pass, customer));
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

async function writeSlice(writer: PoolClient, pass: ScoringPass, { ids, lines }: Slice): Promise<void> {
  if (ids.length === 0) return;
  const organisationId = pass.setup.settings.id;
  await copyInLines(writer, `COPY score_fresh (${SCORE_COLUMNS}) FROM STDIN`, async (write) => write(lines));
  const isSeen = pass.replacedRunId === pass.runId;
  if (isSeen) {
    await withdrawScores(writer, { organisationId, runId: pass.runId, customerIds: ids });
  } else if (pass.replacedRunId !== null) {
    await writer.query("DELETE FROM score WHERE organisation_id = $1 AND run_id = $2 AND customer_id = ANY ($3)", [
      organisationId,
      pass.replacedRunId,
      ids,
    ]);
  }
  const { modelVersion, ruleSetVersion, settings } = pass.setup;
  await insertScores(writer, {
    organisationId,
    currency: settings.currency,
    modelVersion,
    ruleSetVersion,
    seenRunId: isSeen ? pass.runId : null,
  });
  await writer.query("TRUNCATE score_fresh");
}

function scoreCustomer({ setup, asOfMs, shadow }: ScoringPass, customer: CustomerToScore): ScoredCustomer {
  const { touchpoints, facts } = customer;
  const logOddsWeekAgo = setup.scorer.logOddsAt(touchpoints, facts, [asOfMs - WEEK_MS])[0] ?? 0;
  const score = setup.scorer.outlineAt(touchpoints, facts, asOfMs);
  const stage = stageAt({ setup, customer, asOfMs, probability: score.probability });
  const shadowLogOdds = shadow ? (shadow.scorer.logOddsAt(touchpoints, facts, [asOfMs])[0] ?? null) : null;
  return { customerId: customer.id, mrrMinor: facts.mrrMinor, score, logOddsWeekAgo, stage, shadowLogOdds };
}
