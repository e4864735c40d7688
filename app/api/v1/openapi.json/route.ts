import { openApiDocument } from "@/lib/http/openapi";

/** Public: it tells how to ask, and nothing about anyone. */
export function GET(): Response {
  return Response.json(openApiDocument(), { headers: { "Cache-Control": "public, max-age=300" } });
}
