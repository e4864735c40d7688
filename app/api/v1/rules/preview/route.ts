import { route } from "@/lib/http/route";
import { previewRules } from "@/lib/rules/preview-rules";
import { ruleTrial } from "@/lib/schemas/rule-trial";

export const POST = route(
  { action: "rules.write", scope: "admin", body: ruleTrial, bodyLimitBytes: 4_194_304 },
  ({ member, body }) => previewRules(member, body),
);
