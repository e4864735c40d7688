import type { PoolClient } from "pg";
import { CustomerDirectory } from "@/lib/customers/customer-directory";
import type { MergeResult } from "@/lib/imports/merge-result";
import { mergeOutcomes } from "@/lib/outcomes/merge-outcomes";
import { HELD_REASONS, type HeldOutcome, type HeldTouchpoint, type ReleaseRequest } from "@/lib/schemas/held-row";
import { KindDirectory } from "@/lib/touchpoints/kind-directory";
import { mergeTouchpoints } from "@/lib/touchpoints/merge-touchpoints";
import { TouchpointBatch } from "@/lib/touchpoints/touchpoint-batch";

/** A row of the pen, parsed. */
export type WaitingRow = Readonly<{ key: string; importId: number | null }> &
  (Readonly<{ type: "touchpoints"; row: HeldTouchpoint }> | Readonly<{ type: "outcomes"; row: HeldOutcome }>);

/** `stays`: keys of the rows that were refused, each with the reason. */
type HeldMerge = Readonly<{
  released: number;
  duplicates: number;
  stays: ReadonlyMap<string, string>;
  touched: ReadonlySet<number>;
}>;

/** Sends rows of one type and one import through the merge that brings all others in. */
export async function mergeHeld(
  client: PoolClient,
  organisationId: number,
  group: readonly WaitingRow[],
  mend: ReleaseRequest["mend"],
): Promise<HeldMerge> {
  const importId = group[0]?.importId ?? null;
  const unknown = mend.createCustomer ? "create" : "reject";
  const customers = new CustomerDirectory({ organisationId, unknown, ownerId: null, importId }, false);
  const base = { organisationId, importId, isRehearsal: false, customers };
  const { counts, refusals, touched } = await merge(client, base, group, mend);
  const stays = new Map<string, string>();
  for (const { row, code } of refusals) {
    const key = group[row]?.key;
    // A catalogue that is full is a kind that stays unknown.
    if (key) stays.set(key, HELD_REASONS.find((reason) => reason === code) ?? "unknown-kind");
  }
  return { released: counts.created, duplicates: counts.duplicates, stays, touched };
}

type Base = Readonly<{
  organisationId: number;
  importId: number | null;
  isRehearsal: boolean;
  customers: CustomerDirectory;
}>;

function merge(
  client: PoolClient,
  base: Base,
  group: readonly WaitingRow[],
  { customerExternalId, kind, createKind }: ReleaseRequest["mend"],
): Promise<MergeResult> {
  const outcomes = group.flatMap((waiting, row) =>
    waiting.type === "outcomes"
      ? [{ ...waiting.row, row, customerExternalId: customerExternalId ?? waiting.row.customerExternalId }]
      : [],
  );
  if (outcomes.length > 0) return mergeOutcomes(client, base, outcomes);
  const kinds = new KindDirectory(base.organisationId, base.importId);
  const target = {
    ...base,
    kinds,
    unknownKind: createKind ? ("create" as const) : ("reject" as const),
    expectsNew: true,
  };
  const batch = new TouchpointBatch(target, group.length);
  for (const [row, waiting] of group.entries()) {
    if (waiting.type !== "touchpoints") continue;
    batch.add({
      ...waiting.row,
      row,
      customerExternalId: customerExternalId ?? waiting.row.customerExternalId,
      kind: kind ?? waiting.row.kind,
      value: waiting.row.value ?? Number.NaN,
      sentiment: waiting.row.sentiment ?? Number.NaN,
    });
  }
  return mergeTouchpoints(client, target, batch);
}
