import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { CATEGORIES } from "@/lib/kinds/categories";
import type { Condition } from "@/lib/scoring/condition";
import { describeCondition } from "@/lib/scoring/reasons/describe-condition";
import { nameCategories } from "@/lib/scoring/reasons/name-categories";
import { sayText } from "@/lib/scoring/reasons/say-text";
import type { KindFilter } from "@/lib/scoring/signal-spec";
import type { ReasonText } from "@/lib/scoring/types";
import german from "../../../../lib/i18n/messages/de/reasons.json";
import english from "../../../../lib/i18n/messages/en/reasons.json";

const MESSAGES = { en: english, de: german } as const;

function words(text: ReasonText, locale: keyof typeof MESSAGES): string {
  const translate = createTranslator({ locale, messages: MESSAGES[locale], namespace: "reasons" });
  return sayText(text, (id, values) => translate(id as Parameters<typeof translate>[0], values as never));
}

const decayed = (filter: KindFilter) => ({ type: "decayed-sum", filter, halfLifeDays: 30, measure: "count" }) as const;
const above = (filter: KindFilter): Condition => ({ signal: decayed(filter), is: "above", value: 2.5 });
const said = (filter: KindFilter, locale: keyof typeof MESSAGES) =>
  words(describeCondition(above(filter), new Map()), locale);

describe("categories that a condition looks at", () => {
  it("are said in the reader's language, not by their keys", () => {
    const filter: KindFilter = { categories: ["market-signal", "usage"] };
    expect(said(filter, "en")).toContain("Market signals, Usage");
    expect(said(filter, "de")).toContain("Marktsignale, Nutzung");
    for (const locale of ["en", "de"] as const) expect(said(filter, locale)).not.toContain("market-signal");
  });

  it.each(CATEGORIES)("have words for %s in every language", (category) => {
    for (const messages of Object.values(MESSAGES)) expect(messages.reasons.category[category]).toMatch(/\p{L}{3}/u);
  });

  it("are said of counted touchpoints with an amount as well", () => {
    const signal = { type: "count", filter: { categories: ["marketing", "social"] }, windowDays: 60 } as const;
    const text = describeCondition({ signal, is: "at-least", value: 3 }, new Map());
    expect(words(text, "de")).toContain("Marketing, Persönliches");
  });

  it("stand back where kinds are named, which have labels, and where nothing is", () => {
    expect(nameCategories(decayed({ kinds: ["complaint"], categories: ["usage"] }))).toEqual({});
    expect(nameCategories(decayed({}))).toEqual({});
    expect(nameCategories({ type: "tenure" })).toEqual({});
  });
});
