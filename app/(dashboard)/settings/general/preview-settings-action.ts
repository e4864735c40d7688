"use server";

import { action } from "@/lib/http/action";
import { settingsFormSchema } from "@/lib/schemas/settings-form";
import { previewSettings } from "@/lib/settings/preview-settings";

export const previewSettingsAction = action(
  { action: "settings.write", input: settingsFormSchema },
  async ({ member, input }) => previewSettings(member, input),
);
