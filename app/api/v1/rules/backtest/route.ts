import { route } from "@/lib/http/route";
import { backtestRules } from "@/lib/rules/backtest-rules";
import { ruleTrial } from "@/lib/schemas/rule-trial";

export const POST = route(
  { action: "rules.write", scope: "admin", body: ruleTrial, bodyLimitBytes: 4_194_304 },
  ({ member, body }) => backtestRules(member, body),
);
