import type { ServerAction } from "@/lib/http/action-state";

/** What can be done with what is known of a customer's people. */
export type PeopleActions = Readonly<{
  saveContactAction: ServerAction<void>;
  savePreferenceAction: ServerAction<void>;
  saveMilestoneAction: ServerAction<void>;
  removePeopleFactAction: ServerAction<void>;
}>;
