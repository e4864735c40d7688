import type { z } from "zod";
import { parseInput } from "./parse-input";
import { problemResponse } from "./problem-response";
import { readJsonBody } from "./read-json-body";

type NextHandler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

/**
 * The gate of calls whose address is the secret: no key, no cookie. The handler looks the secret up before it lets the
 * body be read.
 * @param spec how the address is parsed, and the largest JSON body
 */
export function openRoute<Params>(
  spec: Readonly<{ params: z.ZodType<Params>; bodyLimitBytes: number }>,
  handler: (call: Readonly<{ params: Params; readBody: () => Promise<unknown> }>) => Promise<object>,
): NextHandler {
  return async (request, context) => {
    try {
      const params = parseInput(spec.params, await context.params, "address");
      const result = await handler({ params, readBody: () => readJsonBody(request, spec.bodyLimitBytes) });
      return Response.json(result, { headers: { "Cache-Control": "no-store" } });
    } catch (error) {
      return problemResponse(error, request);
    }
  };
}
