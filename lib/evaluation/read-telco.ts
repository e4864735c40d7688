import type { EvaluationTask, StatedRule } from "@/lib/evaluation/evaluation-task";
import { fnvFold } from "@/lib/evaluation/fnv-fold";
import { type CsvRow, readCsv } from "@/lib/evaluation/read-csv";
import type { Column, LabelledTable } from "@/lib/scoring/learning/table";
import { takeRows } from "@/lib/scoring/learning/take-rows";

const FOLDS = 5;
const NUMBERS = ["tenure", "MonthlyCharges", "TotalCharges"] as const;
const ADD_ONS = ["OnlineSecurity", "OnlineBackup", "DeviceProtection", "TechSupport", "StreamingTV", "StreamingMovies"];
const CATEGORIES = [
  ...["gender", "SeniorCitizen", "Partner", "Dependents", "PhoneService", "MultipleLines", "InternetService"],
  ...ADD_ONS,
  ...["Contract", "PaperlessBilling", "PaymentMethod"],
];

/** What an account manager would say of a telephone company's customers. */
const RULES: readonly StatedRule[] = [
  { column: "Contract", appliesTo: (contract) => contract === "Month-to-month", points: 30 },
  { column: "tenure", appliesTo: (months) => Number(months) < 12, points: 20 },
  { column: "TechSupport", appliesTo: (support) => support === "Yes", points: -10 },
  { column: "PaymentMethod", appliesTo: (method) => method === "Electronic check", points: 10 },
];

/** The IBM telephone customers: traits and a churn flag. Fold 0 of the row numbers' hashes is for testing. */
export async function readTelco(path: string): Promise<EvaluationTask> {
  const rows = await readCsv(path);
  const table: LabelledTable = {
    rows: rows.length,
    columns: columnsOf(rows),
    outcomes: Uint8Array.from(rows, (row) => Number(row.text("Churn") === "Yes")),
    groups: rows.map((_, row) => String(row)),
  };
  const numbers = Uint32Array.from(rows, (_, row) => row);
  return {
    name: "telco",
    training: takeRows(
      table,
      numbers.filter((row) => fnvFold(row, FOLDS) !== 0),
    ),
    test: takeRows(
      table,
      numbers.filter((row) => fnvFold(row, FOLDS) === 0),
    ),
    plainColumns: new Set([...NUMBERS, ...CATEGORIES]),
    rules: RULES,
    folds: FOLDS,
    seasonalRate: null,
  };
}

function columnsOf(rows: readonly CsvRow[]): readonly Column[] {
  const numeric = (name: string, ofRow: (row: CsvRow) => number): Column => ({
    type: "numeric",
    name,
    values: Float64Array.from(rows, ofRow),
  });
  const numberOf = (row: CsvRow, name: string) => row.optionalNumber(name) ?? 0; // total charges are blank in month 0
  const averageCharge = (row: CsvRow) => numberOf(row, "TotalCharges") / numberOf(row, "tenure");
  return [
    ...NUMBERS.map((name) => numeric(name, (row) => numberOf(row, name))),
    ...CATEGORIES.map((name): Column => ({ type: "category", name, values: rows.map((row) => row.text(name)) })),
    numeric("averageCharge", averageCharge),
    numeric("chargeChange", (row) => numberOf(row, "MonthlyCharges") - averageCharge(row)),
    numeric("addOns", (row) => ADD_ONS.filter((name) => row.text(name) === "Yes").length),
  ];
}
