import { route } from "@/lib/http/route";
import { describeRules } from "@/lib/rules/describe-rules";

export const GET = route({ action: "rules.read", scope: "read" }, ({ member }) => describeRules(member));
