import type { RuleDefinition } from "@/lib/scoring/rule-definition";

/** Where the contract stands, and steps towards its end. */
export const CONTRACT_RULES: readonly RuleDefinition[] = [
  {
    key: "renewal-near",
    label: "Renewal near",
    category: "contract",
    signal: { type: "days-to-renewal" },
    effect: {
      type: "step",
      thresholds: [
        { from: -30, points: 14 },
        { from: 0, points: 12 },
        { from: 31, points: 7 },
        { from: 61, points: 3 },
        { from: 91, points: 0 },
      ],
    },
    missing: "ignore",
    // Whoever has just signed has no renewal to fear, even where the date was not moved on.
    except: [
      {
        when: { signal: { type: "days-since", filter: { kinds: ["renewal-signed"] } }, is: "at-most", value: 90 },
      },
    ],
  },
  {
    key: "quiet-before-renewal",
    label: "Nobody talks before the renewal",
    category: "contract",
    group: "engagement",
    when: {
      all: [
        { signal: { type: "days-to-renewal" }, is: "between", from: 0, to: 60 },
        {
          signal: { type: "days-since", filter: { categories: ["conversation", "social"] } },
          is: "at-least",
          value: 45,
        },
      ],
    },
    effect: { type: "points", points: 8 },
  },
  {
    key: "renewal-signed",
    label: "Contract or renewal signed",
    category: "contract",
    signal: { type: "days-since", filter: { kinds: ["renewal-signed", "contract-signed"] } },
    effect: { type: "ramp", from: 270, to: 0, points: -25 },
    missing: "ignore",
  },
  {
    key: "downgrade-request",
    label: "Downgrade requested",
    category: "contract",
    group: "leaving",
    signal: { type: "decayed-sum", filter: { kinds: ["downgrade-request"] }, measure: "count" },
    effect: { type: "ramp", from: 0, to: 1, points: 18 },
    missing: "ignore",
  },
  {
    key: "preparing-to-leave",
    label: "Steps that come before leaving",
    category: "contract",
    group: "leaving",
    signal: {
      type: "count",
      filter: { kinds: ["cancellation-terms-asked", "data-export", "auto-renewal-off"] },
      windowDays: 90,
    },
    effect: {
      type: "step",
      thresholds: [
        { from: 1, points: 20 },
        { from: 2, points: 32 },
      ],
    },
    missing: "ignore",
  },
  {
    key: "notice-given",
    label: "Notice given",
    category: "contract",
    group: "leaving",
    signal: {
      type: "unresolved",
      filter: { kinds: ["contract-notice"] },
      closedBy: { kinds: ["renewal-signed", "contract-signed"] },
      graceDays: 0,
      windowDays: 365,
    },
    effect: { type: "step", thresholds: [{ from: 1, points: 35 }] },
    missing: "ignore",
  },
];
