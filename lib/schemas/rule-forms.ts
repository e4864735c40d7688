import { z } from "zod";
import { plainText } from "./plain-text";
import { ruleDefinition, ruleGroups } from "./rule-set";

const number = z.coerce.number().int().min(0).max(2_147_483_647);
const revision = number;

/** What the studio's forms send; every one names the draft that was seen, 0 for none. */
export const draftForm = z.object({ revision });
export const ruleForm = z.object({ revision, rule: ruleDefinition, isNew: z.boolean() });
export const groupsForm = z.object({ revision, groups: ruleGroups });
export const removalForm = z.object({ revision, key: z.string().min(1).max(100) });
export const rebaseForm = z.object({ revision, basedOn: number });
export const publicationForm = z.object({ revision, note: plainText(500) });
export const rollbackForm = z.object({ version: number });
