import type { TenantTransaction } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import type { Fault } from "@/lib/scoring/configuration-error";
import type { RuleSetDefinition } from "@/lib/scoring/rule-definition";
import { checkRules } from "@/lib/scoring/rules/check-rules";

const MOST_FAULTS = 100;

/**
 * Holds rules against the organisation's kinds, with the checker that scoring itself uses.
 * @throws AppError unprocessable with every fault, at most 100, at its path: `rules[3].signal.windowDays`
 */
export async function refuseFaultyRules(
  tx: TenantTransaction,
  organisationId: number,
  rules: RuleSetDefinition,
): Promise<void> {
  const kinds = await tx.kind.findMany({ where: { organisationId, mergedIntoId: null }, select: { key: true } });
  const faults: Fault[] = [];
  checkRules(rules, new Set(kinds.map(({ key }) => key)), (path, message) => void faults.push({ path, message }));
  if (faults.length === 0) return;
  const issues = faults.slice(0, MOST_FAULTS).map(({ path, message }) => ({
    path,
    code: "rule-fault",
    message: `${message.charAt(0).toUpperCase()}${message.slice(1)}.`,
  }));
  throw new AppError("unprocessable", "The rules have faults.", { issues });
}
