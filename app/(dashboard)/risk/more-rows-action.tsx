"use server";

import { ownLabels } from "@/app/language/own-labels";
import type { RowPage } from "@/components/risk/endless-rows";
import { LeaderboardEntry } from "@/components/risk/leaderboard-entry";
import { roleMay } from "@/lib/auth/roles";
import { listCustomers } from "@/lib/customers/list-customers";
import { loadRowExtras } from "@/lib/customers/load-row-extras";
import { action } from "@/lib/http/action";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { customerListSearch } from "@/lib/schemas/customer-list";
import { USUAL_COLUMNS } from "@/lib/schemas/leaderboard-look";
import { listQueryOf } from "@/lib/schemas/list-query-of";
import { moreRows } from "@/lib/schemas/more-rows";

const PAGE_SIZE = 50;

/** The rows after a cursor, drawn as those of the first page are. */
export const moreRowsAction = action<{ query: string; cursor: string }, RowPage>(
  { action: "customers.read", input: moreRows },
  async ({ member, input }) => {
    const search = customerListSearch.parse(Object.fromEntries(new URLSearchParams(input.query)));
    const { items, nextCursor } = await listCustomers(member, {
      ...listQueryOf(search, PAGE_SIZE),
      cursor: input.cursor,
    });
    const [extras, { timeZone }] = await Promise.all([loadRowExtras(member, items), readOrganisation(member)]);
    const columns = search.columns ?? USUAL_COLUMNS;
    const own = await ownLabels();
    const rows = own(items).map((row) => ({
      id: row.externalId,
      node: (
        <LeaderboardEntry
          row={row}
          extras={extras.get(row.externalId)}
          columns={columns}
          selectable={roleMay(member.role, "customers.write")}
          timeZone={timeZone}
        />
      ),
    }));
    return { rows, nextCursor };
  },
);
