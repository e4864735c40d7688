import { route } from "@/lib/http/route";
import { previewRules } from "@/lib/rules/preview-rules";
import { rulePreviewTrial } from "@/lib/schemas/rule-trial";

export const POST = route(
  { action: "rules.write", scope: "admin", body: rulePreviewTrial, bodyLimitBytes: 4_194_304 },
  ({ member, body }) => previewRules(member, body),
);
