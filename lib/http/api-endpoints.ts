import type { z } from "zod";
import type { ApiScope } from "@/lib/auth/scopes";
import { customerListQuery } from "@/lib/schemas/customer-list";
import { customerParams } from "@/lib/schemas/customer-params";
import { importIdParams, importListQuery, importOptions, uploadQuery } from "@/lib/schemas/import-options";
import { asOfQuery } from "@/lib/schemas/instant";
import { jobParams } from "@/lib/schemas/job-params";
import { journeyQuery } from "@/lib/schemas/journey-query";
import { recomputeRequest } from "@/lib/schemas/recompute-request";
import { settingsChangeSchema, settingsSchema } from "@/lib/schemas/settings";

/** One call of the API as its description lists it. A test compares this list with the routes that exist. */
export type ApiEndpoint = Readonly<{
  method: "get" | "post" | "put";
  path: string;
  summary: string;
  scope: ApiScope | readonly ApiScope[];
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

const either = ["read", "write"] as const;
const CSV = "text/csv";

export const API_ENDPOINTS: readonly ApiEndpoint[] = [
  { method: "get", path: "/customers", summary: "The leaderboard", scope: "read", query: customerListQuery },
  {
    method: "get",
    path: "/customers/{externalId}",
    summary: "One customer, all round",
    scope: "read",
    params: customerParams,
  },
  {
    method: "get",
    path: "/customers/{externalId}/score",
    summary: "The risk with its reasons: intercept and reasons sum to logOdds",
    scope: "read",
    params: customerParams,
    query: asOfQuery,
  },
  {
    method: "get",
    path: "/customers/{externalId}/journey",
    summary: "Touchpoints, stages and scores in time order",
    scope: "read",
    params: customerParams,
    query: journeyQuery,
  },
  {
    method: "get",
    path: "/scores.csv",
    summary: "Every customer's score, streamed",
    scope: "read",
    query: asOfQuery,
    resultType: CSV,
  },
  {
    method: "post",
    path: "/scores/recompute",
    summary: "Score all customers anew",
    scope: "admin",
    body: recomputeRequest,
    status: 202,
  },
  { method: "get", path: "/imports", summary: "Imports, newest first", scope: either, query: importListQuery },
  {
    method: "put",
    path: "/imports",
    summary: "Upload a file, streamed",
    scope: "write",
    query: uploadQuery,
    bodyType: CSV,
    status: 201,
  },
  {
    method: "get",
    path: "/imports/{importId}",
    summary: "State, progress and counts of an import",
    scope: either,
    params: importIdParams,
  },
  {
    method: "post",
    path: "/imports/{importId}/dry-run",
    summary: "Read the whole file and count, without changing anything",
    scope: "write",
    params: importIdParams,
    body: importOptions,
    status: 202,
  },
  {
    method: "post",
    path: "/imports/{importId}/commit",
    summary: "Import the file",
    scope: "write",
    params: importIdParams,
    body: importOptions,
    status: 202,
  },
  {
    method: "get",
    path: "/imports/{importId}/rejects.csv",
    summary: "The rejected rows and why",
    scope: either,
    params: importIdParams,
    resultType: CSV,
  },
  { method: "get", path: "/jobs/{id}", summary: "State and progress of a job", scope: either, params: jobParams },
  { method: "get", path: "/settings", summary: "How risk is reckoned", scope: "read", result: settingsSchema },
  {
    method: "put",
    path: "/settings",
    summary: "Change settings; what is left out stays as it is",
    scope: "admin",
    body: settingsChangeSchema,
    result: settingsSchema,
  },
];
