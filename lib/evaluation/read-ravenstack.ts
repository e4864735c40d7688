import { join } from "node:path";
import { AppError } from "@/lib/errors";
import type { EvaluationData } from "@/lib/evaluation/evaluation-data";
import { type FileRows, gatherCases } from "@/lib/evaluation/gather-cases";
import { NEW_ORGANISATION } from "@/lib/evaluation/new-organisation";
import { type CsvRow, readCsv } from "@/lib/evaluation/read-csv";
import { UTC_DAYS } from "@/lib/scoring/learning/day-clock";
import type { TouchpointRow } from "@/lib/touchpoints/touchpoint-row";

const LAST_DATE = "2024-12-31";
const NEXT_DATE = "2025-01-01";
const TRAITS = ["industry", "country", "referral_source", "plan_tier", "is_trial"] as const;

/**
 * 500 made-up accounts whose churn flag has nothing to do with anything else: a model that finds something in them is
 * wrong. What the tables say of the ending itself (churn events, churn flags and end dates of subscriptions) is left out.
 */
export async function readRavenstack(folder: string): Promise<EvaluationData> {
  const read = (name: string) => readCsv(join(folder, `ravenstack_${name}.csv`));
  const accounts = await read("accounts");
  const touchpoints = touchpointsOf({
    subscriptions: await read("subscriptions"),
    tickets: await read("supports_ticket"),
    usage: await read("feature_usage"),
  });
  const { customers, kinds } = gatherCases({
    customers: accounts.map((account, row) => ({
      row,
      externalId: account.text("account_id"),
      startedOn: dateOf(account.text("signup_date")),
      traits: new Map<string, string | number>([
        ...TRAITS.map((name) => [name, account.text(name)] as const),
        ["seats", account.number("seats")],
      ]),
    })),
    touchpoints,
    outcomes: accounts.flatMap(brokenUp),
  });
  const asOfMs = UTC_DAYS.endOf(UTC_DAYS.dayOf(Date.parse(`${LAST_DATE}T00:00:00Z`)));
  return {
    task: "ravenstack",
    customers,
    setup: { ...NEW_ORGANISATION, kinds, knownUntilMs: UTC_DAYS.endOf(UTC_DAYS.dayOf(asOfMs) + 90) },
    trainAsOfMs: [asOfMs],
    testAsOfMs: null,
  };
}

/** The flag has no date of its own: it stands for the time after the tables. */
function brokenUp(account: CsvRow, row: number): NonNullable<FileRows["outcomes"]> {
  if (account.text("churn_flag") !== "TRUE") return [];
  const customerExternalId = account.text("account_id");
  return [{ row, customerExternalId, type: "break-up", occurredOn: NEXT_DATE, reasons: [], avoidable: null }];
}

type Tables = Readonly<Record<"subscriptions" | "tickets" | "usage", readonly CsvRow[]>>;

function touchpointsOf({ subscriptions, tickets, usage }: Tables): readonly TouchpointRow[] {
  const accountOf = new Map(subscriptions.map((row) => [row.text("subscription_id"), row.text("account_id")]));
  return [
    ...subscriptions.flatMap((row) => {
      const of = { id: row.text("subscription_id"), account: row.text("account_id"), date: row.text("start_date") };
      return [
        touchpoint({ ...of, kind: "contract-signed", value: row.number("mrr_amount") }),
        ...(row.text("upgrade_flag") === "TRUE" ? [touchpoint({ ...of, kind: "plan-upgraded" })] : []),
        ...(row.text("downgrade_flag") === "TRUE" ? [touchpoint({ ...of, kind: "downgrade-request" })] : []),
      ];
    }),
    ...tickets.flatMap((row) => {
      const of = { id: row.text("ticket_id"), account: row.text("account_id"), date: row.text("submitted_at") };
      const satisfaction = row.optionalNumber("satisfaction_score");
      return [
        touchpoint({ ...of, kind: "support-ticket", value: row.optionalNumber("resolution_time_hours") }),
        ...(row.text("escalation_flag") === "TRUE" ? [touchpoint({ ...of, kind: "ticket-escalated" })] : []),
        ...(satisfaction === undefined ? [] : [touchpoint({ ...of, kind: "csat-response", value: satisfaction })]),
      ];
    }),
    ...usage.map((row) =>
      touchpoint({
        id: row.text("usage_id"),
        account: accountOf.get(row.text("subscription_id")) ?? "",
        date: row.text("usage_date"),
        kind: "usage-session",
        value: row.number("usage_count"),
      }),
    ),
  ];
}

interface Dated {
  readonly id: string;
  readonly account: string;
  readonly date: string;
  readonly kind: string;
  readonly value?: number | undefined;
}

function touchpoint({ id, account, date, kind, value }: Dated): TouchpointRow {
  return {
    row: 0,
    senderId: `${kind} ${id}`,
    customerExternalId: account,
    kind,
    occurredAtMs: Date.parse(`${dateOf(date)}T00:00:00Z`),
    value: value ?? Number.NaN,
    sentiment: Number.NaN,
    details: null,
  };
}

/** DD-MM-YYYY, as these tables have it, as YYYY-MM-DD. */
function dateOf(text: string): string {
  const match = /^(\d{2})-(\d{2})-(\d{4})/.exec(text);
  if (!match) throw new AppError("bad-request", `“${text}” is no date in the form DD-MM-YYYY.`);
  return `${match[3]}-${match[2]}-${match[1]}`;
}
