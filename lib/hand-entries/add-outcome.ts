import type { Member } from "@/lib/auth/member";
import { AppError } from "@/lib/errors";
import type { OutcomeEntry } from "@/lib/schemas/hand-entry";
import { writeEntry } from "./write-entry";

const AVOIDABLE = { "": null, yes: true, no: false } as const;

/**
 * Writes an outcome down: a break-up, a renewal, a downgrade or a return. @returns the entry's id
 * @throws AppError not-found for a foreign customer; unprocessable for the future or an outcome that is there already
 */
export async function addOutcome(member: Member, entry: OutcomeEntry): Promise<number> {
  const { organisationId } = member;
  const { externalId, type, occurredOn } = entry;
  return writeEntry(member, { externalId, type: "outcome" }, async (tx, { customerId, nowMs }) => {
    const day = new Date(`${occurredOn}T00:00:00Z`);
    if (day.getTime() > nowMs) throw refusal("in-the-future", "This lies in the future.");
    const known = { organisationId, customerId, type, occurredOn: day };
    if (await tx.outcome.findFirst({ where: known, select: { id: true } })) {
      throw refusal("already-recorded", "This outcome is there already.");
    }
    const isEnd = type === "break-up";
    const { id } = await tx.outcome.create({
      data: {
        ...known,
        reasons: isEnd ? entry.reasons : [],
        avoidable: isEnd ? AVOIDABLE[entry.avoidable] : null,
      },
      select: { id: true },
    });
    return { happenedAtMs: day.getTime(), outcomeId: id, details: { type, occurredOn } };
  });
}

function refusal(code: string, message: string): AppError {
  return new AppError("unprocessable", message, { issues: [{ path: "occurredOn", code, message }] });
}
