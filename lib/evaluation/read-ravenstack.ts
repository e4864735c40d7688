import { join } from "node:path";
import { AppError } from "@/lib/errors";
import type { EvaluationTask } from "@/lib/evaluation/evaluation-task";
import { type CsvRow, readCsv } from "@/lib/evaluation/read-csv";
import { DAY_MS } from "@/lib/scoring/day";
import type { Column } from "@/lib/scoring/learning/table";

const FOLDS = 5;
/** The last day of the tables. */
const LAST_DAY_MS = Date.UTC(2024, 11, 31);
const CATEGORIES = ["industry", "country", "referral_source", "plan_tier", "is_trial"] as const;

/**
 * 500 made-up accounts whose churn flag has nothing to do with anything else: a model that finds something in them is
 * wrong. What the tables say of the ending itself (churn events, churn flags and end dates of subscriptions) is left out.
 */
export async function readRavenstack(folder: string): Promise<EvaluationTask> {
  const read = (name: string) => readCsv(join(folder, `ravenstack_${name}.csv`));
  const accounts = await read("accounts");
  const subscriptions = await read("subscriptions");
  const tickets = await read("supports_ticket");
  const accountOf = new Map(subscriptions.map((row) => [row.text("subscription_id"), row.text("account_id")]));
  const usage = await read("feature_usage");
  const ids = accounts.map((account) => account.text("account_id"));
  const total = (rows: readonly CsvRow[], add: (row: CsvRow) => number) =>
    totals(ids, rows, { add, accountOf: (row) => row.text("account_id") });
  const totalUsed = (add: (row: CsvRow) => number) =>
    totals(ids, usage, { add, accountOf: (row) => accountOf.get(row.text("subscription_id")) ?? "" });
  const columns: readonly Column[] = [
    ...CATEGORIES.map((name): Column => ({ type: "category", name, values: accounts.map((row) => row.text(name)) })),
    numeric(
      "seats",
      Float64Array.from(accounts, (row) => row.number("seats")),
    ),
    numeric(
      "tenureDays",
      Float64Array.from(accounts, (row) => (LAST_DAY_MS - dayMs(row.text("signup_date"))) / DAY_MS),
    ),
    numeric(
      "subscriptions",
      total(subscriptions, () => 1),
    ),
    numeric(
      "upgrades",
      total(subscriptions, (row) => Number(row.text("upgrade_flag") === "TRUE")),
    ),
    numeric(
      "downgrades",
      total(subscriptions, (row) => Number(row.text("downgrade_flag") === "TRUE")),
    ),
    numeric(
      "mrr",
      total(subscriptions, (row) => row.number("mrr_amount")),
    ),
    numeric(
      "uses",
      totalUsed((row) => row.number("usage_count")),
    ),
    numeric(
      "usageSeconds",
      totalUsed((row) => row.number("usage_duration_secs")),
    ),
    numeric(
      "errors",
      totalUsed((row) => row.number("error_count")),
    ),
    numeric(
      "tickets",
      total(tickets, () => 1),
    ),
    numeric(
      "urgentTickets",
      total(tickets, (row) => Number(row.text("priority") === "urgent")),
    ),
    numeric(
      "escalations",
      total(tickets, (row) => Number(row.text("escalation_flag") === "TRUE")),
    ),
    numeric(
      "resolutionHours",
      total(tickets, (row) => row.optionalNumber("resolution_time_hours") ?? 0),
    ),
    numeric("lowestSatisfaction", lowest(ids, tickets, "satisfaction_score")),
  ];
  return {
    name: "ravenstack",
    training: {
      rows: accounts.length,
      columns,
      outcomes: Uint8Array.from(accounts, (row) => Number(row.text("churn_flag") === "TRUE")),
      groups: ids,
    },
    test: null,
    plainColumns: new Set(columns.map((column) => column.name)),
    rules: [{ column: "escalations", appliesTo: (count) => Number(count) > 0, points: 20 }],
    folds: FOLDS,
    seasonalRate: null,
  };
}

interface Adding {
  readonly accountOf: (row: CsvRow) => string;
  readonly add: (row: CsvRow) => number;
}

function totals(ids: readonly string[], rows: readonly CsvRow[], { accountOf, add }: Adding): Float64Array {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(accountOf(row), (sums.get(accountOf(row)) ?? 0) + add(row));
  return Float64Array.from(ids, (id) => sums.get(id) ?? 0);
}

/** The lowest number given for each account; missing where none was. */
function lowest(ids: readonly string[], rows: readonly CsvRow[], column: string): Float64Array {
  const found = new Map<string, number>();
  for (const row of rows) {
    const value = row.optionalNumber(column);
    if (value === undefined) continue;
    const id = row.text("account_id");
    found.set(id, Math.min(value, found.get(id) ?? value));
  }
  return Float64Array.from(ids, (id) => found.get(id) ?? Number.NaN);
}

function numeric(name: string, values: Float64Array): Column {
  return { type: "numeric", name, values };
}

/** DD-MM-YYYY, as these tables have it. */
function dayMs(text: string): number {
  const match = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text);
  if (!match) throw new AppError("bad-request", `“${text}” is no date in the form DD-MM-YYYY.`);
  return Date.UTC(Number(match[3]), Number(match[2]) - 1, Number(match[1]));
}
