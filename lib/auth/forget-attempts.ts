import { getPrisma } from "@/lib/db/prisma";

/** Forgets the attempts counted under a key. */
export async function forgetAttempts(key: string): Promise<void> {
  await getPrisma().rateLimit.deleteMany({ where: { key } });
}
