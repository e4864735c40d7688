import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/**
 * Lets a change through a session cookie pass only when a page of this installation sent it. Browsers set both headers
 * themselves and no page can forge them; a request with neither is refused, since it proves nothing.
 * @throws AppError 403
 */
export function refuseForeignOrigin(headers: Headers): void {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const isForeignSite = site !== null && site !== "same-origin";
  if (isForeignSite || (origin !== null && !isOwnOrigin(origin, headers.get("host"))) || (!site && !origin)) {
    throw new AppError("forbidden", "This change did not come from a page of this installation, so it was not made.");
  }
}

function isOwnOrigin(origin: string, host: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  const { host: originHost, origin: normal } = new URL(origin);
  return normal === new URL(env().BASE_URL).origin || (host !== null && originHost === host.toLowerCase());
}
