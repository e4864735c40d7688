import { stat } from "node:fs/promises";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { Prisma } from "@/lib/db/generated/client";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { describeUpload } from "./describe-upload";
import { loadImport } from "./load-import";
import { refuseUnlessStartable } from "./start-import";
import type { StoredUpload } from "./store-upload";
import { type GivenReading, readAgain } from "./take-upload";
import { uploadPath } from "./upload-path";

/**
 * Reads an uploaded file anew, with what a person said about it: what it holds, its encoding, delimiter, header or sheet.
 * What was found before and not contradicted stays. An earlier mapping and dry run are of another reading and go.
 * @throws AppError conflict when it is running or done, and as inspectFile
 */
export async function rereadUpload(
  member: Member,
  importId: number,
  given: GivenReading,
): Promise<Omit<StoredUpload, "knownFrom">> {
  const { organisationId } = member;
  const loaded = await loadImport(organisationId, importId);
  refuseUnlessStartable(loaded);
  const path = uploadPath(organisationId, importId);
  await stat(path).catch(() => {
    throw new AppError("not-found", "The file of this import is no longer there. Upload it again.");
  });
  const { encoding, delimiter, header, workbook } = loaded.detected;
  const known = given.encoding ? { encoding } : { encoding, delimiter, header };
  const reading = { ...known, type: loaded.type, ...given };
  const isOtherSheet = given.sheet !== undefined && given.sheet !== workbook?.sheet;
  if (isOtherSheet && !workbook) throw new AppError("unprocessable", "This file is no workbook: it has no sheets.");
  const { header: _, ...ofOtherSheet } = reading;
  const read = isOtherSheet ? await readAgain(path, ofOtherSheet) : await describeUpload(path, reading.type, reading);
  const detected = isOtherSheet || !workbook ? read.detected : { ...read.detected, workbook };
  const sizeBytes = isOtherSheet ? (await stat(path)).size : loaded.row.sizeBytes;
  await withTenant(organisationId, async (tx) => {
    const { count } = await tx.import.updateMany({
      where: { organisationId, id: importId, state: loaded.state, mergedRows: 0 },
      data: {
        type: read.type,
        detected,
        sizeBytes,
        state: "uploaded",
        options: Prisma.DbNull,
        dryRun: Prisma.DbNull,
        error: null,
        jobId: null,
      },
    });
    if (count === 0) throw new AppError("conflict", "This import was started at the same moment elsewhere.");
    await recordAudit(tx, member, { action: "imports.reread", subject: `import:${importId}`, details: { ...given } });
  });
  return { id: importId, type: read.type, detected };
}
