import { getTranslations } from "next-intl/server";
import { BulkBar } from "@/components/risk/bulk-bar";
import { filterParams } from "@/components/risk/filter-params";
import type { LeaderboardSearch } from "@/components/risk/leaderboard-href";
import type { Member } from "@/lib/auth/member";
import { seesOnlyOwnBook } from "@/lib/customers/visible-customers";
import { listMembers } from "@/lib/members/list-members";
import { BULK_TYPES } from "@/lib/schemas/bulk-change";
import { startBulkAction, undoBulkAction } from "./bulk-actions";

type BulkToolsProps = Readonly<{ member: Member; search: LeaderboardSearch }>;

/** What the member may do to many customers: whoever sees only the own book gives none away. */
export async function BulkTools({ member, search }: BulkToolsProps) {
  const t = await getTranslations("board.bulk");
  const risk = await getTranslations("risk");
  const ownBook = seesOnlyOwnBook(member);
  const { members } = ownBook ? { members: [] } : await listMembers(member);
  const owners = [
    ...members.map(({ id, name }) => ({ value: String(id), label: name })),
    { value: "none", label: risk("noOwner") },
  ];
  return (
    <BulkBar
      actions={{ start: startBulkAction, undo: undoBulkAction }}
      types={ownBook ? BULK_TYPES.filter((type) => type !== "assign") : BULK_TYPES}
      owners={owners}
      filter={filterParams(search)}
      words={t.raw("words")}
    />
  );
}
