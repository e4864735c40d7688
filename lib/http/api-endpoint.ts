import type { z } from "zod";
import type { ApiScope } from "@/lib/auth/scopes";

/** One call of the API as its description lists it. A test compares this list with the routes that exist. */
export type ApiEndpoint = Readonly<{
  method: "get" | "post" | "put";
  path: string;
  summary: string;
  /** null: no key is needed, the address is the secret. */
  scope: ApiScope | readonly ApiScope[] | null;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The content type of a body that is not JSON. */
  bodyType?: string;
  status?: 200 | 201 | 202;
  result?: z.ZodType;
  /** The content type of a result that is not JSON. */
  resultType?: string;
}>;
