import { route } from "@/lib/http/route";
import { settingsChangeSchema } from "@/lib/schemas/settings";
import { readSettings } from "@/lib/settings/read-settings";
import { saveSettings } from "@/lib/settings/save-settings";

export const GET = route({ action: "settings.read", scope: "read" }, ({ member }) => readSettings(member));

export const PUT = route({ action: "settings.write", scope: "admin", body: settingsChangeSchema }, ({ member, body }) =>
  saveSettings(member, body),
);
