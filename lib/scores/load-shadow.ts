import type { TenantTransaction } from "@/lib/db/with-tenant";
import type { Scorer } from "@/lib/scoring/types";
import { compileConfiguration } from "./compile-configuration";
import { readConfiguration } from "./read-configuration";

/** The model that runs beside the active one. */
export type ShadowModel = Readonly<{ version: number; scorer: Scorer }>;

/** @returns null when no model runs in shadow */
export async function loadShadow(tx: TenantTransaction, organisationId: number): Promise<ShadowModel | null> {
  const model = await tx.model.findFirst({ where: { organisationId, state: "shadow" }, select: { version: true } });
  if (!model) return null;
  const { version } = model;
  const { scorer } = compileConfiguration(await readConfiguration(tx, organisationId, version));
  return { version, scorer };
}
