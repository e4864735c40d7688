import { randomUUID } from "node:crypto";
import type { Member } from "@/lib/auth/member";
import { createLocalTimeReader } from "@/lib/csv/local-time";
import { AppError } from "@/lib/errors";
import type { TouchpointEntry } from "@/lib/schemas/hand-entry";
import { writeEntry } from "./write-entry";

/**
 * Writes a touchpoint down. @returns the entry's id
 * @throws AppError not-found for a foreign customer; unprocessable for an unknown kind, the future, or an hour that the
 *   clocks skip
 */
export async function addTouchpoint(member: Member, entry: TouchpointEntry): Promise<number> {
  const { organisationId } = member;
  const { externalId, value, note } = entry;
  return writeEntry(member, { externalId, type: "touchpoint" }, async (tx, { customerId, nowMs, timeZone }) => {
    const kind = await tx.kind.findUnique({
      where: { organisationId_key: { organisationId, key: entry.kind } },
      select: { id: true, mergedIntoId: true },
    });
    if (!kind) throw refusal("kind", "unknown-kind", "This kind does not exist any more.");
    const [happenedAtMs] = createLocalTimeReader(timeZone)(Date.parse(`${entry.occurredAt}:00Z`));
    if (happenedAtMs === undefined) throw refusal("occurredAt", "no-such-time", "The clocks skip this hour.");
    if (happenedAtMs > nowMs) throw refusal("occurredAt", "in-the-future", "This lies in the future.");
    const key = randomUUID();
    await tx.touchpoint.create({
      data: {
        organisationId,
        key,
        customerId,
        occurredAt: new Date(happenedAtMs),
        kindId: kind.mergedIntoId ?? kind.id,
        value,
      },
    });
    return { happenedAtMs, touchpointKey: key, note: note || null, details: { kind: entry.kind } };
  });
}

function refusal(path: string, code: string, message: string): AppError {
  return new AppError("unprocessable", message, { issues: [{ path, code, message }] });
}
