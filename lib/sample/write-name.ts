import type { IndustryKey } from "@/lib/sample/industries";
import { type LanguageKey, NAME_PARTS } from "@/lib/sample/languages";
import type { NameParts } from "@/lib/sample/name-parts";
import type { Random } from "@/lib/sample/random";

/** A person's name in a language. */
export function writePersonName(random: Random, language: LanguageKey): string {
  const parts: NameParts = NAME_PARTS[language];
  return `${random.choice(parts.givenNames)} ${random.choice(parts.latinSurnames ?? parts.surnames)}`;
}

/** A company's name in a language, unlike every name in `taken`. */
export function writeCompanyName(
  random: Random,
  { language, industry, taken }: { language: LanguageKey; industry: IndustryKey; taken: ReadonlySet<string> },
): string {
  for (let attempt = 0; attempt < 200; attempt++) {
    const name = composeCompanyName(random, NAME_PARTS[language], industry);
    if (!taken.has(name)) return name;
  }
  throw new RangeError(`no free company name is left in ${language}`);
}

function composeCompanyName(random: Random, parts: NameParts, industry: IndustryKey): string {
  const surname = random.choice(parts.surnames);
  const partner = random.choice(parts.surnames.filter((candidate) => candidate !== surname));
  return random
    .choice(parts.patterns)
    .replace("{surname}", surname)
    .replace("{partner}", partner)
    .replace("{place}", random.choice(parts.places))
    .replace("{trade}", random.choice(parts.trades[industry]))
    .replace("{form}", random.choice(parts.forms));
}
