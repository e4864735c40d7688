import { route } from "@/lib/http/route";
import { rollBackRules } from "@/lib/rules/roll-back-rules";
import { ruleRollback } from "@/lib/schemas/rule-trial";

export const POST = route(
  { action: "rules.write", scope: "admin", body: ruleRollback, status: 202 },
  ({ member, body }) => rollBackRules(member, body),
);
