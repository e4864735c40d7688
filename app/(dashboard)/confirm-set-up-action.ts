"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/http/action";
import { setUpStepForm } from "@/lib/schemas/set-up-step";
import { confirmSetUp } from "@/lib/set-up/confirm-set-up";

export const confirmSetUpAction = action(
  { action: "settings.write", input: setUpStepForm },
  async ({ member, input }) => {
    await confirmSetUp(member, input.step);
    revalidatePath("/");
  },
);
