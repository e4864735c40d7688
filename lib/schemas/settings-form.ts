import { z } from "zod";
import { settingsSchema } from "./settings";

const text = z.string().trim().max(100);

/** The settings as a form sends them: texts, percentages and two choices, turned into what the API takes. */
export const settingsFormSchema = z
  .strictObject({
    horizonDays: text,
    breakUpType: z.enum(["recorded", "inactivity"]),
    inactivityKinds: z.union([text, z.array(text).max(100)]).optional(),
    inactivityDays: text,
    populationDays: text,
    bandWatch: text,
    bandAtRisk: text,
    bandCritical: text,
    clockMode: z.enum(["live", "fixed"]),
    clockInstant: text,
    currency: text,
    timeZone: text,
  })
  .transform(
    (form): z.input<typeof settingsSchema> => ({
      horizonDays: toNumber(form.horizonDays),
      breakUp:
        form.breakUpType === "recorded"
          ? { type: "recorded" }
          : {
              type: "inactivity",
              kinds: [form.inactivityKinds ?? []].flat(),
              days: toNumber(form.inactivityDays),
            },
      population: form.populationDays === "" ? null : { activeWithinDays: toNumber(form.populationDays) },
      bands: {
        watch: toProbability(form.bandWatch),
        atRisk: toProbability(form.bandAtRisk),
        critical: toProbability(form.bandCritical),
      },
      clock: form.clockMode === "live" ? "live" : form.clockInstant,
      currency: form.currency,
      timeZone: form.timeZone,
    }),
  )
  .pipe(settingsSchema);

/** NaN for what is no number, which the schema refuses by name; an empty field is not 0. */
function toNumber(typed: string): number {
  return typed === "" ? Number.NaN : Number(typed);
}

function toProbability(outOf100: string): number {
  return toNumber(outOf100) / 100;
}
