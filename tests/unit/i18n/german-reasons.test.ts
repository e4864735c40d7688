import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { germanMessages } from "@/lib/i18n/german-messages";
import { DEFAULT_KINDS } from "@/lib/kinds/default-kinds";
import { DEFAULT_RULE_SET } from "@/lib/scoring/default-rules";
import { describeRule } from "@/lib/scoring/reasons/describe-rule";
import { sayText } from "@/lib/scoring/reasons/say-text";

const t = createTranslator({
  locale: "de",
  messages: { reasons: germanMessages.reasons },
  timeZone: "UTC",
  onError: (error) => {
    throw error;
  },
});
type Key = Parameters<typeof t>[0];
const say = (id: string, values: Readonly<Record<string, string | number>>) => t(`reasons.${id}` as Key, { ...values });

describe("a reason in German", () => {
  it.each([
    ["count", { noun: "complaint", count: 3, days: 60 }, "3 Beschwerden in 60 Tagen"],
    ["count", { noun: "complaint", count: 1, days: 1 }, "1 Beschwerde in 1 Tag"],
    ["count", { noun: "payment_late", count: 0, days: 60 }, "Keine verspäteten Zahlungen in 60 Tagen"],
    ["count", { noun: "other", what: "Anruf", count: 2, days: 60 }, "Anruf: 2-mal in 60 Tagen"],
    ["days-since", { noun: "purchase", days: 80 }, "80 Tage seit dem letzten Kauf"],
    ["days-since", { noun: "promise_broken", days: 1 }, "1 Tag seit dem letzten gebrochenen Versprechen"],
    ["decayed-sum", { what: "Preiserhöhung", count: 1, days: 45 }, "Preiserhöhung vor 45 Tagen"],
    ["decayed-sum", { what: "Preiserhöhung", count: 2, days: 1 }, "Preiserhöhung: 2-mal, zuletzt gestern"],
    [
      "silence",
      { noun: "touchpoint", days: 31, usualDays: 12.54 },
      "Schweigen seit 31 Tagen: kein Kontaktpunkt; üblich ist alle 12,5 Tage eins",
    ],
    [
      "trend",
      { direction: "down", noun: "usage_event", recent: 1, days: 30, usual: 2.5 },
      "Weniger Zeichen von Nutzung: 1 in 30 Tagen, üblich wären 2,5",
    ],
    ["unresolved", { noun: "complaint", count: 2, days: 10 }, "2 offene Beschwerden, am längsten seit 10 Tagen"],
    ["unresolved", { noun: "support_ticket", count: 1, days: 1 }, "1 offenes Support-Ticket, seit 1 Tag"],
    ["unresolved", { noun: "bad_review", count: 0, days: 0 }, "Keine offenen schlechten Rezensionen"],
    ["days-to-renewal", { side: "after", days: 3 }, "Verlängerung 3 Tage überfällig"],
  ])("%s %o", (id, values, said) => expect(say(id, values)).toBe(said));
});

describe("a default rule in German", () => {
  const kinds = DEFAULT_KINDS.map((kind, at) => ({ ...kind, id: at + 1 }));
  const sentences = DEFAULT_RULE_SET.rules.map((rule) => sayText(describeRule(rule, kinds).sentence, say));

  it("is a whole sentence, with nothing English but what the kinds are called", () => {
    expect(sentences[0]).toBe("Zahl der Beschwerden in 60 Tagen: 1 gibt +8, 2 geben +18, 3 oder mehr geben +34");
    const called = DEFAULT_RULE_SET.rules.map(({ label }) => label).concat(DEFAULT_KINDS.map(({ label }) => label));
    for (const sentence of sentences) {
      const own = called.reduce((left, label) => left.replaceAll(label, ""), sentence);
      expect(own).not.toMatch(/\b(of|the|days?|gives?|since|by|not known|points)\b|[{}]|undefined/);
    }
  });
});
