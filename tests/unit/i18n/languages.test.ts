import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "@/lib/format/languages";
import { messagesOf } from "@/lib/i18n/messages-of";
import { readMessage } from "../../support/read-message";

/** Texts that are the same word in both languages, or no word at all. */
const SAME_IN_GERMAN = new Set([
  ...["Check-in", "Service"],
  ...[
    "API",
    "Admin",
    "Body",
    "Hook",
    "Hooks",
    "MRR",
    "Marketing",
    "Name",
    "Parameter",
    "Signal",
    "Support",
    "Training",
  ],
  ...["Version", "Neutral", "neutral", "curl", "Python", "Rekindle", "TypeScript", "Import {id}"],
  ...["Parameter a", "Parameter alpha", "Parameter b", "Parameter r"],
  ...["{method} {path} in {language}", "n = {rows, number}", "{trait}: {amount, number, ::.##}"],
  "{count, plural, one {{label}} other {# × {label}}}",
]);

const english = textsOf(messagesOf("en"));
const others = LANGUAGES.filter((language) => language !== "en");

describe.each(others)("the texts in %s", (language) => {
  // Sentences of the server are compared with what it says: sentences.test.ts.
  const { sentences: _, ...messages } = messagesOf(language);
  const texts = textsOf(messages);

  it("are there for every English one, and no others", () => {
    expect([...texts.keys()]).toEqual([...english.keys()]);
  });

  it("have the same arguments, choices and tags", () => {
    const different = [...english].filter(
      ([key, text]) => JSON.stringify(readMessage(text)) !== JSON.stringify(readMessage(texts.get(key) ?? "")),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it("are translated: only names and words that both languages share stay as they are", () => {
    const untranslated = [...english].filter(
      ([key, text]) => texts.get(key) === text && /\p{L}{2}/u.test(wordsOf(text)) && !SAME_IN_GERMAN.has(text),
    );
    expect(untranslated.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  it("keep the language's own quotation marks", () => {
    const foreign = [...texts].filter(([, text]) => /“[^„]*”|"|'/u.test(text));
    expect(foreign.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  it.each([0, 1, 2, 1234.5])("can be said of %d things", (amount) => {
    const t = createTranslator({
      locale: language,
      messages: messagesOf(language),
      timeZone: "UTC",
      onError: (error) => {
        throw error;
      },
    });
    for (const [key, text] of texts) {
      const tags = tagsOf(text).map((name) => [name, (chunks: string) => chunks]);
      const values = Object.fromEntries([...argumentsOf(text).map((name) => [name, amount]), ...tags]);
      const said = t.markup(key as Parameters<typeof t.markup>[0], values);
      expect(said, key).not.toMatch(/[{}]|undefined|NaN/);
    }
  });
});

function textsOf(messages: unknown, path = ""): Map<string, string> {
  if (typeof messages === "string") return new Map([[path, messages]]);
  const groups = Object.entries(messages as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(groups.flatMap(([key, group]) => [...textsOf(group, path === "" ? key : `${path}.${key}`)]));
}

function argumentsOf(text: string): string[] {
  return readMessage(text).parts.flatMap((part) => (part.includes(":") ? [part.split(":")[0] ?? ""] : []));
}

function tagsOf(text: string): string[] {
  return readMessage(text).parts.flatMap((part) => /^<(\w+)>$/.exec(part)?.[1] ?? []);
}

/** A message without its arguments. */
function wordsOf(text: string): string {
  return text.replaceAll(/\{\w+\}/g, "");
}
