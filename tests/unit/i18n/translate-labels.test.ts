import { describe, expect, it } from "vitest";
import { LANGUAGES } from "@/lib/format/languages";
import { messagesOf } from "@/lib/i18n/messages-of";
import { translateLabels } from "@/lib/i18n/translate-labels";
import { CATEGORIES } from "@/lib/kinds/categories";
import { DEFAULT_KINDS } from "@/lib/kinds/default-kinds";
import { DEFAULT_RULE_SET } from "@/lib/scoring/default-rules";

const words = { Complaint: "Beschwerde", Apology: "Entschuldigung", "Meetings cancelled, messages left": "Abgesagt" };
const say = (label: string) => translateLabels({ label }, words).label;

describe("labels of a new organisation", () => {
  it.each(LANGUAGES)("are all known in %s", (language) => {
    const known = messagesOf(language).defaults as Record<string, string>;
    const labels = [...DEFAULT_KINDS, ...DEFAULT_RULE_SET.rules, ...DEFAULT_RULE_SET.groups].map(({ label }) => label);
    expect([...labels, ...CATEGORIES].filter((label) => !Object.hasOwn(known, label))).toEqual([]);
  });

  it("are the default itself in English", () => {
    const known = Object.entries(messagesOf("en").defaults as Record<string, string>);
    expect(known.filter(([label, said]) => label !== said)).toEqual([]);
  });
});

describe("labels in the reader's language", () => {
  it("are found wherever a view carries them, and nothing else is touched", () => {
    const at = new Date(0);
    const columns = new Float64Array([1, 2]);
    const view = {
      name: "Complaint",
      at,
      columns,
      nothing: null,
      touchpoints: [{ kindLabel: "Complaint", note: "Apology" }],
      text: { id: "count", values: { what: "Complaint", count: 3 }, parts: { first: { values: { what: "Apology" } } } },
      advice: { text: { id: "advice.recovery", values: { kind: "Apology" } }, kind: "Apology" },
      byKey: new Map([["complaint", { label: "Complaint" }]]),
    };
    expect(translateLabels(view, words)).toEqual({
      ...view,
      touchpoints: [{ kindLabel: "Beschwerde", note: "Apology" }],
      text: {
        id: "count",
        values: { what: "Beschwerde", count: 3 },
        parts: { first: { values: { what: "Entschuldigung" } } },
      },
      advice: { text: { id: "advice.recovery", values: { kind: "Entschuldigung" } }, kind: "Apology" },
      byKey: new Map([["complaint", { label: "Beschwerde" }]]),
    });
    expect(translateLabels(view, words).columns).toBe(columns);
  });

  it("are put together as they were", () => {
    expect(say("Complaint, Apology")).toBe("Beschwerde, Entschuldigung");
    expect(say("Complaint → Apology")).toBe("Beschwerde → Entschuldigung");
    expect(say("Meetings cancelled, messages left")).toBe("Abgesagt");
  });

  it("leave what people wrote as they wrote it", () => {
    const written = ["complaint", "Complaint, our own", "constructor", "__proto__", "toString, Complaint", ""];
    expect(written.map(say)).toEqual(written);
  });
});
