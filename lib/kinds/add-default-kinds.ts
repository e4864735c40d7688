import type { TenantTransaction } from "@/lib/db/with-tenant";
import { DEFAULT_KINDS } from "./default-kinds";

/** Gives a new organisation the default catalogue of touchpoint kinds, numbered from 1. */
export async function addDefaultKinds(tx: TenantTransaction, organisationId: number): Promise<void> {
  await tx.kind.createMany({
    data: DEFAULT_KINDS.map((kind, index) => ({
      organisationId,
      id: index + 1,
      key: kind.key,
      label: kind.label,
      category: kind.category,
      valence: kind.valence,
      halfLifeDays: kind.halfLifeDays,
    })),
  });
}
