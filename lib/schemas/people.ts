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

/** More than so many of one sort nobody keeps by hand. */
export const MOST_FACTS = 200;

const id = z.int().min(1).max(2_147_483_647).optional().describe("Of what is known already; left out: it is new");

/** What PUT /api/v1/customers/{externalId}/people takes: whole lists, each of which may be left out. */
export const peopleChange = z
  .strictObject({
    contacts: z
      .array(
        z.strictObject({
          id,
          name: personNameSchema,
          role: blank.or(plainText(120)).default(""),
          email: blank.or(emailSchema).default(""),
          phone: blank.or(plainText(60)).default(""),
          decidesHere: z.boolean().default(false),
          leftOn: daySchema.nullable().default(null),
        }),
      )
      .max(MOST_FACTS)
      .optional(),
    preferences: z
      .array(z.strictObject({ id, text: plainText(300) }))
      .max(MOST_FACTS)
      .optional(),
    milestones: z
      .array(z.strictObject({ id, title: plainText(200), happensOn: daySchema, yearly: z.boolean().default(false) }))
      .max(MOST_FACTS)
      .optional(),
  })
  .meta({ id: "PeopleChange" });
export type PeopleChange = z.infer<typeof peopleChange>;

const known = { id: z.int() };

/** What is known of the people of a customer, as GET /api/v1/customers/{externalId}/people gives it. */
export const peopleResult = z
  .object({
    contacts: z.array(
      z.object({
        ...known,
        ...{ name: z.string(), role: z.string(), email: z.string(), phone: z.string() },
        decidesHere: z.boolean(),
        leftOn: z.iso.date().nullable(),
      }),
    ),
    preferences: z.array(z.object({ ...known, text: z.string() })),
    milestones: z.array(
      z.object({
        ...known,
        title: z.string(),
        happensOn: z.iso.date(),
        yearly: z.boolean(),
        nextOn: z.iso.date().describe("The day on which it comes next, or came last"),
        isOver: z.boolean(),
      }),
    ),
  })
  .meta({ id: "People" });
