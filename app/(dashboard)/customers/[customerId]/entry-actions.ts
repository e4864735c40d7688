"use server";

import { revalidatePath } from "next/cache";
import { addNote } from "@/lib/hand-entries/add-note";
import { addOutcome } from "@/lib/hand-entries/add-outcome";
import { addTouchpoint } from "@/lib/hand-entries/add-touchpoint";
import { removeEntry } from "@/lib/hand-entries/remove-entry";
import { action } from "@/lib/http/action";
import { entryIdSchema, noteEntrySchema, outcomeEntrySchema, touchpointEntrySchema } from "@/lib/schemas/hand-entry";

export const addTouchpointAction = action(
  { action: "touchpoints.write", input: touchpointEntrySchema },
  async ({ member, input }) => {
    const entryId = await addTouchpoint(member, input);
    revalidatePath("/", "layout");
    return { entryId };
  },
);

export const addNoteAction = action(
  { action: "touchpoints.write", input: noteEntrySchema },
  async ({ member, input }) => {
    const entryId = await addNote(member, input);
    revalidatePath("/", "layout");
    return { entryId };
  },
);

export const addOutcomeAction = action(
  { action: "touchpoints.write", input: outcomeEntrySchema },
  async ({ member, input }) => {
    const entryId = await addOutcome(member, input);
    revalidatePath("/", "layout");
    return { entryId };
  },
);

export const removeEntryAction = action(
  { action: "touchpoints.write", input: entryIdSchema },
  async ({ member, input }) => {
    await removeEntry(member, input);
    revalidatePath("/", "layout");
  },
);
