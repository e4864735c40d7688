import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { mayChangeView } from "./may-change-view";
import type { SavedView } from "./saved-view";

/** More than these nobody chooses among. */
const MOST_VIEWS = 100;

/** The member's own views and those that others share, by name. */
export async function listViews(member: Member): Promise<SavedView[]> {
  const { organisationId, id } = member;
  if (id === null) return [];
  return withTenant(organisationId, async (tx) => {
    const rows = await tx.savedView.findMany({
      where: { organisationId, OR: [{ memberId: id }, { shared: true }] },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: MOST_VIEWS,
    });
    const self = await tx.member.findUnique({
      where: { organisationId_id: { organisationId, id } },
      select: { defaultViewId: true },
    });
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      query: row.query,
      shared: row.shared,
      by: row.memberId === id ? null : row.memberName,
      mayChange: mayChangeView(member, row),
      isDefault: row.id === self?.defaultViewId,
    }));
  });
}
