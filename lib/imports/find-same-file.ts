import type { TenantTransaction } from "@/lib/db/with-tenant";
import type { KnownFile } from "./import-view";

type UploadedFile = Readonly<{ organisationId: number; id: number; sha256: string; type: string }>;

/** The last import, before this one, of a file with the very same content whose rows are still in. */
export async function findSameFile(
  tx: TenantTransaction,
  { organisationId, id, sha256, type }: UploadedFile,
): Promise<KnownFile | null> {
  const earlier = await tx.import.findFirst({
    where: { organisationId, sha256, type, state: "succeeded", id: { lt: id } },
    orderBy: { id: "desc" },
    select: { id: true, finishedAt: true, created: true, updated: true },
  });
  if (!earlier?.finishedAt) return null;
  const { created, updated } = earlier;
  return { importId: earlier.id, finishedAt: earlier.finishedAt.toISOString(), created, updated };
}
