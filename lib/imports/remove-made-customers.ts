import type { PoolClient } from "pg";
import { removeCustomers } from "@/lib/customers/remove-customers";
import type { Unreversed } from "./add-undo-result";
import { trySavepoint } from "./try-savepoint";

type Made = Readonly<{ id: number; name: string }>;

/**
 * Removes customers that an import made. When the database refuses the lot, they are tried one by one, so that only those
 * that it will not let go stay.
 * @returns those that stay, and why
 */
export async function removeMadeCustomers(
  client: PoolClient,
  organisationId: number,
  made: readonly Made[],
): Promise<Unreversed[]> {
  if (made.length === 0) return [];
  const named = await trySavepoint(client, () =>
    removeCustomers(
      client,
      organisationId,
      made.map(({ id }) => id),
    ),
  );
  if (named) return made.flatMap(({ id, name }) => (named.has(id) ? [stays(name)] : []));
  const unreversed: Unreversed[] = [];
  for (const { id, name } of made) {
    const stayed = await trySavepoint(client, () => removeCustomers(client, organisationId, [id]));
    if (!stayed) unreversed.push({ code: "refused", name, isError: true });
    else if (stayed.has(id)) unreversed.push(stays(name));
  }
  return unreversed;
}

function stays(name: string): Unreversed {
  return { code: "has-other-data", name, isError: false };
}
