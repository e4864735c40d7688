import { z } from "zod";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { CATEGORIES, type Category } from "./categories";

/** A kind of the catalogue as people see it. */
export type ListedKind = Readonly<{
  id: number;
  key: string;
  label: string;
  category: Category;
  valence: -1 | 0 | 1;
  halfLifeDays: number;
}>;

const storedSchema = z.object({ category: z.enum(CATEGORIES), valence: z.literal([-1, 0, 1]) });

/** The organisation's catalogue of touchpoint kinds, by category and label, without those that were merged. At most 65,535 exist: an id is a small integer. */
export async function listKinds({ organisationId }: Member): Promise<ListedKind[]> {
  const rows = await withTenant(organisationId, (tx) =>
    tx.kind.findMany({
      where: { organisationId, mergedIntoId: null },
      select: { id: true, key: true, label: true, category: true, valence: true, halfLifeDays: true },
      orderBy: [{ label: "asc" }, { id: "asc" }],
    }),
  );
  const kinds = rows.map((row) => ({ ...row, ...storedSchema.parse(row) }));
  return kinds.sort((one, other) => CATEGORIES.indexOf(one.category) - CATEGORIES.indexOf(other.category));
}
