import { customerParams } from "@/lib/schemas/customer-params";
import { judgementsQuery, judgementWithdrawal, newJudgement } from "@/lib/schemas/judgement";
import type { ApiEndpoint } from "./api-endpoint";

const path = "/customers/{externalId}/judgements";

/** Calls about what people think of a risk. */
export const JUDGEMENT_ENDPOINTS: readonly ApiEndpoint[] = [
  {
    method: "get",
    path,
    summary: "What people thought of the risk, newest first, beside what the model said then",
    scope: "read",
    params: customerParams,
    query: judgementsQuery,
  },
  {
    method: "post",
    path,
    summary: "Judge a risk by a band or a probability, or comment on it; the computed score stays",
    scope: "write",
    params: customerParams,
    body: newJudgement,
    status: 201,
  },
  {
    method: "post",
    path: `${path}/withdraw`,
    summary: "Take a judgement back; what was said stays readable",
    scope: "write",
    params: customerParams,
    body: judgementWithdrawal,
  },
];
