import type { Member } from "@/lib/auth/member";
import type { NoteEntry } from "@/lib/schemas/hand-entry";
import { writeEntry } from "./write-entry";

/**
 * Writes a note down; it changes no score. @returns the entry's id
 * @throws AppError not-found for a foreign customer
 */
export async function addNote(member: Member, { externalId, note }: NoteEntry): Promise<number> {
  return writeEntry(member, { externalId, type: "note" }, async (_tx, { nowMs }) => ({ happenedAtMs: nowMs, note }));
}
