import { z } from "zod";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { type HookMapping, hookMapping } from "@/lib/schemas/hook";
import { type UnknownPolicy, unknownPolicy } from "@/lib/schemas/import-options";

/** What came in at a hook, and what became of it. */
export type HookDelivery = Readonly<{
  id: string;
  at: string;
  status: number;
  accepted: number;
  duplicates: number;
  held: number;
  rejected: number;
  message: string;
}>;

/** A hook with its last deliveries, the newest first. */
export type ListedHook = Readonly<{
  id: number;
  name: string;
  mapping: HookMapping;
  unknownCustomer: UnknownPolicy;
  unknownKind: UnknownPolicy;
  createdBy: string;
  createdAt: string;
  revokedAt: string | null;
  deliveries: readonly HookDelivery[];
}>;

const SHOWN_HOOKS = 100;
const SHOWN_DELIVERIES = 10;

const policies = z.object({ unknownCustomer: unknownPolicy, unknownKind: unknownPolicy });

/** The organisation's hooks, those in use first. */
export async function listHooks({ organisationId }: Member): Promise<ListedHook[]> {
  const [hooks, deliveries] = await withTenant(organisationId, async (tx) => [
    await tx.hook.findMany({
      where: { organisationId },
      orderBy: [{ revokedAt: { sort: "desc", nulls: "first" } }, { id: "desc" }],
      take: SHOWN_HOOKS,
    }),
    await tx.$queryRaw<(Omit<HookDelivery, "id" | "at"> & { id: bigint; hookId: number; at: Date })[]>`
      SELECT id, hook_id AS "hookId", at, status, accepted, duplicates, held, rejected, message
      FROM (SELECT *, row_number() OVER (PARTITION BY hook_id ORDER BY id DESC) AS place
            FROM hook_delivery WHERE organisation_id = ${organisationId}) AS latest
      WHERE place <= ${SHOWN_DELIVERIES} ORDER BY id DESC`,
  ]);
  return hooks.map((hook) => ({
    id: hook.id,
    name: hook.name,
    mapping: hookMapping.parse(hook.mapping),
    ...policies.parse({ unknownCustomer: hook.unknownCustomer, unknownKind: hook.unknownKind }),
    createdBy: hook.createdByName,
    createdAt: hook.createdAt.toISOString(),
    revokedAt: hook.revokedAt?.toISOString() ?? null,
    deliveries: deliveries
      .filter(({ hookId }) => hookId === hook.id)
      .map(({ hookId: _hook, id, at, ...rest }) => ({ ...rest, id: String(id), at: at.toISOString() })),
  }));
}
