import { systemPool } from "@/lib/db/pool";

/** Lets the server write out what earlier work left, so that it does not count against what is measured next. */
export async function calmDown(): Promise<void> {
  const { rows } = await systemPool().query<{ may: boolean }>(
    "SELECT pg_has_role(current_user, 'pg_checkpoint', 'USAGE') AS may",
  );
  if (rows[0]?.may) await systemPool().query("CHECKPOINT");
}
