import { z } from "zod";

/** Names and values that a customer's traits must have; names are chosen by users, so it is a list and no object. */
export type WantedTraits = readonly Readonly<{ name: string; value: string }>[];

const MOST = 5;

/** `plan=gold&region=EU`, written as a query is, so that any character can stand in a name or a value. */
export const wantedTraits = z
  .string()
  .transform((text): WantedTraits => [...new URLSearchParams(text)].map(([name, value]) => ({ name, value })))
  .refine((wanted) => wanted.length > 0 && wanted.length <= MOST, `One to ${MOST} traits, as name=value&name=value.`)
  .refine((wanted) => wanted.every((trait) => trait.name !== ""), "A trait has a name before the equals sign.");
