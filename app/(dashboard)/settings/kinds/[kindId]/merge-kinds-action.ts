"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { action } from "@/lib/http/action";
import { mergeKinds } from "@/lib/kinds/merge-kinds";
import { kindMergeSchema } from "@/lib/schemas/kind";

export const mergeKindsAction = action(
  { action: "settings.write", input: kindMergeSchema },
  async ({ member, input }): Promise<void> => {
    await mergeKinds(member, input);
    revalidatePath("/", "layout");
    redirect("/settings/kinds");
  },
);
