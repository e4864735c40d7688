import type { PoolClient } from "pg";
import type { CustomerDirectory } from "@/lib/customers/customer-directory";
import type { RowRefusal } from "@/lib/imports/merge-result";
import { MAX_KINDS } from "@/lib/kinds/create-kinds";
import { kindKey } from "@/lib/kinds/kind-key";
import type { KindDirectory } from "./kind-directory";
import type { TouchpointColumns } from "./touchpoint-columns";
import type { TouchpointRow } from "./touchpoint-row";

export type RowResolver = Readonly<{
  customers: CustomerDirectory;
  kinds: KindDirectory;
  unknownKind: "create" | "reject";
  isRehearsal: boolean;
}>;

/**
 * Looks up the customer and kind of every row, making unknown ones where that was asked. A row is refused before anything
 * is made for it: a kind is not created for a customer that is not there, nor the other way round.
 * @param settled takes the rows that are not refused
 */
export async function resolveRows(
  client: PoolClient,
  resolver: RowResolver,
  rows: readonly TouchpointRow[],
  settled: TouchpointColumns,
): Promise<RowRefusal[]> {
  const refusals: RowRefusal[] = [];
  await resolver.kinds.load(client);
  const ofKnownKind = rows.filter((row) => {
    const isUsable = resolver.kinds.find(row.kind) || (resolver.unknownKind === "create" && kindKey(row.kind) !== "");
    if (!isUsable) refusals.push(unknownKind(row));
    return isUsable;
  });
  const customerIdOf = await resolver.customers.find(client, new Set(ofKnownKind.map((row) => row.customerExternalId)));
  const ofKnownCustomer = ofKnownKind.filter((row) => {
    const isKnown = customerIdOf(row.customerExternalId) !== undefined;
    if (!isKnown) refusals.push(unknownCustomer(row));
    return isKnown;
  });
  await createMissingKinds(client, resolver, ofKnownCustomer);
  for (const row of ofKnownCustomer) {
    const kind = resolver.kinds.find(row.kind);
    const customerId = customerIdOf(row.customerExternalId);
    if (!kind || customerId === undefined) refusals.push(tooManyKinds(row));
    else settled.add(row, customerId, kind);
  }
  return refusals;
}

async function createMissingKinds(
  client: PoolClient,
  resolver: RowResolver,
  rows: readonly TouchpointRow[],
): Promise<void> {
  const missing = new Set<string>();
  for (const row of rows) if (!resolver.kinds.find(row.kind)) missing.add(row.kind);
  if (missing.size === 0) return;
  if (resolver.isRehearsal) resolver.kinds.imagine([...missing], MAX_KINDS);
  else await resolver.kinds.create(client, [...missing]);
}

function unknownKind({ row, kind }: TouchpointRow): RowRefusal {
  const message = `There is no kind “${kind.slice(0, 60)}” in the catalogue.`;
  return { row, field: "kind", code: "unknown-kind", message };
}

function unknownCustomer({ row, customerExternalId }: TouchpointRow): RowRefusal {
  const message = `There is no customer “${customerExternalId.slice(0, 60)}”.`;
  return { row, field: "customerExternalId", code: "unknown-customer", message };
}

function tooManyKinds({ row, kind }: TouchpointRow): RowRefusal {
  const message = `“${kind.slice(0, 60)}” would be a new kind, and the catalogue already has ${MAX_KINDS.toLocaleString("en")}. Is this the right column?`;
  return { row, field: "kind", code: "too-many-kinds", message };
}
