import { Readable } from "node:stream";
import { type Stringifier, stringify } from "csv-stringify";
import type { Member } from "@/lib/auth/member";
import { bandOf } from "@/lib/bands/band-of";
import { spreadsheetSafe } from "@/lib/csv/spreadsheet-safe";
import { seesOnlyOwnBook } from "@/lib/customers/visible-customers";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { asOfInstant } from "@/lib/organisations/as-of-instant";
import { organisationNow } from "@/lib/organisations/organisation-now";
import type { AsOf } from "@/lib/schemas/instant";
import { knownTouchpoints } from "@/lib/scoring/learning/known-touchpoints";
import { sigmoid } from "@/lib/scoring/model/sigmoid";
import { forEachCase } from "./for-each-case";
import { loadScoringSetup } from "./scoring-setup";

const COLUMNS = ["externalId", "probability", "risk", "band", "logOdds"];

/**
 * Every customer's score at a moment as CSV, streamed: from what was known then, under the active model.
 * @param asOf left out: the organisation's clock
 * @throws AppError forbidden for a member who may not see every customer
 */
export async function exportScores(member: Member, asOf?: AsOf): Promise<ReadableStream<Uint8Array>> {
  if (seesOnlyOwnBook(member))
    throw new AppError("forbidden", "Only people who see every customer can take all scores.");
  const { organisationId } = member;
  const { setup, momentMs } = await withTenant(organisationId, async (tx) => {
    const setup = await loadScoringSetup(tx, organisationId);
    const { settings } = setup;
    return { setup, momentMs: asOf === undefined ? await organisationNow(tx, settings) : asOfInstant(asOf, settings) };
  });
  const csv = stringify({ header: true, columns: COLUMNS });
  const source = { organisationId, isClockFixed: setup.settings.clockMs !== null, asOfMs: [momentMs] };
  const run = forEachCase(source, async (customer) => {
    const touchpoints = knownTouchpoints(customer, momentMs);
    const [logOdds = 0] = setup.scorer.logOddsAt(touchpoints, customer.facts, [momentMs]);
    const probability = sigmoid(logOdds);
    const band = bandOf(probability, setup.settings.bandFloors);
    const hasRoom = csv.write([spreadsheetSafe(customer.externalId), probability, probability * 100, band, logOdds]);
    if (!hasRoom) await drained(csv);
  });
  run.then(
    () => csv.end(),
    (error) => csv.destroy(error),
  );
  return Readable.toWeb(csv) as ReadableStream<Uint8Array>;
}

/** Waits until there is room. @throws when the reader is gone: both transactions then end instead of waiting for ever */
function drained(csv: Stringifier): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => () => {
      csv.off("drain", onDrain).off("close", onClose);
      finish();
    };
    const onDrain = settle(resolve);
    const onClose = settle(() => reject(new Error("The reader of the scores has gone")));
    csv.once("drain", onDrain).once("close", onClose);
    if (csv.destroyed) onClose();
  });
}
