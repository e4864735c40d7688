import { rename, rm } from "node:fs/promises";
import { isZip } from "@/lib/csv/file-signature";
import type { GivenDialect } from "@/lib/csv/inspect-file";
import { readHead } from "@/lib/csv/open-file-bytes";
import { convertWorkbook } from "@/lib/csv/xlsx/convert-workbook";
import { type Description, describeUpload } from "./describe-upload";
import type { ImportType } from "./import-types";
import { workbookPath } from "./upload-path";

/** What a person said about a file. */
export type GivenReading = GivenDialect & Readonly<{ type?: ImportType | undefined; sheet?: string | undefined }>;

/**
 * Makes a received file ready to be read where it lies, and says what is in it. A sheet of a workbook is written as CSV in
 * its place, and the workbook kept beside it for another of its sheets.
 * @throws AppError as inspectFile and convertWorkbook; then the caller removes the files
 */
export async function takeUpload(path: string, given: GivenReading = {}): Promise<Description> {
  if (!isZip(await readHead(path, 4))) return describeUpload(path, given.type, given);
  await rename(path, workbookPath(path));
  return readAgain(path, given);
}

/** As takeUpload, for a workbook that was taken before: its sheet is written anew. */
export async function readAgain(path: string, given: GivenReading): Promise<Description> {
  const converted = `${path}.sheet`;
  try {
    const workbook = await convertWorkbook(workbookPath(path), converted, given.sheet);
    await rename(converted, path);
    const { type, detected } = await describeUpload(path, given.type, { ...given, encoding: "utf-8", delimiter: "," });
    return { type, detected: { ...detected, workbook: { ...workbook, sheets: [...workbook.sheets] } } };
  } finally {
    await rm(converted, { force: true });
  }
}
