import { z } from "zod";
import { trainRequest } from "./train-request";

const text = z.string().trim().max(1_000);

/** How far a rule's weight may move: the spread around 1 that data have to overcome. "usual" leaves it to the product. */
const TRUST = { much: 0.2, usual: undefined, little: 1 } as const;
export const TRUST_CHOICES = ["usual", "much", "little"] as const satisfies readonly (keyof typeof TRUST)[];

/** What may be learned: signals of every kind besides the rules, or the weights of rules alone. */
export const LEARN_CHOICES = ["signals", "rules"] as const;

/** A training as a form asks for it: dates by hand, separated by commas or spaces, or left to the data. */
export const trainFormSchema = z
  .strictObject({
    dates: z.enum(["data", "given"]),
    asOf: text.default(""),
    testAsOf: text.default(""),
    horizonDays: text.default(""),
    trust: z.enum(TRUST_CHOICES),
    learn: z.enum(LEARN_CHOICES),
  })
  .transform((form): z.input<typeof trainRequest> => {
    const given = form.dates === "given";
    const asOf = form.asOf.split(/[\s,;]+/).filter((part) => part !== "");
    const trust = TRUST[form.trust];
    return {
      ...(given ? { asOf } : {}),
      ...(given && form.testAsOf !== "" ? { testAsOf: form.testAsOf } : {}),
      ...(form.horizonDays === "" ? {} : { horizonDays: Number(form.horizonDays) }),
      ...(trust === undefined ? {} : { trust }),
      signals: form.learn === "signals" ? "all" : [],
    };
  })
  .pipe(trainRequest);
