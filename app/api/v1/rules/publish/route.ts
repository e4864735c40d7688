import { route } from "@/lib/http/route";
import { publishDraft } from "@/lib/rules/publish-draft";
import { rulePublication } from "@/lib/schemas/rule-trial";

export const POST = route(
  { action: "rules.write", scope: "admin", body: rulePublication, status: 202 },
  ({ member, body }) => publishDraft(member, body),
);
