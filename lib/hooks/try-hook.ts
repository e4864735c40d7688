import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { loadSettings } from "@/lib/organisations/load-settings";
import type { RejectedRow } from "@/lib/schemas/batch-result";
import type { HookTrial } from "@/lib/schemas/hook";
import { compileHook } from "./compile-hook";
import { hookReading } from "./hook-reading";
import { readPayload } from "./read-payload";

/** A touchpoint that a sample would become. */
export type TriedTouchpoint = Readonly<{
  customerExternalId: string;
  kind: string;
  occurredAt: string;
  value: number | null;
  sentiment: number | null;
  id: string | null;
  details: string | null;
}>;

export type HookTrialResult = Readonly<{ touchpoints: readonly TriedTouchpoint[]; rejected: readonly RejectedRow[] }>;

const SHOWN = 5;

/**
 * What a sample would become under a mapping; nothing is stored.
 * @throws AppError unprocessable for a sample that is no JSON or a mapping that cannot work
 */
export async function tryHook({ organisationId }: Member, { mapping, sample }: HookTrial): Promise<HookTrialResult> {
  const compiled = compileHook(mapping);
  const settings = await withTenant(organisationId, (tx) => loadSettings(tx, organisationId));
  const reading = hookReading(mapping, settings);
  const { rows, rejected } = readPayload(compiled, parseSample(sample), reading, new Date().toISOString());
  const touchpoints = rows.slice(0, SHOWN).map((row) => ({
    customerExternalId: row.customerExternalId,
    kind: row.kind,
    occurredAt: new Date(row.occurredAtMs).toISOString(),
    value: Number.isNaN(row.value) ? null : row.value,
    sentiment: Number.isNaN(row.sentiment) ? null : row.sentiment,
    id: row.senderId,
    details: row.details,
  }));
  return { touchpoints, rejected: rejected.slice(0, SHOWN) };
}

function parseSample(sample: string): unknown {
  try {
    return JSON.parse(sample);
  } catch (error) {
    throw new AppError(
      "unprocessable",
      `The sample is not JSON: ${error instanceof Error ? error.message : "unreadable"}`,
    );
  }
}
