"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { action } from "@/lib/http/action";
import { changeDraft } from "@/lib/rules/change-draft";
import { discardDraft } from "@/lib/rules/discard-draft";
import { publishDraft } from "@/lib/rules/publish-draft";
import { rollBackRules } from "@/lib/rules/roll-back-rules";
import {
  draftForm,
  groupsForm,
  publicationForm,
  rebaseForm,
  removalForm,
  rollbackForm,
  ruleForm,
} from "@/lib/schemas/rule-forms";

const LIST = "/settings/rules";
const DRAFT = "/settings/rules/draft";

export const saveRuleAction = action(
  { action: "rules.write", input: ruleForm },
  async ({ member, input }): Promise<void> => {
    const { revision, rule, isNew } = input;
    await changeDraft(member, isNew ? { revision, added: rule } : { revision, rule });
    revalidatePath(LIST, "layout");
    redirect(DRAFT);
  },
);

export const removeRuleAction = action(
  { action: "rules.write", input: removalForm },
  async ({ member, input }): Promise<void> => {
    await changeDraft(member, { revision: input.revision, removed: input.key });
    revalidatePath(LIST, "layout");
    redirect(DRAFT);
  },
);

export const saveGroupsAction = action(
  { action: "rules.write", input: groupsForm },
  async ({ member, input }): Promise<void> => {
    await changeDraft(member, input);
    revalidatePath(LIST, "layout");
    redirect(DRAFT);
  },
);

export const rebaseDraftAction = action(
  { action: "rules.write", input: rebaseForm },
  async ({ member, input }): Promise<void> => {
    await changeDraft(member, input);
    revalidatePath(LIST, "layout");
  },
);

export const discardDraftAction = action(
  { action: "rules.write", input: draftForm },
  async ({ member, input }): Promise<void> => {
    await discardDraft(member, input.revision);
    revalidatePath(LIST, "layout");
    redirect(LIST);
  },
);

export const publishDraftAction = action(
  { action: "rules.write", input: publicationForm },
  async ({ member, input }): Promise<void> => {
    await publishDraft(member, input);
    revalidatePath("/", "layout");
    redirect(LIST);
  },
);

export const rollBackAction = action(
  { action: "rules.write", input: rollbackForm },
  async ({ member, input }): Promise<void> => {
    await rollBackRules(member, input);
    revalidatePath("/", "layout");
    redirect(LIST);
  },
);
