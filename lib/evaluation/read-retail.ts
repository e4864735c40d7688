import { dirname, join } from "node:path";
import type { EvaluationData } from "@/lib/evaluation/evaluation-data";
import { gatherCases } from "@/lib/evaluation/gather-cases";
import { NEW_ORGANISATION } from "@/lib/evaluation/new-organisation";
import { readRows } from "@/lib/evaluation/read-rows";
import { createTouchpointReader } from "@/lib/imports/read-touchpoint-row";
import { UTC_DAYS } from "@/lib/scoring/learning/day-clock";

const TRAINING_DATES = ["2010-06-11", "2010-09-09", "2010-12-13", "2011-03-13", "2011-06-11"];
const TEST_DATE = "2011-09-09";
const LAST_DATE = "2011-12-09";

/** A wholesaler's invoices: customers break up by not buying for 90 days. */
export async function readRetail(path: string): Promise<EvaluationData> {
  const touchpoints = await readRows({
    path,
    type: "touchpoints",
    mapping: {
      customerExternalId: "customer_id",
      id: "invoice_no",
      kind: "kind",
      occurredAt: "invoice_date",
      value: "amount",
    },
    createReader: createTouchpointReader,
  });
  const { customers, kinds } = gatherCases({ touchpoints });
  return {
    task: "retail",
    customers,
    setup: {
      ...NEW_ORGANISATION,
      kinds,
      breakUp: { type: "inactivity", kinds: ["purchase"], days: 90 },
      activeWithinDays: 180,
      knownUntilMs: endOf(LAST_DATE),
    },
    trainAsOfMs: TRAINING_DATES.map(endOf),
    testAsOfMs: endOf(TEST_DATE),
    references: { path: join(dirname(path), "reference-predictions.csv"), idOf: (externalId) => externalId },
  };
}

function endOf(date: string): number {
  return UTC_DAYS.endOf(UTC_DAYS.dayOf(Date.parse(`${date}T00:00:00Z`)));
}
