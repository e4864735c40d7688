import { AppError } from "@/lib/errors";
import { problemResponse } from "@/lib/http/problem-response";

/** Whatever is no address of the API: JSON like every other answer, not a page. */
function notFound(request: Request): Response {
  return problemResponse(new AppError("not-found", "There is no such address in the API."), request);
}

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT };
