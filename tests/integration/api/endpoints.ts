import { GET as countCustomers } from "@/app/api/v1/customer-count/route";
import { GET as journey } from "@/app/api/v1/customers/[externalId]/journey/route";
import { POST as judge, GET as listJudgements } from "@/app/api/v1/customers/[externalId]/judgements/route";
import { POST as withdraw } from "@/app/api/v1/customers/[externalId]/judgements/withdraw/route";
import { GET as ledger } from "@/app/api/v1/customers/[externalId]/ledger/route";
import { GET as listPeople, PUT as replacePeople } from "@/app/api/v1/customers/[externalId]/people/route";
import { GET as customer } from "@/app/api/v1/customers/[externalId]/route";
import { GET as score } from "@/app/api/v1/customers/[externalId]/score/route";
import { GET as listCustomers, POST as postCustomers } from "@/app/api/v1/customers/route";
import { GET as exportCustomers, POST as exportNamed } from "@/app/api/v1/customers.csv/route";
import { POST as discard } from "@/app/api/v1/held-rows/discard/route";
import { POST as release } from "@/app/api/v1/held-rows/release/route";
import { GET as heldRows } from "@/app/api/v1/held-rows/route";
import { POST as cancelImport } from "@/app/api/v1/imports/[importId]/cancel/route";
import { POST as commit } from "@/app/api/v1/imports/[importId]/commit/route";
import { POST as dryRun } from "@/app/api/v1/imports/[importId]/dry-run/route";
import { POST as previewFile } from "@/app/api/v1/imports/[importId]/preview/route";
import { POST as reread } from "@/app/api/v1/imports/[importId]/reading/route";
import { GET as rejects } from "@/app/api/v1/imports/[importId]/rejects.csv/route";
import { POST as resume } from "@/app/api/v1/imports/[importId]/resume/route";
import { GET as readImport } from "@/app/api/v1/imports/[importId]/route";
import { POST as undo } from "@/app/api/v1/imports/[importId]/undo/route";
import { GET as listImports, PUT as upload } from "@/app/api/v1/imports/route";
import { POST as cancelJob } from "@/app/api/v1/jobs/[id]/cancel/route";
import { GET as jobEvents } from "@/app/api/v1/jobs/[id]/events/route";
import { GET as job } from "@/app/api/v1/jobs/[id]/route";
import { POST as promoteModel } from "@/app/api/v1/models/[modelId]/promote/route";
import { GET as readModel } from "@/app/api/v1/models/[modelId]/route";
import { POST as shadowModel } from "@/app/api/v1/models/[modelId]/shadow/route";
import { GET as listModels } from "@/app/api/v1/models/route";
import { POST as trainModel } from "@/app/api/v1/models/train/route";
import { POST as postOutcomes } from "@/app/api/v1/outcomes/route";
import { POST as backtestRules } from "@/app/api/v1/rules/backtest/route";
import { PUT as saveDraft } from "@/app/api/v1/rules/draft/route";
import { POST as previewRules } from "@/app/api/v1/rules/preview/route";
import { POST as publishRules } from "@/app/api/v1/rules/publish/route";
import { POST as rollBackRules } from "@/app/api/v1/rules/rollback/route";
import { GET as readRules } from "@/app/api/v1/rules/route";
import { POST as recompute } from "@/app/api/v1/scores/recompute/route";
import { GET as scoresCsv } from "@/app/api/v1/scores.csv/route";
import { GET as readSettings, PUT as saveSettings } from "@/app/api/v1/settings/route";
import { POST as postTouchpoints } from "@/app/api/v1/touchpoints/route";
import type { ApiScope } from "@/lib/auth/scopes";
import type { Handler } from "./call-api";

/** A call of the API that needs a key. `refusedScopes` are those that may not make it; `rows` names a batch. */
export type Endpoint = Readonly<{
  name: string;
  handler: Handler;
  method: string;
  refusedScopes: readonly ApiScope[];
  /** Something of another organisation, or of none, is named by it. */
  idParameter?: "externalId" | "importId" | "modelId" | "id";
  body?: object;
  query?: string;
}>;

const mapping = { mapping: { externalId: "id" }, onError: "skip" };
const file = "type=customers&filename=a.csv";

export const ENDPOINTS: readonly Endpoint[] = [
  { name: "GET /customer-count", handler: countCustomers, method: "GET", refusedScopes: ["write"] },
  { name: "GET /customers.csv", handler: exportCustomers, method: "GET", refusedScopes: ["write"] },
  {
    name: "POST /customers.csv",
    handler: exportNamed,
    method: "POST",
    refusedScopes: ["write"],
    body: { externalIds: ["x"] },
  },
  { name: "GET /customers", handler: listCustomers, method: "GET", refusedScopes: ["write"] },
  {
    name: "POST /customers",
    handler: postCustomers,
    method: "POST",
    refusedScopes: ["read"],
    body: { customers: [{ externalId: "x" }] },
  },
  {
    name: "GET /customers/{externalId}",
    handler: customer,
    method: "GET",
    refusedScopes: ["write"],
    idParameter: "externalId",
  },
  { name: "GET …/score", handler: score, method: "GET", refusedScopes: ["write"], idParameter: "externalId" },
  { name: "GET …/ledger", handler: ledger, method: "GET", refusedScopes: ["write"], idParameter: "externalId" },
  {
    name: "GET …/judgements",
    handler: listJudgements,
    method: "GET",
    refusedScopes: ["write"],
    idParameter: "externalId",
  },
  {
    name: "POST …/judgements",
    handler: judge,
    method: "POST",
    refusedScopes: ["read"],
    idParameter: "externalId",
    body: { band: "critical", reason: "Told us so", expiresOn: "2199-12-31" },
  },
  {
    name: "POST …/judgements/withdraw",
    handler: withdraw,
    method: "POST",
    refusedScopes: ["read"],
    idParameter: "externalId",
    body: { judgementId: 1 },
  },
  { name: "GET …/people", handler: listPeople, method: "GET", refusedScopes: ["write"], idParameter: "externalId" },
  {
    name: "PUT …/people",
    handler: replacePeople,
    method: "PUT",
    refusedScopes: ["read"],
    idParameter: "externalId",
    body: { contacts: [{ name: "Ada Nimmo" }] },
  },
  { name: "GET …/journey", handler: journey, method: "GET", refusedScopes: ["write"], idParameter: "externalId" },
  {
    name: "POST /touchpoints",
    handler: postTouchpoints,
    method: "POST",
    refusedScopes: ["read"],
    body: { touchpoints: [{ customerExternalId: "x", kind: "call", occurredAt: "2026-01-01T00:00:00Z" }] },
  },
  {
    name: "POST /outcomes",
    handler: postOutcomes,
    method: "POST",
    refusedScopes: ["read"],
    body: { outcomes: [{ customerExternalId: "x", type: "renewal", occurredOn: "2026-01-01" }] },
  },
  { name: "GET /scores.csv", handler: scoresCsv, method: "GET", refusedScopes: ["write"] },
  { name: "POST /scores/recompute", handler: recompute, method: "POST", refusedScopes: ["read", "write"], body: {} },
  { name: "GET /settings", handler: readSettings, method: "GET", refusedScopes: ["write"] },
  { name: "PUT /settings", handler: saveSettings, method: "PUT", refusedScopes: ["read", "write"], body: {} },
  { name: "GET /jobs/{id}", handler: job, method: "GET", refusedScopes: [], idParameter: "id" },
  { name: "GET /jobs/{id}/events", handler: jobEvents, method: "GET", refusedScopes: [], idParameter: "id" },
  {
    name: "POST /jobs/{id}/cancel",
    handler: cancelJob,
    method: "POST",
    refusedScopes: ["read", "write"],
    idParameter: "id",
  },
  { name: "GET /models", handler: listModels, method: "GET", refusedScopes: ["write"] },
  {
    name: "POST /models/train",
    handler: trainModel,
    method: "POST",
    refusedScopes: ["read", "write"],
    body: { asOf: ["2026-01-01"] },
  },
  {
    name: "GET /models/{modelId}",
    handler: readModel,
    method: "GET",
    refusedScopes: ["write"],
    idParameter: "modelId",
  },
  {
    name: "POST …/promote",
    handler: promoteModel,
    method: "POST",
    refusedScopes: ["read", "write"],
    idParameter: "modelId",
  },
  {
    name: "POST …/shadow",
    handler: shadowModel,
    method: "POST",
    refusedScopes: ["read", "write"],
    idParameter: "modelId",
  },
  { name: "GET /held-rows", handler: heldRows, method: "GET", refusedScopes: [] },
  {
    name: "POST /held-rows/release",
    handler: release,
    method: "POST",
    refusedScopes: ["read"],
    body: { customerExternalId: "x" },
  },
  {
    name: "POST /held-rows/discard",
    handler: discard,
    method: "POST",
    refusedScopes: ["read"],
    body: { customerExternalId: "x" },
  },
  { name: "GET /rules", handler: readRules, method: "GET", refusedScopes: ["write"] },
  {
    name: "PUT /rules/draft",
    handler: saveDraft,
    method: "PUT",
    refusedScopes: ["read", "write"],
    body: { revision: 0, rules: [] },
  },
  {
    name: "POST /rules/preview",
    handler: previewRules,
    method: "POST",
    refusedScopes: ["read", "write"],
    body: { rules: [] },
  },
  {
    name: "POST /rules/backtest",
    handler: backtestRules,
    method: "POST",
    refusedScopes: ["read", "write"],
    body: { rules: [] },
  },
  {
    name: "POST /rules/publish",
    handler: publishRules,
    method: "POST",
    refusedScopes: ["read", "write"],
    body: { revision: 1, note: "Why" },
  },
  {
    name: "POST /rules/rollback",
    handler: rollBackRules,
    method: "POST",
    refusedScopes: ["read", "write"],
    body: { version: 1 },
  },
  { name: "GET /imports", handler: listImports, method: "GET", refusedScopes: [] },
  { name: "PUT /imports", handler: upload, method: "PUT", refusedScopes: ["read"], query: file },
  { name: "GET /imports/{id}", handler: readImport, method: "GET", refusedScopes: [], idParameter: "importId" },
  { name: "GET …/rejects.csv", handler: rejects, method: "GET", refusedScopes: [], idParameter: "importId" },
  { name: "POST …/resume", handler: resume, method: "POST", refusedScopes: ["read"], idParameter: "importId" },
  { name: "POST …/cancel", handler: cancelImport, method: "POST", refusedScopes: ["read"], idParameter: "importId" },
  {
    name: "POST …/reading",
    handler: reread,
    method: "POST",
    refusedScopes: ["read"],
    idParameter: "importId",
    body: { encoding: "utf-8" },
  },
  {
    name: "POST …/preview",
    handler: previewFile,
    method: "POST",
    refusedScopes: ["read"],
    idParameter: "importId",
    body: mapping,
  },
  { name: "POST …/undo", handler: undo, method: "POST", refusedScopes: ["read"], idParameter: "importId" },
  {
    name: "POST …/dry-run",
    handler: dryRun,
    method: "POST",
    refusedScopes: ["read"],
    idParameter: "importId",
    body: mapping,
  },
  {
    name: "POST …/commit",
    handler: commit,
    method: "POST",
    refusedScopes: ["read"],
    idParameter: "importId",
    body: mapping,
  },
];
