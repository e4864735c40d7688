import { AppError } from "@/lib/errors";
import type { EvaluationData } from "@/lib/evaluation/evaluation-data";
import { gatherCases } from "@/lib/evaluation/gather-cases";
import { NEW_ORGANISATION } from "@/lib/evaluation/new-organisation";
import { readRows } from "@/lib/evaluation/read-rows";
import { IMPORT_FIELDS, type ImportType } from "@/lib/imports/import-types";
import { createCustomerReader } from "@/lib/imports/read-customer-row";
import { createOutcomeReader } from "@/lib/imports/read-outcome-row";
import { createTouchpointReader } from "@/lib/imports/read-touchpoint-row";
import type { BreakUp } from "@/lib/scoring/learning/panel-setup";

export interface EvaluationFiles {
  readonly touchpoints?: string | undefined;
  readonly customers?: string | undefined;
  readonly outcomes?: string | undefined;
  /** Field to column, for whichever file has the field; a file of which no field is named is read as recognised. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly dateFormat?: string | undefined;
  readonly trainAsOfMs: readonly number[];
  readonly testAsOfMs: number | null;
  readonly horizonDays: number;
  readonly breakUp: BreakUp;
  readonly activeWithinDays: number | null;
}

/** Reads any files that the import reads. Knowledge ends with the last touchpoint or outcome. */
export async function readFiles(files: EvaluationFiles): Promise<EvaluationData> {
  const { trainAsOfMs, testAsOfMs, horizonDays, breakUp, activeWithinDays } = files;
  const rows = {
    customers: await readOne(files, "customers", createCustomerReader),
    touchpoints: await readOne(files, "touchpoints", createTouchpointReader),
    outcomes: await readOne(files, "outcomes", createOutcomeReader),
  };
  const { customers, kinds } = gatherCases(rows);
  const known = new Set(kinds.map((kind) => kind.key));
  const unknown = breakUp.type === "inactivity" ? breakUp.kinds.filter((key) => !known.has(key)) : [];
  if (unknown.length > 0) throw new AppError("bad-request", `There is no kind ${unknown.join(", ")} in these files.`);
  const lastMs = [
    ...rows.touchpoints.map((row) => row.occurredAtMs),
    ...rows.outcomes.map((row) => Date.parse(`${row.occurredOn}T00:00:00Z`)),
  ].reduce((last, one) => Math.max(last, one), Math.max(...trainAsOfMs));
  return {
    task: "files",
    customers,
    setup: { ...NEW_ORGANISATION, kinds, horizonDays, breakUp, activeWithinDays, knownUntilMs: lastMs },
    trainAsOfMs,
    testAsOfMs,
  };
}

async function readOne<Row extends object>(
  { mapping, dateFormat, ...paths }: EvaluationFiles,
  type: ImportType,
  createReader: Parameters<typeof readRows<Row>>[0]["createReader"],
): Promise<readonly Row[]> {
  const path = paths[type];
  if (path === undefined) return [];
  const own = Object.entries(mapping).filter(([field]) => belongsTo(field, type));
  return readRows({
    path,
    type,
    createReader,
    ...(own.length > 0 && { mapping: Object.fromEntries(own) }),
    ...(dateFormat !== undefined && { dateFormat }),
  });
}

function belongsTo(field: string, type: ImportType): boolean {
  if (field.startsWith("traits.")) return type === "customers";
  return IMPORT_FIELDS[type].some(({ name }) => name === field);
}
