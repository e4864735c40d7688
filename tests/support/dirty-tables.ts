/** Five tables as a subscription business exports them: with a mark, days first, and dates that cannot be. */
export type DirtyTable = Readonly<{
  name: string;
  csv: string;
  kind?: string;
  counts: Readonly<Record<string, number>>;
}>;

/** @param run makes the ids of this run its own */
export function dirtyTables(run: string): DirtyTable[] {
  const account = (index: number) => `${run}-A${index}`;
  const lines = (header: string, rows: readonly string[]) => `\uFEFF${[header, ...rows].join("\r\n")}\r\n`;
  return [
    {
      name: "accounts",
      csv: lines("account_id,account_name,industry,country,signup_date,plan_tier,seats,is_trial", [
        `${account(1)},Company 1,EdTech,US,16-10-2024,Basic,9,FALSE`,
        `${account(2)},Company 2,FinTech,IN,17-08-2023,Pro,18,TRUE`,
        `${account(3)},"Company, 3",DevTools,DE,31-02-2024,Basic,1,FALSE`,
      ]),
      counts: { Rows: 3, Created: 2, Rejected: 1 },
    },
    {
      name: "subscriptions",
      csv: lines("subscription_id,account_id,start_date,end_date,plan_tier,mrr_amount", [
        `${run}-S1,${account(1)},23-12-2024,,Pro,833`,
        `${run}-S2,${account(2)},11-06-2024,12-04-2025,Enterprise,2786`,
      ]),
      kind: "subscription started",
      counts: { Rows: 2, Created: 2, Rejected: 0 },
    },
    {
      name: "usage",
      csv: lines("usage_id,account_id,usage_date,feature_name,usage_count,error_count", [
        `${run}-U1,${account(1)},27-07-2023,feature_20,9,0`,
        `${run}-U2,${account(2)},07-08-2024,feature_5,9,1`,
        `${run}-U3,${account(2)},29-02-2023,feature_3,4,0`,
        `${run}-U2,${account(2)},07-08-2024,feature_5,9,1`,
      ]),
      counts: { Rows: 4, Created: 2, Duplicates: 1, Rejected: 1 },
    },
    {
      name: "tickets",
      csv: lines("ticket_id,account_id,submitted_at,closed_at,priority,satisfaction_score", [
        `${run}-T1,${account(1)},27-11-2024,28-11-2024 03:00,high,`,
        `${run}-T2,${account(2)},08-07-2024,09-07-2024 03:00,urgent,4`,
      ]),
      kind: "ticket",
      counts: { Rows: 2, Created: 2, Rejected: 0 },
    },
    {
      name: "endings",
      csv: lines("churn_event_id,account_id,churn_date,reason_code,feedback_text", [
        `${run}-C1,${account(2)},27-10-2025,pricing,switched to competitor`,
        `${run}-C2,${account(1)},31-04-2025,support,`,
      ]),
      kind: "break-up",
      counts: { Rows: 2, Created: 1, Rejected: 1 },
    },
  ];
}
