import { dirname, join } from "node:path";
import type { EvaluationData } from "@/lib/evaluation/evaluation-data";
import { fnvFold } from "@/lib/evaluation/fnv-fold";
import { gatherCases } from "@/lib/evaluation/gather-cases";
import { NEW_ORGANISATION } from "@/lib/evaluation/new-organisation";
import { readCsv } from "@/lib/evaluation/read-csv";
import { readRows } from "@/lib/evaluation/read-rows";
import { createCustomerReader } from "@/lib/imports/read-customer-row";
import { UTC_DAYS } from "@/lib/scoring/learning/day-clock";

const FOLDS = 5;
/** The table has no dates: it is looked at on one day, and flagged customers break up on the next. */
const AS_OF_DATE = "2018-09-30";
const NEXT_DATE = "2018-10-01";

/** The IBM telephone customers: traits and a churn flag. Fold 0 of the row numbers' hashes is for testing. */
export async function readTelco(path: string): Promise<EvaluationData> {
  const flagged = await readCsv(path);
  const rowOf = new Map(flagged.map((row, at) => [row.text("customerID"), at]));
  const customerRows = await readRows({
    path,
    type: "customers",
    mapping: (columns) => ({
      externalId: "customerID",
      ...Object.fromEntries(
        columns.filter((name) => name !== "customerID" && name !== "Churn").map((name) => [`traits.${name}`, name]),
      ),
    }),
    createReader: createCustomerReader,
  });
  const outcomes = flagged.flatMap((row, at) =>
    row.text("Churn") === "Yes"
      ? [
          {
            row: at,
            customerExternalId: row.text("customerID"),
            type: "break-up" as const,
            occurredOn: NEXT_DATE,
            reasons: [],
            avoidable: null,
          },
        ]
      : [],
  );
  const { customers, kinds } = gatherCases({ customers: customerRows, outcomes });
  const asOfMs = UTC_DAYS.endOf(UTC_DAYS.dayOf(Date.parse(`${AS_OF_DATE}T00:00:00Z`)));
  const numberOf = (externalId: string) => rowOf.get(externalId) ?? Number.NaN;
  return {
    task: "telco",
    customers,
    setup: { ...NEW_ORGANISATION, kinds, knownUntilMs: UTC_DAYS.endOf(UTC_DAYS.dayOf(asOfMs) + 90) },
    trainAsOfMs: [asOfMs],
    testAsOfMs: asOfMs,
    isTest: (externalId) => fnvFold(numberOf(externalId), FOLDS) === 0,
    references: {
      path: join(dirname(path), "reference-predictions.csv"),
      idOf: (externalId) => String(numberOf(externalId)),
    },
  };
}
