import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { directionOf } from "@/lib/format/direction-of";
import { LANGUAGES, parseLanguage } from "@/lib/format/languages";
import { localeOf } from "@/lib/format/locale-of";
import { preferredLanguage } from "@/lib/format/preferred-language";

describe("the language a browser asks for", () => {
  it.each([
    [null, "en"],
    ["", "en"],
    ["de", "de"],
    ["de-AT,de;q=0.9,en;q=0.8", "de"],
    ["DE-ch", "de"],
    ["en-US,en;q=0.9,de;q=0.8", "en"],
    ["fr-FR,fr;q=0.9,de;q=0.5,en;q=0.4", "de"],
    ["en;q=0.2, de ; q=0.7", "de"],
    ["de;q=0, en;q=0.1", "en"],
    ["fr, *;q=0.5", "en"],
  ])("%s is answered in %s", (header, language) => expect(preferredLanguage(header)).toBe(language));

  it("is one of ours whatever is sent", () => {
    fc.assert(fc.property(fc.string(), (header) => LANGUAGES.includes(preferredLanguage(header))));
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGES), fc.double({ min: 0.001, max: 1, noNaN: true }), (language, weight) => {
        expect(preferredLanguage(`xx;q=1, ${language};q=${weight}`)).toBe(language);
      }),
    );
  });
});

it("is read from a cookie only when it is one of ours", () => {
  expect(LANGUAGES.map(parseLanguage)).toEqual(LANGUAGES);
  expect(["DE", "de-DE", "fr", "", undefined, null].map(parseLanguage)).toEqual(Array(6).fill(undefined));
});

it("says its locale and its direction", () => {
  expect(["en", "de", "fr"].map(localeOf)).toEqual(["en-GB", "de-DE", "fr"]);
  expect(["en", "de", "fr"].map(directionOf)).toEqual(["ltr", "ltr", "ltr"]);
});
