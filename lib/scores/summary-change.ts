import { SUMMARY_COLUMNS, SUMMARY_FIGURES } from "./summary-figures";

const figures = SUMMARY_COLUMNS.split(", ");

/**
 * The statement that adds rows of `score` to the figures above the leaderboard, or takes them out.
 * @param rows a statement that gives those rows; $1 is the organisation and $2 the run
 */
export function summaryChange(rows: string, sign: "+" | "-"): string {
  const { moved, kept } = summaryParts(sign, "$2");
  return `WITH rows AS (${rows}), ${moved} ${kept}`;
}

/**
 * The parts of such a statement for one that has `rows` among its own: what the rows add up to, and the change itself.
 * $1 is the organisation.
 * @param run the parameter that is the run
 */
export function summaryParts(sign: "+" | "-", run: `$${number}`): Readonly<{ moved: string; kept: string }> {
  return {
    moved: `moved (owner_id, ${SUMMARY_COLUMNS}) AS (SELECT coalesce(owner_id, 0), ${SUMMARY_FIGURES} FROM rows GROUP BY coalesce(owner_id, 0))`,
    kept: `INSERT INTO risk_summary AS kept (organisation_id, run_id, owner_id, ${SUMMARY_COLUMNS})
     SELECT $1::int, ${run}::int, owner_id, ${figures.map((figure) => `${sign}${figure}`).join(", ")} FROM moved ORDER BY owner_id
     ON CONFLICT (organisation_id, run_id, owner_id) DO UPDATE
     SET ${figures.map((figure) => `${figure} = kept.${figure} + excluded.${figure}`).join(", ")}`,
  };
}
