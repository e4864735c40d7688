"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/http/action";
import { settingsFormSchema } from "@/lib/schemas/settings-form";
import { saveSettings } from "@/lib/settings/save-settings";

export const saveSettingsAction = action(
  { action: "settings.write", input: settingsFormSchema },
  async ({ member, input }) => {
    await saveSettings(member, input);
    revalidatePath("/", "layout");
  },
);
