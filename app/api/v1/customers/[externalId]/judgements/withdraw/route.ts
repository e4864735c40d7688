import { route } from "@/lib/http/route";
import { withdrawJudgement } from "@/lib/judgements/withdraw-judgement";
import { customerParams } from "@/lib/schemas/customer-params";
import { judgementWithdrawal } from "@/lib/schemas/judgement";

export const POST = route(
  { action: "judgements.write", scope: "write", params: customerParams, body: judgementWithdrawal },
  async ({ member, params, body }) => {
    await withdrawJudgement(member, { ...params, ...body });
    return { withdrawn: body.judgementId };
  },
);
