import type { TenantTransaction } from "@/lib/db/with-tenant";
import { type KeptKind, keptKinds } from "@/lib/schemas/kept-kinds";

/** What decided scores from a moment on; model and rule set are versions themselves. */
export type KeptConfiguration = Readonly<{
  version: number;
  modelVersion: number;
  ruleSetVersion: number;
  kinds: readonly KeptKind[];
  horizonDays: number;
  timeZone: string;
  /** The organisation's clock, and the database's, when it was first used. */
  asOfMs: number;
  createdMs: number;
}>;

/** The newest are enough for any screen; an older score is explained by the oldest of these. */
const MOST_CONFIGURATIONS = 300;

/** The configurations that scores were written under, oldest first. @throws ZodError when what is stored is none */
export async function loadConfigurations(
  tx: TenantTransaction,
  organisationId: number,
): Promise<readonly KeptConfiguration[]> {
  const rows = await tx.scoringConfiguration.findMany({
    where: { organisationId },
    orderBy: { version: "desc" },
    take: MOST_CONFIGURATIONS,
  });
  return rows.reverse().map((row) => ({
    version: row.version,
    modelVersion: row.modelVersion,
    ruleSetVersion: row.ruleSetVersion,
    kinds: keptKinds.parse(row.kinds),
    horizonDays: row.horizonDays,
    timeZone: row.timeZone,
    asOfMs: row.asOf.getTime(),
    createdMs: row.createdAt.getTime(),
  }));
}
