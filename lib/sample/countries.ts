import type { LanguageKey } from "@/lib/sample/languages";

/** Where customers are: share of all customers, sales region, billing currency and the language of their names. */
export interface Country {
  readonly code: string;
  readonly region: string;
  readonly currency: string;
  readonly language: LanguageKey;
  readonly share: number;
}

export const COUNTRIES: readonly Country[] = [
  country("DE", "DACH", "EUR", "german", 20),
  country("AT", "DACH", "EUR", "german", 5),
  country("CH", "DACH", "CHF", "german", 4),
  country("NL", "Benelux", "EUR", "dutch", 8),
  country("BE", "Benelux", "EUR", "dutch", 4),
  country("DK", "Nordics", "EUR", "nordic", 7),
  country("SE", "Nordics", "EUR", "nordic", 6),
  country("NO", "Nordics", "EUR", "nordic", 4),
  country("FI", "Nordics", "EUR", "finnish", 3),
  country("FR", "France", "EUR", "french", 10),
  country("ES", "Iberia", "EUR", "spanish", 6),
  country("PT", "Iberia", "EUR", "portuguese", 3),
  country("IT", "Italy", "EUR", "italian", 6),
  country("PL", "Central Europe", "EUR", "polish", 6),
  country("CZ", "Central Europe", "EUR", "czech", 3),
  country("GB", "UK & Ireland", "GBP", "english", 9),
  country("IE", "UK & Ireland", "EUR", "english", 3),
  country("AE", "Middle East", "USD", "arabic", 0.5),
  country("US", "North America", "USD", "english", 3),
];

function country(code: string, region: string, currency: string, language: LanguageKey, share: number): Country {
  return { code, region, currency, language, share };
}
