import type { LanguageKey } from "@/lib/sample/languages";

/** Where customers are: share of all customers, sales region and the language of their names. */
export interface Country {
  readonly code: string;
  readonly region: string;
  readonly language: LanguageKey;
  readonly share: number;
}

export const COUNTRIES: readonly Country[] = [
  country("DE", "DACH", "german", 20),
  country("AT", "DACH", "german", 5),
  country("CH", "DACH", "german", 4),
  country("NL", "Benelux", "dutch", 8),
  country("BE", "Benelux", "dutch", 4),
  country("DK", "Nordics", "nordic", 7),
  country("SE", "Nordics", "nordic", 6),
  country("NO", "Nordics", "nordic", 4),
  country("FI", "Nordics", "finnish", 3),
  country("FR", "France", "french", 10),
  country("ES", "Iberia", "spanish", 6),
  country("PT", "Iberia", "portuguese", 3),
  country("IT", "Italy", "italian", 6),
  country("PL", "Central Europe", "polish", 6),
  country("CZ", "Central Europe", "czech", 3),
  country("GB", "UK & Ireland", "english", 9),
  country("IE", "UK & Ireland", "english", 3),
  country("AE", "Middle East", "arabic", 0.5),
  country("US", "North America", "english", 3),
];

function country(code: string, region: string, language: LanguageKey, share: number): Country {
  return { code, region, language, share };
}
