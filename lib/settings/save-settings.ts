import { isDeepStrictEqual } from "node:util";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { type TenantTransaction, withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import { loadSettings } from "@/lib/organisations/load-settings";
import type { Settings, SettingsChange } from "@/lib/schemas/settings";
import { confirmStep } from "@/lib/set-up/confirm-step";
import { settingsColumns } from "./settings-columns";
import { toSettings } from "./to-settings";

const PARTS = ["horizonDays", "breakUp", "population", "bands", "clock", "currency", "timeZone"] as const;
type Part = (typeof PARTS)[number];

/**
 * Saves what differs, writes it into the audit log, and queues a new scoring of all customers.
 * @returns the settings as they are now
 * @throws AppError unprocessable for a kind that is not in the catalogue
 */
export async function saveSettings(member: Member, change: SettingsChange): Promise<Settings> {
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    await tx.$queryRaw`SELECT id FROM organisation WHERE id = ${organisationId} FOR UPDATE`;
    await refuseUnknownKinds(tx, organisationId, change);
    const before = toSettings(await loadSettings(tx, organisationId));
    await tx.organisation.update({
      where: { id: organisationId },
      data: settingsColumns(change),
      select: { id: true },
    });
    const after = toSettings(await loadSettings(tx, organisationId));
    const changed = PARTS.filter((part) => !isDeepStrictEqual(before[part], after[part]));
    if (changed.length === 0) return after;
    await recordAudit(tx, member, {
      action: "settings.changed",
      subject: `organisation:${organisationId}`,
      details: { before: pick(before, changed), after: pick(after, changed) },
    });
    if (changed.includes("breakUp")) await confirmStep(tx, member, "break-up");
    // Every part decides a score, a band, a day, or whose money is added up above the leaderboard.
    await enqueueJob(tx, { organisationId, task: "score-all", payload: {} });
    return after;
  });
}

async function refuseUnknownKinds(tx: TenantTransaction, organisationId: number, change: SettingsChange) {
  if (change.breakUp?.type !== "inactivity") return;
  const { kinds } = change.breakUp;
  const rows = await tx.kind.findMany({
    where: { organisationId, mergedIntoId: null, key: { in: kinds } },
    select: { key: true },
  });
  const known = new Set(rows.map((row) => row.key));
  const issues = kinds.flatMap((key, index) =>
    known.has(key)
      ? []
      : [{ path: `breakUp.kinds[${index}]`, code: "unknown-kind", message: `There is no kind “${key}”.` }],
  );
  if (issues.length > 0) throw new AppError("unprocessable", "The settings name kinds that do not exist.", { issues });
}

function pick(settings: Settings, parts: readonly Part[]) {
  return Object.fromEntries(parts.map((part) => [part, settings[part] ?? null]));
}
