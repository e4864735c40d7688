import type { PoolClient } from "pg";
import { copyInLines } from "@/lib/db/copy-in-lines";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { type CustomerToScore, forEachCustomer } from "./for-each-customer";
import { SCORE_COLUMNS, type ScoredCustomer, scoreRow } from "./score-row";
import type { ScoringSetup } from "./scoring-setup";
import { stageAt } from "./stages-at";

const WEEK_MS = 7 * 86_400_000;
const PROGRESS_EVERY_CUSTOMERS = 500;

/** What is scored: everyone or some, as of when, under which run. */
export type ScoringPass = Readonly<{
  setup: ScoringSetup;
  runId: number;
  asOfMs: number;
  customerIds?: readonly number[];
  onProgress?: (customers: number) => void;
}>;

/**
 * Scores customers and writes them into `score` under the pass's run, in the caller's transaction.
 * Touchpoints stream in on one connection, scores stream out on another; memory does not grow with the organisation.
 * @returns how many customers were scored
 */
export async function writeScores(writer: PoolClient, pass: ScoringPass): Promise<number> {
  const organisationId = pass.setup.settings.id;
  await writer.query("CREATE TEMP TABLE score_fresh (LIKE score) ON COMMIT DROP");
  const customers = await copyInLines(writer, `COPY score_fresh (${SCORE_COLUMNS}) FROM STDIN`, (write) =>
    withTenantClient(organisationId, (touchpointClient) =>
      withTenantClient(organisationId, async (customerClient) => {
        let done = 0;
        await forEachCustomer(
          { organisationId, touchpointClient, customerClient, customerIds: pass.customerIds },
          (customer) => {
            done += 1;
            if (done % PROGRESS_EVERY_CUSTOMERS === 0) pass.onProgress?.(done);
            return write(scoreRow(pass.setup, pass.runId, scoreCustomer(pass, customer)));
          },
        );
        return done;
      }),
    ),
  );
  await writer.query(`INSERT INTO score (${SCORE_COLUMNS}) SELECT ${SCORE_COLUMNS} FROM score_fresh`);
  return customers;
}

function scoreCustomer({ setup, asOfMs }: ScoringPass, customer: CustomerToScore): ScoredCustomer {
  const { touchpoints, facts } = customer;
  const logOddsWeekAgo = setup.scorer.logOddsAt(touchpoints, facts, [asOfMs - WEEK_MS])[0] ?? 0;
  const score = setup.scorer.outlineAt(touchpoints, facts, asOfMs);
  const stage = stageAt({ setup, customer, asOfMs, probability: score.probability });
  return { customerId: customer.id, mrrMinor: facts.mrrMinor, score, logOddsWeekAgo, stage };
}
