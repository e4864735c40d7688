import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { englishMessages } from "@/lib/i18n/english-messages";
import type { LearnedParameters } from "@/lib/scoring/learning/learned-parameters";
import { describeColumn } from "@/lib/scoring/reasons/describe-column";
import { sayText } from "@/lib/scoring/reasons/say-text";
import { KINDS } from "../support/catalogue";

const t = createTranslator({ locale: "en", messages: { reasons: englishMessages.reasons }, timeZone: "UTC" });
const KIND_BY_KEY = new Map(KINDS.map((kind) => [kind.key, kind]));

const COLUMNS: Pick<LearnedParameters, "signals" | "categories" | "derived"> = {
  signals: [
    { name: "purchase:count-90", spec: { type: "count", filter: { kinds: ["purchase"] }, windowDays: 90 } },
    { name: "purchase:days-since", spec: { type: "days-since", filter: { kinds: ["purchase"] } } },
    { name: "complaint:count-30", spec: { type: "count", filter: { kinds: ["complaint"] }, windowDays: 30 } },
    { name: "tenure", spec: { type: "tenure" } },
    { name: "trait:seats", spec: { type: "trait-number", trait: "seats" } },
  ],
  categories: [{ name: "trait:plan", trait: "plan" }],
  derived: [
    { type: "ratio", name: "a ratio", numerator: "complaint:count-30", denominator: "purchase:count-90" },
    { type: "pair", name: "a pair", first: "trait:plan", second: "tenure", cuts: [365] },
  ],
};

const inWords = (column: string) =>
  sayText(describeColumn(column, COLUMNS, KIND_BY_KEY), (id, values) =>
    t(`reasons.${id}` as Parameters<typeof t>[0], { ...values }),
  );

describe("a column of a learned model in words", () => {
  it.each([
    ["purchase:count-90", /purchases in 90 days/],
    ["purchase:days-since", /days since the last purchase/i],
    ["complaint:count-30", /complaints in 30 days/],
    ["tenure", /days as a customer/i],
    ["trait:seats", /^seats$/],
    ["trait:plan", /^plan$/],
  ])("%s is %s", (column, words) => {
    expect(inWords(column)).toMatch(words);
  });

  it("that is made of two others names both", () => {
    expect(inWords("a ratio")).toMatch(/complaints in 30 days in proportion to .*purchases in 90 days/);
    expect(inWords("a pair")).toMatch(/plan together with .*days as a customer/i);
  });

  it("that nobody knows is called by its name", () => {
    expect(describeColumn("gone", COLUMNS, KIND_BY_KEY)).toEqual({ id: "other", values: { what: "gone" } });
  });

  it("leaves nothing unsaid", () => {
    const names = [...COLUMNS.signals, ...COLUMNS.categories, ...COLUMNS.derived].map(({ name }) => name);
    for (const name of names) expect(inWords(name)).not.toMatch(/undefined|reasons\.|[{}]/);
  });
});
