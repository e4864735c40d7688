import { describe, expect, it } from "vitest";
import { DEFAULT_KINDS } from "@/lib/kinds/default-kinds";
import { nameSubject } from "@/lib/scoring/reasons/name-subject";
import type { KindFilter, SignalSpec } from "@/lib/scoring/signal-spec";
import type { ScoringKind } from "@/lib/scoring/types";
import { rule } from "../support/rules";

const kinds: readonly ScoringKind[] = [
  ...DEFAULT_KINDS.map((kind, at) => ({ ...kind, id: at + 1 })),
  { id: 500, key: "constructor", label: "Odd", category: "usage", valence: 0, halfLifeDays: 9 },
];
const kindByKey = new Map(kinds.map((kind) => [kind.key, kind]));

function subjectOf(filter: KindFilter) {
  return nameSubject(rule({ label: "Label", signal: { type: "count", filter, windowDays: 9 } }), kindByKey);
}

describe("what a rule is about", () => {
  it.each<{ filter: KindFilter; noun: string; what: string }>([
    { filter: {}, noun: "touchpoint", what: "Label" },
    { filter: { kinds: ["complaint"] }, noun: "complaint", what: "Complaint" },
    { filter: { kinds: ["service-failure"] }, noun: "service_failure", what: "Service failure" },
    { filter: { kinds: ["usage-session"] }, noun: "usage_session", what: "Usage session" },
    { filter: { kinds: ["layoffs"] }, noun: "other", what: "Layoffs" },
    { filter: { kinds: ["constructor"] }, noun: "other", what: "Odd" },
    { filter: { kinds: ["gone"] }, noun: "other", what: "Label" },
    { filter: { kinds: ["complaint", "outage"] }, noun: "other", what: "Label" },
    { filter: { categories: ["complaint"] }, noun: "complaint", what: "Label" },
    { filter: { categories: ["conversation"] }, noun: "conversation", what: "Label" },
    { filter: { categories: ["usage"] }, noun: "usage_event", what: "Label" },
    { filter: { categories: ["payment"] }, noun: "other", what: "Label" },
    { filter: { categories: ["usage", "purchase"] }, noun: "other", what: "Label" },
    { filter: { categories: ["usage"], valences: [0, 1] }, noun: "usage_event", what: "Label" },
    { filter: { categories: ["purchase"], valences: [1] }, noun: "purchase", what: "Label" },
    { filter: { categories: ["usage"], valences: [-1] }, noun: "other", what: "Label" },
    { filter: { valences: [-1] }, noun: "other", what: "Label" },
  ])("is $noun, $what for $filter", ({ filter, noun, what }) => {
    expect(subjectOf(filter)).toEqual({ noun, what });
  });

  it.each<SignalSpec>([
    { type: "tenure" },
    { type: "season", months: [1] },
    { type: "trait-number", trait: "seats" },
    { type: "sequence", first: { kinds: ["complaint"] }, next: { kinds: ["call"] }, withinDays: 9, windowDays: 9 },
  ])("is its label for $type", (signal) => {
    expect(nameSubject(rule({ label: "Label", signal }), kindByKey)).toEqual({ noun: "other", what: "Label" });
  });

  it("is what is left open, not what closes it", () => {
    const signal: SignalSpec = {
      type: "unresolved",
      filter: { kinds: ["support-ticket"] },
      closedBy: { kinds: ["ticket-resolved"] },
      graceDays: 1,
      windowDays: 9,
    };
    expect(nameSubject(rule({ signal }), kindByKey).noun).toBe("support_ticket");
  });
});
