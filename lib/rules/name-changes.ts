import { bandOf } from "@/lib/bands/band-of";
import type { Band, BandFloors } from "@/lib/bands/bands";
import { withTenant } from "@/lib/db/with-tenant";
import type { RiskBeforeAfter } from "./compare-risks";

/** A customer by name who would be in another band. */
export type NamedChange = Readonly<{
  externalId: string;
  name: string;
  mrrMinor: number | null;
  from: Band;
  to: Band;
  probability: number;
  probabilityAfter: number;
}>;

/** Names customers, in the order given. */
export async function nameChanges(
  organisationId: number,
  risks: readonly RiskBeforeAfter[],
  floors: BandFloors,
): Promise<readonly NamedChange[]> {
  const rows = await withTenant(organisationId, (tx) =>
    tx.customer.findMany({
      where: { organisationId, id: { in: risks.map(({ id }) => id) } },
      select: { id: true, externalId: true, name: true },
    }),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return risks.flatMap(({ id, mrrMinor, before, after }) => {
    const customer = byId.get(id);
    if (!customer) return [];
    const { externalId, name } = customer;
    const [from, to] = [bandOf(before, floors), bandOf(after, floors)];
    return [{ externalId, name, mrrMinor, from, to, probability: before, probabilityAfter: after }];
  });
}
