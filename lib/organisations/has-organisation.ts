import { systemPool } from "@/lib/db/pool";

/** Whether this installation has any organisation: without one, the first visit is the set-up page. */
export async function hasOrganisation(): Promise<boolean> {
  const { rows } = await systemPool().query<{ found: boolean }>("SELECT EXISTS (SELECT FROM organisation) AS found");
  return rows[0]?.found === true;
}
