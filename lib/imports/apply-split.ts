import { AppError, type Issue } from "@/lib/errors";
import type { ImportDetected } from "@/lib/schemas/import-detected";
import type { ImportOptions, SplitOption } from "@/lib/schemas/import-options";
import type { ImportType } from "./import-types";
import { monthEnd } from "./month-end";

/** A file and options as the rows after the split are read: two columns more, and the fields that they are. */
export type SplitFile = Readonly<{ detected: ImportDetected; options: ImportOptions }>;

/**
 * A wide table as a long one: to the columns of the file come one with the name of a column that was taken apart and one
 * with its cell. Without a split everything stays as it is.
 * @throws AppError unprocessable for a column that is not there, or a field that comes from two places
 */
export function applySplit(type: ImportType, detected: ImportDetected, options: ImportOptions): SplitFile {
  const { split } = options;
  if (!split) return { detected, options };
  const issues: Issue[] = [];
  const columns = split.columns.flatMap((wanted) => {
    const index = detected.columns.findIndex(({ name }) => name === wanted.normalize("NFC").trim());
    if (index === -1) issues.push(issue("unknown-column", `There is no column “${wanted}” to take apart.`));
    const text = split.names === "occurredAt" ? (monthEnd(wanted) ?? wanted) : wanted;
    return index === -1 ? [] : [{ index, name: text }];
  });
  const own = ownFields(split, detected);
  for (const field of Object.keys(own)) {
    if (Object.hasOwn(options.mapping, field))
      issues.push(
        issue("mapped-twice", `“${field}” comes from the columns that are taken apart; leave it out of the mapping.`),
      );
  }
  if (type !== "touchpoints")
    issues.push(issue("no-split", "Only a file of touchpoints can be taken apart by columns."));
  if (split.names === split.cells) issues.push(issue("no-split", "Name and cell of a column cannot both be the date."));
  if (issues.length > 0)
    throw new AppError(
      "unprocessable",
      issues
        .map(({ message }) => message)
        .slice(0, 5)
        .join(" "),
      { issues },
    );
  const added = [namesColumn(detected), cellsColumn(detected)].map((name) => ({ ...ADDED, name }));
  const width = detected.columns.length;
  return {
    detected: {
      ...detected,
      columns: [...detected.columns, ...added],
      split: { width, columns, keepsZeros: split.zeros === "keep" },
    },
    options: { ...options, mapping: { ...options.mapping, ...own } },
  };
}

const ADDED = { samples: [], suggestion: null, problem: null };

function ownFields({ names, cells }: SplitOption, detected: ImportDetected): Record<string, string> {
  const fields: Record<string, string> = { [names]: namesColumn(detected) };
  if (cells !== "nothing") fields[cells] = cellsColumn(detected);
  return fields;
}

function namesColumn(detected: ImportDetected): string {
  return untaken("name of the column", detected);
}

function cellsColumn(detected: ImportDetected): string {
  return untaken("cell of the column", detected);
}

function untaken(name: string, detected: ImportDetected): string {
  return detected.columns.some((column) => column.name === name) ? untaken(`${name}'`, detected) : name;
}

function issue(code: string, message: string): Issue {
  return { path: "split", code, message };
}
