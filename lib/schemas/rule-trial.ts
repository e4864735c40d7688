import { z } from "zod";
import { plainText } from "./plain-text";
import { ruleDefinition, ruleGroups } from "./rule-set";

const rules = z.array(ruleDefinition).max(1_000);
const revision = z
  .int()
  .min(0)
  .max(2_147_483_647)
  .describe("The draft's revision that was read; 0 when there was none");
const note = plainText(500);

/** Saves the draft as it is to be; nothing is kept of the one before. */
export const draftChange = z
  .strictObject({
    revision,
    basedOn: z
      .int()
      .min(1)
      .max(2_147_483_647)
      .optional()
      .describe("The published version that the draft comes after; left out: as it was, or the one in force"),
    rules,
    groups: ruleGroups.default([]),
  })
  .meta({ id: "RuleDraft" });

/** Rules to try without publishing them; left out: those of the draft. */
export const ruleTrial = z
  .strictObject({ rules: rules.optional(), groups: ruleGroups.optional() })
  .meta({ id: "RuleTrial" });

/** Of more customers than this a preview looks at a sample, unless it is asked for more: an admin waits for the answer. */
export const USUAL_PREVIEWED = 10_000;
/** So many are scored in some seconds; longer than that nobody waits for a page. */
export const MOST_PREVIEWED = 100_000;

/** Rules to try, and how many customers are scored at most. */
export const rulePreviewTrial = ruleTrial
  .extend({
    atMost: z
      .int()
      .min(1_000)
      .max(MOST_PREVIEWED)
      .default(USUAL_PREVIEWED)
      .describe("How many customers are scored at most; of more, a sample of so many"),
  })
  .meta({ id: "RulePreviewTrial" });

/** Publishes the draft that was seen. */
export const rulePublication = z.strictObject({ revision, note }).meta({ id: "RulePublication" });

/** Publishes an old version anew. */
export const ruleRollback = z
  .strictObject({ version: z.int().min(1).max(2_147_483_647), note: note.optional() })
  .meta({ id: "RuleRollback" });

export type DraftChange = z.infer<typeof draftChange>;
export type RuleTrial = z.infer<typeof ruleTrial>;
export type RulePreviewTrial = z.infer<typeof rulePreviewTrial>;
export type RulePublication = z.infer<typeof rulePublication>;
export type RuleRollback = z.infer<typeof ruleRollback>;
