import { stringify } from "csv-stringify/sync";
import type { Member } from "@/lib/auth/member";
import { spreadsheetSafe } from "@/lib/csv/spreadsheet-safe";
import type { CustomerSelection } from "@/lib/schemas/customer-list";
import { inWords } from "@/lib/scores/reason-in-words";
import type { LeaderboardRow } from "./leaderboard-row";
import { listCustomers } from "./list-customers";

const PAGE_ROWS = 1_000;
const COLUMNS = [
  "externalId",
  "name",
  "owner",
  "stage",
  "risk",
  "probability",
  "band",
  "change7d",
  "mrrMinor",
  "valueAtRiskMinor",
  "currency",
  "topReason",
  "renewsOn",
  "timeLeftDays",
  "evidence",
  "asOf",
];

/**
 * What a filter leaves of the leaderboard, or the customers named, as CSV, in its order, among the customers that the
 * member may see. It is read page by page as fast as it is taken, so that memory is one page; money is in minor units.
 */
export function exportCustomers(member: Member, query: CustomerSelection): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cursor: string | null | undefined;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(encoder.encode(stringify([COLUMNS])));
      },
      async pull(controller) {
        const page = await listCustomers(member, { ...query, limit: PAGE_ROWS, cursor: cursor ?? undefined });
        if (page.items.length > 0) controller.enqueue(encoder.encode(stringify(page.items.map(toRecord))));
        cursor = page.nextCursor;
        if (cursor === null) controller.close();
      },
    },
    { highWaterMark: 1 },
  );
}

function toRecord(row: LeaderboardRow): (string | number | null)[] {
  return [
    spreadsheetSafe(row.externalId),
    spreadsheetSafe(row.name),
    row.owner === null ? null : spreadsheetSafe(row.owner.name),
    row.stage,
    row.risk,
    row.probability,
    row.band,
    row.change7d,
    row.mrrMinor,
    row.valueAtRiskMinor,
    row.currency,
    row.topReason === null ? null : spreadsheetSafe(inWords(row.topReason.text)),
    row.renewsOn,
    row.timeLeft?.days ?? null,
    row.evidence,
    row.asOf,
  ];
}
