import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { problemSchema } from "@/lib/schemas/problem";
import type { ApiEndpoint } from "./api-endpoint";
import { API_ENDPOINTS } from "./api-endpoints";

/** The description of the API (OpenAPI 3.1), made from the schemas that parse its requests. */
export function openApiDocument() {
  const paths: ZodOpenApiPathsObject = {};
  for (const endpoint of API_ENDPOINTS) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operationOf(endpoint) };
  }
  return createDocument({
    openapi: "3.1.1",
    info: {
      title: "Rekindle",
      version: "1",
      description:
        "Times are ISO 8601 with an offset, money is {amountMinor, currency}, lists are {items, nextCursor}. Unknown " +
        "fields are refused by name. Errors are problem details (RFC 9457). 429 comes with Retry-After, in seconds: too many " +
        "requests of a key in a minute, or an organisation whose background work is far behind.",
    },
    servers: [{ url: "/api/v1" }],
    security: [{ key: [] }],
    components: { securitySchemes: { key: { type: "http", scheme: "bearer", description: "An API key: rk_…" } } },
    paths,
  });
}

function operationOf(endpoint: ApiEndpoint): ZodOpenApiOperationObject {
  const { params, query, body, bodyType, result, resultType = "application/json" } = endpoint;
  const isOpen = endpoint.scope === null;
  const scopes = [endpoint.scope ?? []].flat().join(" or ");
  return {
    operationId: `${endpoint.method}${endpoint.path.replace(/[^a-zA-Z]+(.)?/g, (_all, next = "") => next.toUpperCase())}`,
    summary: endpoint.summary,
    description: isOpen ? "Needs no key." : `Needs the scope ${scopes}.`,
    ...(isOpen ? { security: [] } : {}),
    requestParams: { ...(params ? { path: params } : {}), ...(query ? { query } : {}) },
    ...(body ? { requestBody: { required: true, content: { "application/json": { schema: body } } } } : {}),
    ...(bodyType ? { requestBody: { required: true, content: { [bodyType]: {} } } } : {}),
    responses: {
      [String(endpoint.status ?? 200)]: {
        description: "Done",
        content: { [resultType]: result ? { schema: result } : {} },
      },
      default: {
        description: "Not done, and why",
        content: { "application/problem+json": { schema: problemSchema } },
      },
    },
  };
}
