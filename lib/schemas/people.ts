import { z } from "zod";
import { emailSchema, personNameSchema } from "./member";
import { plainText } from "./plain-text";
import { daySchema, externalIdSchema } from "./row-parts";

/** Number of what is changed; left empty by a form that adds. */
const idOrNew = z
  .string()
  .regex(/^(?:[1-9]\d{0,8})?$/)
  .default("")
  .transform((text) => (text === "" ? null : Number(text)));

/** A checkbox: it comes only when it is ticked. */
const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

const blank = z
  .string()
  .trim()
  .length(0)
  .transform(() => "");
const blankDay = blank.transform(() => null);

export const contactForm = z.strictObject({
  externalId: externalIdSchema,
  id: idOrNew,
  name: personNameSchema,
  role: blank.or(plainText(120)).default(""),
  email: blank.or(emailSchema).default(""),
  phone: blank.or(plainText(60)).default(""),
  decidesHere: ticked,
  leftOn: blankDay.or(daySchema).default(null),
});
export type ContactForm = z.infer<typeof contactForm>;

export const preferenceForm = z.strictObject({ externalId: externalIdSchema, id: idOrNew, text: plainText(300) });
export type PreferenceForm = z.infer<typeof preferenceForm>;

export const milestoneForm = z.strictObject({
  externalId: externalIdSchema,
  id: idOrNew,
  title: plainText(200),
  happensOn: daySchema,
  yearly: ticked,
});
export type MilestoneForm = z.infer<typeof milestoneForm>;

/** What is known of the people of a customer, by what it is. */
export const PEOPLE_FACTS = ["contact", "preference", "milestone"] as const;
export type PeopleFact = (typeof PEOPLE_FACTS)[number];

export const removalForm = z.strictObject({
  externalId: externalIdSchema,
  fact: z.enum(PEOPLE_FACTS),
  id: z.coerce.number().int().min(1).max(2_147_483_647),
});
export type RemovalForm = z.infer<typeof removalForm>;
