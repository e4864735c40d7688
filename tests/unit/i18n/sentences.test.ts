import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Sentences, translateSentence } from "@/lib/format/translate-sentence";
import { messagesOf } from "@/lib/i18n/messages-of";
import { refuseModel } from "@/lib/scoring/learning/refuse-model";
import { readSourceFiles } from "../../support/architecture/source-files";

const german = messagesOf("de").sentences as unknown as Sentences;
const say = (english: string) => translateSentence(english, german);

describe("a sentence of the server", () => {
  it.each([
    ["This file is empty.", "Diese Datei ist leer."],
    ["This file is empty: there is no row in it.", "Diese Datei ist leer: Keine Zeile steht darin."],
    ["“31.02.2026” is no day of the calendar.", "„31.02.2026“ ist kein Tag des Kalenders."],
    ["This row has 3 fields and the header 5.", "Diese Zeile hat 3 Felder und die Kopfzeile 5."],
    ["Must be above 0, not -1.", "Muss über 0 liegen, nicht bei -1."],
    ["must be above 0, not -1", "muss über 0 liegen, nicht bei -1"],
    [
      "Otto has changed the draft since you opened it. Nothing was saved: look at the draft as it is now, then repeat what you did.",
      "Otto hat den Entwurf geändert, seit Sie ihn geöffnet haben. Nichts wurde gespeichert: Sehen Sie sich den Entwurf an, wie er jetzt ist, und wiederholen Sie dann, was Sie getan haben.",
    ],
  ])("%s", (english, said) => expect(say(english)).toBe(said));

  it("stays as it is where nobody has translated it, and in English", () => {
    expect(say("The moon is full.")).toBe("The moon is full.");
    expect(translateSentence("This file is empty.", undefined)).toBe("This file is empty.");
  });

  it("is known however a model was refused", () => {
    const intervals = [
      { value: 0.4, low: 0.3, high: 0.45 },
      { value: 0.51, low: 0.45, high: 0.6 },
      { value: Number.NaN, low: Number.NaN, high: Number.NaN },
    ];
    for (const interval of intervals) expect(say(refuseModel(interval, 1200) ?? "")).toMatch(/^(An Kunden|Es lässt)/);
  });

  it("keeps whatever stands in its places", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (value) => {
        expect(say(`“${value}” is neither yes nor no.`)).toBe(`„${value}“ ist weder ja noch nein.`);
      }),
    );
  });
});

describe("the German sentences", () => {
  const source = readSourceFiles("lib")
    .map(({ text }) => text.replaceAll(/" \+\s+"|` \+\s+["`]|" \+\s+`/g, ""))
    .join("\n");
  const pairs = Object.entries(german);

  it("have the same places as the English ones", () => {
    const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    expect(pairs.filter(([, { from, to }]) => placesOf(from).join() !== placesOf(to).join())).toEqual([]);
  });

  it("translate what the server still says", () => {
    // Put together from clauses when they are said: the first is tried as it is said, above.
    const clauses = /^(On customers it had not seen|In the last two periods)/;
    const whole = pairs.filter(([, { from }]) => !clauses.test(from));
    const gone = whole.filter(([, { from }]) => !from.split(/\{\w+\}/).every((part) => source.includes(part.trim())));
    expect(gone.map(([, { from }]) => from)).toEqual([]);
  });

  it("are each found by their own English", () => {
    const lost = pairs.filter(([, { from, to }]) => say(from) !== to);
    expect(lost.map(([, { from }]) => `${from} → ${say(from)}`)).toEqual([]);
  });
});
