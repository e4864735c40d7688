import { rename, rm } from "node:fs/promises";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { storableText } from "@/lib/csv/clean-text";
import { withTenant } from "@/lib/db/with-tenant";
import type { ImportDetected } from "@/lib/schemas/import-detected";
import { describeUpload } from "./describe-upload";
import type { ImportType } from "./import-types";
import { receiveFile } from "./receive-file";
import { uploadFolder, uploadPath } from "./upload-path";

export type Upload = Readonly<{ type: ImportType; filename: string; body: AsyncIterable<Uint8Array> }>;

/**
 * Takes a file in and says what is in it. It is kept until its rows are imported.
 * @throws AppError unsupported-type, unprocessable, too-large …: then nothing of it is kept
 */
export async function storeUpload(member: Member, upload: Upload): Promise<{ id: number; detected: ImportDetected }> {
  const { organisationId } = member;
  const filename = storableText(upload.filename, 255);
  const file = await receiveFile(uploadFolder(organisationId), upload.body);
  try {
    const detected = await describeUpload(file.path, upload.type);
    const id = await withTenant(organisationId, async (tx) => {
      const row = await tx.import.create({
        data: {
          organisationId,
          type: upload.type,
          filename,
          sha256: file.sha256,
          sizeBytes: file.sizeBytes,
          detected,
          createdByName: member.name,
        },
        select: { id: true },
      });
      await recordAudit(tx, member, {
        action: "imports.uploaded",
        subject: `import:${row.id}`,
        details: { type: upload.type, filename, sha256: file.sha256 },
      });
      // Before the commit: an import without its file would be a promise that cannot be kept.
      await rename(file.path, uploadPath(organisationId, row.id));
      return row.id;
    });
    return { id, detected };
  } catch (error) {
    await rm(file.path, { force: true });
    throw error;
  }
}
