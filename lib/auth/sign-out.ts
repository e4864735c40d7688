import { getAuth } from "./get-auth";
import { refuseForeignOrigin } from "./refuse-foreign-origin";

/**
 * Ends the session of a request and its cookie, when one of our own pages sent it.
 * @returns the cookies to set
 * @throws AppError 403 for a request of another site
 */
export async function signOut(request: Request): Promise<string[]> {
  refuseForeignOrigin(request.headers);
  const { headers } = await getAuth().api.signOut({ headers: request.headers, returnHeaders: true });
  return headers.getSetCookie();
}
