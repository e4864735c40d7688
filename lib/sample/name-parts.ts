import type { IndustryKey } from "@/lib/sample/industries";

/** What names of people and companies of one language are made of. */
export interface NameParts {
  readonly givenNames: readonly string[];
  readonly surnames: readonly string[];
  /** How people's surnames are written where companies' names use another script. */
  readonly latinSurnames?: readonly string[];
  readonly places: readonly string[];
  /** `{surname}`, `{partner}` (a second surname), `{place}`, `{trade}` and `{form}` (the legal form) are filled in. */
  readonly patterns: readonly string[];
  readonly forms: readonly string[];
  readonly trades: Readonly<Record<IndustryKey, readonly string[]>>;
}
