import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { hashSecret } from "@/lib/auth/api-key-format";
import { systemPool } from "@/lib/db/pool";

const KEY = "setup-token";
const storedSchema = z.object({ hash: z.string() });

/** Keeps the hash of the token that opens set-up; an earlier token is void. */
export async function storeSetupToken(token: string): Promise<void> {
  await systemPool().query(
    `INSERT INTO instance_fact (key, value) VALUES ($1, $2)
     ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value, created_at = now()`,
    [KEY, JSON.stringify({ hash: hashSecret(token) })],
  );
}

/** Whether the token opens set-up, compared in constant time. */
export async function isSetupToken(token: string): Promise<boolean> {
  const { rows } = await systemPool().query<{ value: unknown }>("SELECT value FROM instance_fact WHERE key = $1", [
    KEY,
  ]);
  if (!rows[0]) return false;
  const stored = Buffer.from(storedSchema.parse(rows[0].value).hash);
  const given = Buffer.from(hashSecret(token));
  return stored.length === given.length && timingSafeEqual(stored, given);
}

/** Takes the token out of use. False when another request was first: then this one may not go on. */
export async function claimSetupToken(token: string): Promise<boolean> {
  const { rowCount } = await systemPool().query("DELETE FROM instance_fact WHERE key = $1 AND value->>'hash' = $2", [
    KEY,
    hashSecret(token),
  ]);
  return rowCount === 1;
}
