import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { WhatChanged } from "@/components/ledger/what-changed";
import { Advice } from "@/components/risk/advice";
import type { AdvisedStepView } from "@/lib/customers/customer-view";
import type { ChangeView, LedgerView } from "@/lib/ledger/ledger-view";
import type { JourneySearch } from "@/lib/schemas/journey-search";
import { heard, render } from "./render";

const moment = (asOf: string, probability: number) => ({
  asOf,
  probability,
  totalPoints: 0,
  modelVersion: 4,
  ruleSetVersion: 3,
});
const none = { points: 0, reasons: [] };

function change(given: Partial<ChangeView> = {}): ChangeView {
  return {
    from: moment("2026-06-23T12:00:00.000Z", 0.21),
    to: moment("2026-06-30T12:00:00.000Z", 0.33),
    points: 0,
    time: none,
    touchpoints: { ...none, kinds: [] },
    traits: { ...none, facts: [] },
    configuration: { ...none, changed: [] },
    unexplainedPoints: 0,
    ...given,
  };
}

const complaints = {
  kindKey: "complaint",
  kindLabel: "Complaint",
  count: 2,
  late: 1,
  takenBack: false,
  points: 19,
  touchpoints: [
    { id: "a", occurredAt: "2026-06-20T00:00:00.000Z" },
    { id: "b", occurredAt: "2026-06-28T00:00:00.000Z" },
  ],
};

function shown(summary: ChangeView, more: Partial<LedgerView> = {}, search: Partial<JourneySearch> = {}): string {
  const ledger: LedgerView = {
    externalId: "a",
    summary: { ...summary, basis: "recorded" },
    items: [],
    nextCursor: null,
    ...more,
  };
  const asked: JourneySearch = { range: "1y", lane: undefined, page: 1, changes: undefined, ...search };
  return heard(render(createElement(WhatChanged, { ledger, search: asked, currency: "EUR", timeZone: "UTC" })));
}

describe("what changed", () => {
  it("is told cause by cause, with the whole in a sentence", () => {
    const text = shown(
      change({
        time: {
          points: -7,
          reasons: [{ key: "x", points: -7, before: { id: "tenure", values: { days: 9 } }, after: null }],
        },
        touchpoints: { points: 19, reasons: [], kinds: [complaints] },
      }),
    );
    expect(text).toContain("+12.0 points since 23 Jun 2026, worse: from 21 to 33 in 100.");
    expect(text).toMatch(/New: 2 × Complaint · 1 arrived late \+19\.0 points, raises the risk/);
    expect(text).toMatch(/28 Jun 2026 ; 20 Jun 2026/);
    expect(text).toMatch(/Time passing −7\.0 points, lowers the risk No longer: A customer for 9 days −7\.0/);
  });

  it("tells facts as they were and as they are, and the versions of what decides", () => {
    const text = shown(
      change({
        traits: {
          points: 4,
          reasons: [],
          facts: [
            { fact: "renews", name: "", before: null, after: "2026-07-20" },
            { fact: "trait", name: "plan", before: "basic", after: "pro" },
            { fact: "mrr", name: "", before: 90_000, after: 40_000 },
          ],
        },
        configuration: {
          points: 2,
          reasons: [{ key: null, points: 2, before: null, after: null }],
          changed: ["rules", "model"],
        },
      }),
    );
    expect(text).toContain("Renews not known became 20 Jul 2026");
    expect(text).toContain("plan basic became pro");
    expect(text).toMatch(/Revenue a month €900\S* became €400/);
    expect(text).toContain("Rules version 3, Model version 4");
    expect(text).toContain("Where everyone starts");
  });

  it("says when nothing moved, when scoring began later, and when data is gone", () => {
    expect(shown(change())).toContain("Nothing moved the risk since 23 Jun 2026: it is 33 in 100.");
    const gone = shown(change({ unexplainedPoints: -3 }), {
      summary: { ...change({ unexplainedPoints: -3 }), basis: "reconstructed" },
    });
    expect(gone).toContain("No longer to be traced");
    expect(gone).toContain("Scoring began later");
  });

  it("lists earlier changes on demand alone", () => {
    const items = [change({ points: 19, touchpoints: { points: 19, reasons: [], kinds: [complaints] } })];
    expect(shown(change(), { items })).toContain("Show earlier changes");
    expect(shown(change(), { items })).not.toContain("risk 21 → 33");
    const open = shown(change(), { items, nextCursor: "x" }, { changes: "earlier" });
    expect(open).toContain("Hide earlier changes");
    expect(open).toMatch(/30 Jun 2026 · risk 21 → 33 New: 2 × Complaint · 1 arrived late \+19\.0 \+19\.0/);
    expect(open).toContain("The newest change.");
  });

  it("tells risks apart that look the same in whole numbers", () => {
    const small = change({
      points: 0.3,
      time: { points: 0.3, reasons: [] },
      to: moment("2026-06-30T12:00:00.000Z", 0.212),
    });
    expect(shown(small)).toContain("from 21.0 to 21.2 in 100.");
    expect(shown(small, { items: [small] }, { changes: "earlier" })).toContain("risk 21.0 → 21.2");
  });
});

describe("what would lower it most", () => {
  const step: AdvisedStepView = {
    kindKey: "complaint-resolved",
    category: "recovery",
    text: { id: "advice.recovery", values: { kind: "Complaint resolved" } },
    answers: { id: "a", kindLabel: "Complaint", occurredAt: "2026-06-20T00:00:00.000Z" },
    open: 2,
    points: -18,
    probability: 0.41,
    probabilityTogether: 0.41,
  };
  const talk: AdvisedStepView = {
    ...step,
    kindKey: "check-in",
    category: "conversation",
    text: { id: "advice.conversation", values: { kind: "Check-in" } },
    answers: null,
    open: 0,
    points: -5,
    probability: 0.58,
    probabilityTogether: 0.38,
  };
  const advice = (steps: readonly AdvisedStepView[]) =>
    heard(render(createElement(Advice, { steps, probability: 0.62, timeZone: "UTC" })));

  it("is given in steps, each with its points and where the risk then stands", () => {
    const text = advice([step, talk]);
    expect(text).toContain("Done today, these would together take the risk from 62 to 38 in 100.");
    expect(text).toContain(
      "Make it right: Complaint resolved for Complaint of 20 Jun 2026 and one more −18 points then 41 in 100",
    );
    expect(text).toContain("Talk to them: Check-in −5 points then 38 in 100");
  });

  it("says so when nothing from here would", () => {
    expect(advice([])).toContain("Nothing that can be done from here today");
  });
});
