"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/http/action";
import { saveKind } from "@/lib/kinds/save-kind";
import { kindChangeSchema } from "@/lib/schemas/kind";

export const saveKindAction = action(
  { action: "settings.write", input: kindChangeSchema },
  async ({ member, input }) => {
    await saveKind(member, input);
    revalidatePath("/", "layout");
  },
);
