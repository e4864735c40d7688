import { z } from "zod";
import { customerResult, ingestResult, outcomeResult } from "@/lib/schemas/batch-result";
import { customerExportRequest, customerFilterQuery, customerListQuery } from "@/lib/schemas/customer-list";
import { customerParams } from "@/lib/schemas/customer-params";
import { customerUpsertSchema, MAX_CUSTOMERS } from "@/lib/schemas/customer-upsert";
import { asOfQuery } from "@/lib/schemas/instant";
import { jobParams } from "@/lib/schemas/job-params";
import { journeyQuery } from "@/lib/schemas/journey-query";
import { ledgerQuery } from "@/lib/schemas/ledger-query";
import { modelListQuery, modelParams } from "@/lib/schemas/model-params";
import { MAX_OUTCOMES, outcomeQuery, outcomeSchema } from "@/lib/schemas/outcome";
import { peopleChange, peopleResult } from "@/lib/schemas/people";
import { recomputeRequest } from "@/lib/schemas/recompute-request";
import { settingsChangeSchema, settingsSchema } from "@/lib/schemas/settings";
import { ingestQuery, MAX_TOUCHPOINTS, touchpointSchema } from "@/lib/schemas/touchpoint";
import { trainRequest } from "@/lib/schemas/train-request";
import type { ApiEndpoint } from "./api-endpoint";
import { IMPORT_ENDPOINTS } from "./import-endpoints";
import { JUDGEMENT_ENDPOINTS } from "./judgement-endpoints";
import { RULE_ENDPOINTS } from "./rule-endpoints";

const either = ["read", "write"] as const;
const CSV = "text/csv";

export const API_ENDPOINTS: readonly ApiEndpoint[] = [
  ...IMPORT_ENDPOINTS,
  ...RULE_ENDPOINTS,
  ...JUDGEMENT_ENDPOINTS,
  { method: "get", path: "/customers", summary: "The leaderboard", scope: "read", query: customerListQuery },
  {
    method: "get",
    path: "/customer-count",
    summary: "How many customers a filter leaves: all of them, or at least so many (`capped`)",
    scope: "read",
    query: customerFilterQuery,
  },
  {
    method: "get",
    path: "/customers.csv",
    summary: "What a filter leaves of the leaderboard, streamed; money in minor units",
    scope: "read",
    query: customerFilterQuery,
    resultType: CSV,
  },
  {
    method: "post",
    path: "/customers.csv",
    summary: "Up to 1,000 customers named by their ids, as the leaderboard shows them",
    scope: "read",
    body: customerExportRequest,
    resultType: CSV,
  },
  {
    method: "post",
    path: "/customers",
    summary: "Create or change up to 5,000 customers",
    scope: "write",
    body: rows("customers", customerUpsertSchema, MAX_CUSTOMERS),
    result: customerResult,
  },
  {
    method: "post",
    path: "/touchpoints",
    summary: "Send up to 10,000 touchpoints; sending them again changes nothing",
    scope: "write",
    query: ingestQuery,
    body: rows("touchpoints", touchpointSchema, MAX_TOUCHPOINTS),
    result: ingestResult,
  },
  {
    method: "post",
    path: "/outcomes",
    summary: "Send up to 5,000 outcomes",
    scope: "write",
    query: outcomeQuery,
    body: rows("outcomes", outcomeSchema, MAX_OUTCOMES),
    result: outcomeResult,
  },
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
    summary: "Touchpoints (page by page), stages and scores in time order",
    scope: "read",
    params: customerParams,
    query: journeyQuery,
  },
  {
    method: "get",
    path: "/customers/{externalId}/ledger",
    summary: "Changes of the risk split by cause (time, touchpoints, traits, configuration), newest first",
    scope: "read",
    params: customerParams,
    query: ledgerQuery,
  },
  {
    method: "get",
    path: "/customers/{externalId}/people",
    summary: "Contacts, preferences and personal milestones of a customer",
    scope: "read",
    params: customerParams,
    result: peopleResult,
  },
  {
    method: "put",
    path: "/customers/{externalId}/people",
    summary:
      "Replace contacts, preferences or milestones; a list that is left out stays, what is missing from one is removed",
    scope: "write",
    params: customerParams,
    body: peopleChange,
    result: peopleResult,
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
  {
    method: "get",
    path: "/models",
    summary: "Models, newest first, and what scores rest on",
    scope: "read",
    query: modelListQuery,
  },
  {
    method: "post",
    path: "/models/train",
    summary: "Learn a model from outcomes, in the background; the active one stays until another is promoted",
    scope: "admin",
    body: trainRequest,
    status: 202,
  },
  {
    method: "get",
    path: "/models/{modelId}",
    summary: "A model: its state, figures with intervals, scorecard, calibration, lift, drift",
    scope: "read",
    params: modelParams,
  },
  {
    method: "post",
    path: "/models/{modelId}/promote",
    summary: "Score by this model from now on; a superseded one is promoted again to roll back",
    scope: "admin",
    params: modelParams,
  },
  {
    method: "post",
    path: "/models/{modelId}/shadow",
    summary: "Let a candidate score everyone beside the active model",
    scope: "admin",
    params: modelParams,
  },
  { method: "get", path: "/jobs/{id}", summary: "State and progress of a job", scope: either, params: jobParams },
  {
    method: "get",
    path: "/jobs/{id}/events",
    summary: "State and progress of a job as server-sent events, until it is over",
    scope: either,
    params: jobParams,
    resultType: "text/event-stream",
  },
  {
    method: "post",
    path: "/jobs/{id}/cancel",
    summary: "Stop a job that can be stopped half-way",
    scope: "admin",
    params: jobParams,
  },
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

/** A batch: its route parses the rows one by one, so that a bad one is refused alone. */
function rows(name: string, row: z.ZodType, most: number): z.ZodObject {
  return z.strictObject({ [name]: z.array(row).min(1).max(most) });
}
