import { z } from "zod";
import { cleanText } from "@/lib/csv/clean-text";

/** Text in normal form C without white space around it, zero characters or halves of surrogate pairs. */
function cleaned(maxChars: number) {
  return z
    .string()
    .max(maxChars)
    .transform((text, context) => {
      const clean = cleanText(text);
      if (clean !== undefined && clean !== "") return clean;
      context.addIssue({
        code: "custom",
        message: clean === "" ? "This is blank." : "This has a character that cannot be stored.",
      });
      return z.NEVER;
    });
}

export const externalIdSchema = cleaned(200);
export const nameSchema = cleaned(300);

/** A day of the calendar, `YYYY-MM-DD`, of the years 1900 to 2199. */
export const daySchema = z.iso
  .date()
  .refine((day) => day >= "1900" && day < "2200", { error: "This is not between 1900 and 2199." });

const detail = z.union([
  z
    .string()
    .max(10_000)
    .refine((text) => cleanText(text) !== undefined),
  z.number(),
  z.boolean(),
  z.null(),
]);

/** Free facts under names that the sender chooses; kept as pairs, because `__proto__` is a name like any other. */
export const detailsSchema = freeFacts(detail, 100);

/** Traits of a customer; null removes one. */
export const traitsSchema = freeFacts(
  z.union([
    z
      .string()
      .max(10_000)
      .refine((text) => cleanText(text) !== undefined),
    z.number(),
    z.boolean(),
    z.null(),
  ]),
  200,
);

type Fact = string | number | boolean | null;

function freeFacts(value: z.ZodType<Fact>, maxFacts: number) {
  return z
    .custom<Readonly<Record<string, Fact>>>(
      (given) => typeof given === "object" && given !== null && !Array.isArray(given),
      {
        error: "This is not an object.",
      },
    )
    .meta({ override: { type: "object", additionalProperties: { type: ["string", "number", "boolean", "null"] } } })
    .transform((given, context) => {
      const pairs = Object.entries(given).map(([name, fact]) => [name.normalize("NFC"), fact] as const);
      const isSound = pairs.every(([name, fact]) => isName(name) && value.safeParse(fact).success);
      if (isSound && pairs.length <= maxFacts) return pairs;
      const message = `Names of 1 to 100 characters with texts, numbers, true or false are taken, at most ${maxFacts}.`;
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    });
}

function isName(name: string): boolean {
  return name.length > 0 && name.length <= 100 && cleanText(name) !== undefined;
}
