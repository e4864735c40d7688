import { z } from "zod";
import { emailSchema, passwordSchema, personNameSchema } from "./member";
import { plainText } from "./plain-text";

export const organisationNameSchema = plainText(120);

/** The short name of an organisation in commands. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, "Small letters, digits and dashes.");

/** What the set-up page of a new installation asks. */
export const setUpSchema = z.object({
  token: z.string().trim().min(1, "This is needed.").max(100),
  organisationName: organisationNameSchema,
  name: personNameSchema,
  email: emailSchema,
  password: passwordSchema,
});

export type SetUp = z.infer<typeof setUpSchema>;
