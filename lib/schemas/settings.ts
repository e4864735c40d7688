import { z } from "zod";
import { breakUpDefinition } from "./break-up";

/** Codes of ISO 4217 that this Node knows, and zones of the IANA database. */
export const CURRENCIES: readonly string[] = Intl.supportedValuesOf("currency");
export const TIME_ZONES: readonly string[] = ["UTC", ...Intl.supportedValuesOf("timeZone")];

const currencySchema = z.string().refine((code) => CURRENCIES.includes(code), {
  error: "This is not a currency of ISO 4217.",
  params: { code: "unknown-currency" },
});

const timeZoneSchema = z
  .string()
  .max(64, { abort: true })
  .refine(isTimeZone, { error: "This is not a time zone of the IANA database.", params: { code: "unknown-zone" } });

const probability = z.number().gt(0).lt(1);

export const bandsSchema = z
  .strictObject({ watch: probability, atRisk: probability, critical: probability })
  .refine((bands) => bands.watch < bands.atRisk && bands.atRisk < bands.critical, {
    error: "Each band must begin above the one before: watch, at risk, critical.",
    params: { code: "bands-not-ordered" },
  });

const instantSchema = z.iso.datetime({ offset: true });

const clockSchema = z
  .string()
  .refine((clock) => clock === "live" || instantSchema.safeParse(clock).success, {
    error: "Give “live”, or an instant such as 2011-09-09T23:59:59Z.",
    params: { code: "not-an-instant" },
    abort: true,
  })
  .refine((clock) => clock === "live" || isSensibleInstant(clock), {
    error: "The clock must stand between 1900 and 2200.",
    params: { code: "clock-out-of-range" },
  });

/** How an organisation reckons risk, as the API shows and takes it. */
export const settingsSchema = z
  .strictObject({
    horizonDays: z.int().min(1).max(730).describe("A score is the probability of a break-up within so many days"),
    breakUp: breakUpDefinition,
    population: z
      .strictObject({ activeWithinDays: z.int().min(1).max(3650) })
      .nullish()
      .describe("Only customers with a touchpoint within so many days count as current; null: all"),
    bands: bandsSchema.describe("The lowest probability of each band"),
    clock: clockSchema.describe("“live”, or the instant that is “now” for this organisation"),
    currency: currencySchema,
    timeZone: timeZoneSchema,
  })
  .meta({ id: "Settings" });

export type Settings = z.infer<typeof settingsSchema>;

/** A change of settings: what is left out stays as it is. */
export const settingsChangeSchema = settingsSchema.partial().meta({ id: "SettingsChange" });
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

function isTimeZone(zone: string): boolean {
  if (TIME_ZONES.includes(zone)) return true;
  // Older names (US/Eastern) are not in the list, yet both Node and PostgreSQL know them; offsets are not zones.
  if (!/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)+$/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    // How Intl says that it does not know a zone.
    return false;
  }
}

function isSensibleInstant(text: string): boolean {
  const time = Date.parse(text);
  return time >= Date.UTC(1900, 0, 1) && time < Date.UTC(2200, 0, 1);
}
