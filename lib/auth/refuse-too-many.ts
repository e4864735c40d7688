import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { Member } from "./member";
import { RateLimit } from "./rate-limit";

let limit: RateLimit | undefined;

/**
 * Counts a request of an API key against API_REQUESTS_PER_MINUTE, in this process; people are not counted.
 * @throws AppError rate-limited with the seconds to wait
 */
export function refuseTooMany({ actor, actorId }: Member): void {
  const perMinute = env().API_REQUESTS_PER_MINUTE;
  if (actor !== "api-key" || perMinute === 0) return;
  limit ??= new RateLimit(perMinute);
  const waitMs = limit.take(actorId, performance.now());
  if (waitMs === 0) return;
  throw new AppError(
    "rate-limited",
    `This API key may send ${perMinute.toLocaleString("en")} requests a minute. Send this one again later.`,
    { retryAfterSeconds: Math.ceil(waitMs / 1000) },
  );
}
