import { LANGUAGES, type Language, parseLanguage } from "./languages";

/**
 * The language that a browser likes best of those there are, by its Accept-Language header such as "de-AT,de;q=0.9,en;q=0.8";
 * the first of ours when it names none of them. See RFC 9110, 12.5.4.
 */
export function preferredLanguage(acceptLanguage: string | null): Language {
  const wishes = (acceptLanguage ?? "")
    .slice(0, 1000)
    .split(",")
    .map((part) => {
      const [range = "", ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/u);
      const quality = parameters.find((parameter) => parameter.startsWith("q="));
      return { language: parseLanguage(range.split("-")[0]), weight: quality ? Number(quality.slice(2)) : 1 };
    })
    .filter(({ weight }) => weight > 0);
  const [best] = wishes.filter(({ language }) => language).sort((a, b) => b.weight - a.weight);
  return best?.language ?? LANGUAGES[0];
}
