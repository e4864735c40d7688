import { draftChange, rulePreviewTrial, rulePublication, ruleRollback, ruleTrial } from "@/lib/schemas/rule-trial";
import type { ApiEndpoint } from "./api-endpoint";

/** Calls that read, draft, try, publish and take back rules. */
export const RULE_ENDPOINTS: readonly ApiEndpoint[] = [
  { method: "get", path: "/rules", summary: "Rules in force and the draft, in words, and all versions", scope: "read" },
  {
    method: "put",
    path: "/rules/draft",
    summary: "Save the draft of the rules; naming an older revision than the last is a conflict",
    scope: "admin",
    body: draftChange,
  },
  {
    method: "post",
    path: "/rules/preview",
    summary: "What publishing rules would change today: bands, revenue, and whom by name",
    scope: "admin",
    body: rulePreviewTrial,
  },
  {
    method: "post",
    path: "/rules/backtest",
    summary: "What rules would have said of past break-ups, beside those in force and chance",
    scope: "admin",
    body: ruleTrial,
  },
  {
    method: "post",
    path: "/rules/publish",
    summary: "Publish the draft as a new version and score everyone by it",
    scope: "admin",
    body: rulePublication,
    status: 202,
  },
  {
    method: "post",
    path: "/rules/rollback",
    summary: "Publish an old version of the rules anew",
    scope: "admin",
    body: ruleRollback,
    status: 202,
  },
];
