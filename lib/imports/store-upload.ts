import { rename, stat } from "node:fs/promises";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { storableText } from "@/lib/csv/clean-text";
import { withTenant } from "@/lib/db/with-tenant";
import type { ImportDetected } from "@/lib/schemas/import-detected";
import { findSameFile } from "./find-same-file";
import type { ImportType } from "./import-types";
import type { KnownFile } from "./import-view";
import { receiveFile } from "./receive-file";
import { takeUpload } from "./take-upload";
import { removeUpload, uploadFolder, uploadPath, workbookPath } from "./upload-path";

/** `type`: what the file holds; `auto`: what its columns look like. */
export type Upload = Readonly<{ type: ImportType | "auto"; filename: string; body: AsyncIterable<Uint8Array> }>;

/** `knownFrom`: the import that brought the very same file in before. */
export type StoredUpload = Readonly<{
  id: number;
  type: ImportType;
  detected: ImportDetected;
  knownFrom: KnownFile | null;
}>;

/**
 * Takes a file in and says what is in it. It is kept until its rows are imported.
 * @throws AppError unsupported-type, unprocessable, too-large …: then nothing of it is kept
 */
export async function storeUpload(member: Member, upload: Upload): Promise<StoredUpload> {
  const { organisationId } = member;
  const filename = storableText(upload.filename, 255);
  const file = await receiveFile(uploadFolder(organisationId), upload.body);
  try {
    const { type, detected } = await takeUpload(file.path, upload.type === "auto" ? {} : { type: upload.type });
    // Of a workbook the sheet is read, so its progress is counted in bytes of the sheet.
    const sizeBytes = detected.workbook ? (await stat(file.path)).size : file.sizeBytes;
    const { id, knownFrom } = await withTenant(organisationId, async (tx) => {
      const row = await tx.import.create({
        data: {
          organisationId,
          type,
          filename,
          sha256: file.sha256,
          sizeBytes,
          detected,
          createdByName: member.name,
        },
        select: { id: true },
      });
      await recordAudit(tx, member, {
        action: "imports.uploaded",
        subject: `import:${row.id}`,
        details: { type, filename, sha256: file.sha256 },
      });
      // Before the commit: an import without its file would be a promise that cannot be kept.
      const path = uploadPath(organisationId, row.id);
      if (detected.workbook) await rename(workbookPath(file.path), workbookPath(path));
      await rename(file.path, path);
      const known = { organisationId, id: row.id, sha256: file.sha256, type };
      return { id: row.id, knownFrom: await findSameFile(tx, known) };
    });
    return { id, type, detected, knownFrom };
  } catch (error) {
    await removeUpload(file.path);
    throw error;
  }
}
