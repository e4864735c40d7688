"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/http/action";
import { removePeopleFact } from "@/lib/people/remove-people-fact";
import { saveContact } from "@/lib/people/save-contact";
import { saveMilestone } from "@/lib/people/save-milestone";
import { savePreference } from "@/lib/people/save-preference";
import { contactForm, milestoneForm, preferenceForm, removalForm } from "@/lib/schemas/people";

export const saveContactAction = action(
  { action: "customers.write", input: contactForm },
  async ({ member, input }) => {
    await saveContact(member, input);
    revalidatePath("/", "layout");
  },
);

export const savePreferenceAction = action(
  { action: "customers.write", input: preferenceForm },
  async ({ member, input }) => {
    await savePreference(member, input);
    revalidatePath("/", "layout");
  },
);

export const saveMilestoneAction = action(
  { action: "customers.write", input: milestoneForm },
  async ({ member, input }) => {
    await saveMilestone(member, input);
    revalidatePath("/", "layout");
  },
);

export const removePeopleFactAction = action(
  { action: "customers.write", input: removalForm },
  async ({ member, input }) => {
    await removePeopleFact(member, input);
    revalidatePath("/", "layout");
  },
);
