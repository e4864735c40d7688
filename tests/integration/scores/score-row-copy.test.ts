import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { copyIn } from "@/lib/db/copy-in";
import { LineBuffer } from "@/lib/db/line-buffer";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { SCORE_COLUMNS, type ScoredCustomer, scoreRow } from "@/lib/scores/score-row";
import { NOW_MS, reason, scored, setup } from "@/tests/unit/scores/support/scored";

const HARD = [
  "tab\there",
  "two\nlines",
  "carriage\rreturn",
  "both\r\n",
  "back\\slash",
  "ends with \\",
  "\\N",
  "\\.",
  "\\t",
  "\\\\N",
  "\\x41 \\101 \\u0041",
  'quo"ted',
  "{a,b}",
  "$1; DROP TABLE score; --",
  "Größe 名前 👩‍👩‍👧 ‮",
  "\u2028\u2029\u0085\v\f\b\u0001",
  "",
  " ",
  "NULL",
];
/** Text as PostgreSQL can hold it: any but NUL and halves of surrogate pairs. */
const anyText = fc.string({ unit: "binary" }).map((text) => text.replaceAll("\0", ""));

let missing: string[] = [];

/** Sends scores through COPY into a table like the one of scores, and reads them back as PostgreSQL has them. */
async function roundTrip(customers: readonly ScoredCustomer[]) {
  return withTenantClient(1, async (client) => {
    await client.query("CREATE TEMP TABLE fresh (LIKE score INCLUDING DEFAULTS) ON COMMIT DROP");
    const lines = new LineBuffer();
    for (const customer of customers) lines.append(scoreRow(setup(), 9, customer));
    await copyIn(client, `COPY fresh (${SCORE_COLUMNS}) FROM STDIN`, [lines.bytes()]);
    return (await client.query("SELECT * FROM fresh ORDER BY customer_id")).rows;
  });
}

/** A score that holds a text everywhere one can be. */
function holding(text: string, customerId: number): ScoredCustomer {
  const base = scored({ customerId });
  const odd = { ...reason("x", 5), ruleKey: text, text: { id: text, values: { [text]: text } } };
  // Evidence is a word of ours; here it stands for a text that reaches its column without JSON around it.
  return { ...base, score: { ...base.score, evidence: text as "ok", reasons: [odd] } };
}

beforeAll(async () => {
  const columns = SCORE_COLUMNS.split(",").map((column) => column.trim());
  const { rows } = await withTenantClient(1, (client) =>
    client.query<{ column_name: string }>(
      `SELECT column_name FROM information_schema.columns
       WHERE table_name = 'score' AND is_nullable = 'NO' AND column_default IS NULL`,
    ),
  );
  missing = rows.map((row) => row.column_name).filter((name) => !columns.includes(name));
});

describe("a row of scores in PostgreSQL", () => {
  it("fills every column that must be filled", () => expect(missing).toEqual([]));

  it("holds what was scored, number by number", async () => {
    const [row] = await roundTrip([scored()]);
    expect(row).toMatchObject({
      ...{
        organisation_id: 1,
        run_id: 9,
        customer_id: 7,
        probability: 0.5,
        log_odds: 0,
        intercept: -2,
        risk_order: 0.5,
      },
      ...{ band: "critical", stage: "established", evidence: "ok", change_7d: 0, value_at_risk_minor: "5000" },
      as_of: new Date(NOW_MS),
      top_reason: { text: { id: "complaints", values: { count: 2 } }, points: 30 },
    });
    expect(row.reasons).toEqual(scored().score.reasons.map(({ ruleKey, logOdds }) => [ruleKey, logOdds]));
  });

  it("tells NULL from a text that looks like it", async () => {
    const gone = scored({ stage: { stage: "departed", enteredAtMs: NOW_MS } });
    const quiet = { ...gone, score: { ...gone.score, reasons: [] } };
    const [row] = await roundTrip([quiet]);
    expect(row).toMatchObject({ value_at_risk_minor: null, top_reason: null, reasons: [], risk_order: -1.5 });
    expect((await roundTrip([holding("\\N", 1)]))[0].evidence).toBe("\\N");
  });

  it("keeps every hard text in its own column and row", async () => {
    const rows = await roundTrip(HARD.map((text, at) => holding(text, at + 1)));
    expect(rows).toHaveLength(HARD.length);
    for (const [at, text] of HARD.entries()) {
      expect(rows[at].evidence).toBe(text);
      expect(rows[at].top_reason).toEqual({ text: { id: text, values: { [text]: text } }, points: 5 });
      expect(rows[at].reasons[0][0]).toBe(text);
    }
  });

  it("keeps any text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 20 }), async (texts) => {
        const rows = await roundTrip(texts.map((text, at) => holding(text, at + 1)));
        expect(rows.map((row) => row.evidence)).toEqual(texts);
        expect(rows.map((row) => row.reasons[0][0])).toEqual(texts);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps probabilities and log-odds to their last bit", async () => {
    const anyProbability = fc.double({ min: 0, max: 1, noNaN: true });
    const anyLogOdds = fc.double({ min: -700, max: 700, noNaN: true }).map((value) => value + 0);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyProbability, anyLogOdds), { minLength: 1 }), async (pairs) => {
        const base = scored();
        const customers = pairs.map(([probability, logOdds], at) => ({
          ...base,
          customerId: at + 1,
          score: { ...base.score, probability, logOdds },
        }));
        const rows = await roundTrip(customers);
        expect(rows.map((row) => [row.probability + 0, row.log_odds + 0])).toEqual(
          pairs.map(([p, l]) => [p + 0, l + 0]),
        );
      }),
      { numRuns: 40 },
    );
  });
});
