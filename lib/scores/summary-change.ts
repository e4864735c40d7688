import { SUMMARY_COLUMNS, SUMMARY_FIGURES } from "./summary-figures";

const figures = SUMMARY_COLUMNS.split(", ");

/**
 * The statement that adds rows of `score` to the figures above the leaderboard, or takes them out.
 * @param rows a statement that gives those rows; $1 is the organisation and $2 the run
 */
export function summaryChange(rows: string, sign: "+" | "-"): string {
  return `WITH rows AS (${rows}),
     moved (owner_id, ${SUMMARY_COLUMNS}) AS (SELECT coalesce(owner_id, 0), ${SUMMARY_FIGURES} FROM rows GROUP BY coalesce(owner_id, 0))
     INSERT INTO risk_summary AS kept (organisation_id, run_id, owner_id, ${SUMMARY_COLUMNS})
     SELECT $1::int, $2::int, owner_id, ${figures.map((figure) => `${sign}${figure}`).join(", ")} FROM moved ORDER BY owner_id
     ON CONFLICT (organisation_id, run_id, owner_id) DO UPDATE
     SET ${figures.map((figure) => `${figure} = kept.${figure} + excluded.${figure}`).join(", ")}`;
}
