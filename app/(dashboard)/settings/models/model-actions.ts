"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { action } from "@/lib/http/action";
import { cancelJob } from "@/lib/jobs/cancel-job";
import { promoteModel } from "@/lib/models/promote-model";
import { requestTraining } from "@/lib/models/request-training";
import { shadowModel } from "@/lib/models/shadow-model";
import { jobFormSchema, modelFormSchema } from "@/lib/schemas/model-form";
import { trainFormSchema } from "@/lib/schemas/train-form";

const PAGES = "/settings/models";

export const trainModelAction = action(
  { action: "models.write", input: trainFormSchema },
  async ({ member, input }): Promise<void> => {
    const { modelId } = await requestTraining(member, input);
    revalidatePath(PAGES, "layout");
    redirect(`${PAGES}/${modelId}`);
  },
);

export const cancelTrainingAction = action(
  { action: "models.write", input: jobFormSchema },
  async ({ member, input }) => {
    await cancelJob(member, input.jobId);
    revalidatePath(PAGES, "layout");
  },
);

export const shadowModelAction = action(
  { action: "models.write", input: modelFormSchema },
  async ({ member, input }) => {
    await shadowModel(member, input.version);
    revalidatePath(PAGES, "layout");
  },
);

export const promoteModelAction = action(
  { action: "models.write", input: modelFormSchema },
  async ({ member, input }) => {
    await promoteModel(member, input.version);
    revalidatePath("/", "layout");
  },
);
