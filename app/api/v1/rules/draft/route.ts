import { route } from "@/lib/http/route";
import { saveDraft } from "@/lib/rules/save-draft";
import { draftChange } from "@/lib/schemas/rule-trial";

export const PUT = route(
  { action: "rules.write", scope: "admin", body: draftChange, bodyLimitBytes: 4_194_304 },
  ({ member, body }) => saveDraft(member, body),
);
