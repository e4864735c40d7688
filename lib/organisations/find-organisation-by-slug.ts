import { systemPool } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";

/**
 * The organisation a command names. For commands alone: a request knows its organisation from its member.
 * @throws AppError not-found
 */
export async function findOrganisationBySlug(slug: string): Promise<{ id: number; slug: string; name: string }> {
  const { rows } = await systemPool().query<{ id: number; slug: string; name: string }>(
    "SELECT id, slug, name FROM organisation WHERE slug = $1",
    [slug],
  );
  if (!rows[0]) throw new AppError("not-found", `There is no organisation “${slug}”.`);
  return rows[0];
}
