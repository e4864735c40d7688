import type { z } from "zod";
import { AppError } from "@/lib/errors";
import type { RejectedRow } from "@/lib/schemas/batch-result";
import type { RowRefusal } from "./merge-result";

/** The rows of a batch that can be read, by their place in it, and those that cannot. */
export type ParsedBatch<T> = Readonly<{
  rows: readonly Readonly<{ index: number; value: T }>[];
  rejected: readonly RejectedRow[];
}>;

/**
 * Parses the rows of a batch one by one: a bad row is refused and the others go on.
 * @param readPlain a quicker way for rows that are surely sound, if there is one
 * @throws AppError too-large over the limit
 */
export function parseBatch<T>(
  schema: z.ZodType<T>,
  given: readonly unknown[],
  limit: number,
  readPlain: (row: unknown) => T | undefined = () => undefined,
): ParsedBatch<T> {
  if (given.length > limit) {
    throw new AppError(
      "too-large",
      `A batch has at most ${limit.toLocaleString("en")} rows; this one has ${given.length.toLocaleString("en")}.`,
    );
  }
  const rows: { index: number; value: T }[] = [];
  const rejected: RejectedRow[] = [];
  for (const [index, row] of given.entries()) {
    const plain = readPlain(row);
    if (plain !== undefined) {
      rows.push({ index, value: plain });
      continue;
    }
    const result = schema.safeParse(row);
    if (result.success) rows.push({ index, value: result.data });
    else rejected.push({ index, ...firstFault(result.error) });
  }
  return { rows, rejected };
}

function firstFault(error: z.ZodError): { code: string; message: string } {
  const [issue] = error.issues;
  if (!issue) return { code: "invalid", message: "This row cannot be read." };
  const path = issue.path.map(String).join(".").slice(0, 100);
  if (issue.code === "unrecognized_keys") {
    return { code: "unknown-field", message: `There is no field “${String(issue.keys[0]).slice(0, 80)}”.` };
  }
  return { code: issue.code.replaceAll("_", "-"), message: path ? `${path}: ${issue.message}` : issue.message };
}

/** All refused rows in the order of the batch; the rows of a merge are numbered by their index. */
export function allRejected(parsed: readonly RejectedRow[], refusals: readonly RowRefusal[]): RejectedRow[] {
  const refused = refusals.map(({ row, code, message }) => ({ index: row, code, message }));
  return [...parsed, ...refused].sort((one, other) => one.index - other.index);
}
