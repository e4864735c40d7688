import type { HeldSelection } from "@/lib/schemas/held-row";

/** The condition of a selection over `held_row`, with its values from $1 (the organisation) on. */
export function heldSelection(
  organisationId: number,
  { keys, customerExternalId, kind, importId }: HeldSelection,
): Readonly<{ where: string; values: unknown[] }> {
  const conditions = ["organisation_id = $1"];
  const values: unknown[] = [organisationId];
  const add = (condition: string, value: unknown) => {
    values.push(value);
    conditions.push(condition.replace("?", `$${values.length}`));
  };
  if (keys) add("key = ANY(?::uuid[])", keys);
  if (customerExternalId !== undefined) add("customer_external_id = ?", customerExternalId);
  if (kind !== undefined) add("kind = ?", kind);
  if (importId !== undefined) add("import_id = ?", importId);
  return { where: conditions.join(" AND "), values };
}
