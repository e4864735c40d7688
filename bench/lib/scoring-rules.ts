import type { SignalRule } from "@/lib/scoring/rule-definition";

const shared = { missing: "ignore" } as const;

/** Eight signals of as many types that one SQL statement can reckon as well; see scoring-reference.ts. */
export const BENCH_RULES: readonly SignalRule[] = [
  {
    ...shared,
    key: "complaints",
    label: "Complaints",
    category: "complaint",
    signal: { type: "count", filter: { kinds: ["complaint"] }, windowDays: 60 },
    effect: {
      type: "step",
      thresholds: [
        { from: 1, points: 8 },
        { from: 2, points: 18 },
        { from: 3, points: 34 },
      ],
    },
  },
  {
    ...shared,
    key: "support",
    label: "Support tickets",
    category: "support",
    signal: { type: "decayed-sum", filter: { kinds: ["support-ticket"] }, halfLifeDays: 30, measure: "count" },
    effect: { type: "ramp", from: 0, to: 5, points: 20 },
  },
  {
    ...shared,
    key: "talk",
    label: "Last meeting",
    category: "conversation",
    signal: { type: "days-since", filter: { kinds: ["meeting"] } },
    effect: { type: "ramp", from: 30, to: 120, points: 20 },
  },
  {
    ...shared,
    key: "nps",
    label: "NPS",
    category: "feedback",
    signal: {
      type: "value",
      filter: { kinds: ["nps-response"] },
      field: "value",
      statistic: "latest",
      windowDays: 365,
    },
    effect: { type: "ramp", from: 8, to: 2, points: 15 },
  },
  {
    ...shared,
    key: "mood",
    label: "Mood",
    category: "feedback",
    signal: { type: "value", filter: {}, field: "sentiment", statistic: "mean", windowDays: 180 },
    effect: { type: "ramp", from: 0, to: -1, points: 15 },
  },
  {
    ...shared,
    key: "logins",
    label: "Logins",
    category: "usage",
    signal: { type: "count", filter: { kinds: ["login"] }, windowDays: 90 },
    effect: { type: "ramp", from: 10, to: 0, points: 15 },
  },
  {
    ...shared,
    key: "tenure",
    label: "Tenure",
    category: "milestone",
    signal: { type: "tenure" },
    effect: { type: "ramp", from: 180, to: 0, points: 10 },
  },
  {
    ...shared,
    key: "renewal",
    label: "Renewal",
    category: "contract",
    signal: { type: "days-to-renewal" },
    effect: { type: "ramp", from: 90, to: 0, points: 12 },
  },
];
