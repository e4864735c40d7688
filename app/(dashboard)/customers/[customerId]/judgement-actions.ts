"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/http/action";
import { addJudgement } from "@/lib/judgements/add-judgement";
import { withdrawJudgement } from "@/lib/judgements/withdraw-judgement";
import { judgementForm, withdrawalForm } from "@/lib/schemas/judgement";

export const judgeAction = action({ action: "judgements.write", input: judgementForm }, async ({ member, input }) => {
  const judgementId = await addJudgement(member, input);
  revalidatePath("/", "layout");
  return { judgementId };
});

export const withdrawJudgementAction = action(
  { action: "judgements.write", input: withdrawalForm },
  async ({ member, input }) => {
    await withdrawJudgement(member, input);
    revalidatePath("/", "layout");
  },
);
