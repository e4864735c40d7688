import { route } from "@/lib/http/route";
import { addJudgement } from "@/lib/judgements/add-judgement";
import { pageJudgements } from "@/lib/judgements/page-judgements";
import { customerParams } from "@/lib/schemas/customer-params";
import { judgementsQuery, newJudgement } from "@/lib/schemas/judgement";

export const GET = route(
  { action: "customers.read", scope: "read", params: customerParams, query: judgementsQuery },
  ({ member, params, query }) => pageJudgements(member, params.externalId, query),
);

export const POST = route(
  { action: "judgements.write", scope: "write", params: customerParams, body: newJudgement, status: 201 },
  async ({ member, params, body }) => ({ id: await addJudgement(member, { ...params, ...body }) }),
);
