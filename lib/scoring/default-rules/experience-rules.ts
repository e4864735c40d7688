import type { RuleDefinition } from "@/lib/scoring/rule-definition";

/** What the customer went through: complaints, failures, tickets, feedback. */
export const EXPERIENCE_RULES: readonly RuleDefinition[] = [
  {
    key: "complaints-piling-up",
    label: "Complaints piling up",
    category: "complaint",
    group: "complaints",
    signal: { type: "count", filter: { categories: ["complaint"] }, windowDays: 60 },
    effect: {
      type: "step",
      thresholds: [
        { from: 1, points: 8 },
        { from: 2, points: 18 },
        { from: 3, points: 34 },
      ],
    },
    missing: "ignore",
  },
  {
    key: "complaint-unresolved",
    label: "Complaint left unresolved",
    category: "complaint",
    group: "complaints",
    signal: {
      type: "unresolved",
      filter: { categories: ["complaint"] },
      closedBy: { kinds: ["complaint-resolved"] },
      graceDays: 7,
      windowDays: 120,
    },
    effect: {
      type: "step",
      thresholds: [
        { from: 1, points: 12 },
        { from: 2, points: 18 },
      ],
    },
    missing: "ignore",
  },
  {
    key: "repeated-service-failures",
    label: "Repeated service failures",
    category: "support",
    group: "service",
    signal: { type: "count", filter: { kinds: ["service-failure", "outage"] }, windowDays: 90 },
    effect: {
      type: "step",
      thresholds: [
        { from: 1, points: 5 },
        { from: 2, points: 15 },
        { from: 3, points: 26 },
      ],
    },
    missing: "ignore",
  },
  {
    key: "tickets-unresolved",
    label: "Support tickets left open",
    category: "support",
    group: "service",
    signal: {
      type: "unresolved",
      filter: { kinds: ["support-ticket"] },
      closedBy: { kinds: ["ticket-resolved"] },
      graceDays: 10,
      windowDays: 90,
    },
    effect: {
      type: "step",
      thresholds: [
        { from: 1, points: 5 },
        { from: 3, points: 12 },
      ],
    },
    missing: "ignore",
  },
  {
    key: "tickets-escalated",
    label: "Tickets reopened or escalated",
    category: "support",
    group: "service",
    signal: { type: "decayed-sum", filter: { kinds: ["ticket-reopened", "ticket-escalated"] }, measure: "count" },
    effect: { type: "ramp", from: 0, to: 3, points: 16 },
    missing: "ignore",
  },
  {
    key: "low-nps",
    label: "NPS answer",
    category: "feedback",
    group: "feedback",
    signal: {
      type: "value",
      filter: { kinds: ["nps-response"] },
      field: "value",
      statistic: "latest",
      windowDays: 365,
    },
    effect: {
      type: "step",
      thresholds: [
        { from: 0, points: 24 },
        { from: 4, points: 15 },
        { from: 7, points: 0 },
        { from: 9, points: -12 },
      ],
    },
    missing: "ignore",
  },
  {
    key: "low-csat",
    label: "CSAT answers",
    category: "feedback",
    group: "feedback",
    signal: { type: "value", filter: { kinds: ["csat-response"] }, field: "value", statistic: "mean", windowDays: 90 },
    effect: { type: "ramp", from: 4, to: 1.5, points: 18 },
    missing: "ignore",
  },
  {
    key: "bad-review",
    label: "Bad review",
    category: "feedback",
    group: "feedback",
    signal: { type: "count", filter: { kinds: ["bad-review"] }, windowDays: 120 },
    effect: {
      type: "step",
      thresholds: [
        { from: 1, points: 16 },
        { from: 2, points: 24 },
      ],
    },
    missing: "ignore",
  },
  {
    key: "souring-tone",
    label: "Tone of what they say",
    category: "feedback",
    group: "feedback",
    signal: { type: "value", filter: {}, field: "sentiment", statistic: "mean", windowDays: 60 },
    effect: { type: "ramp", from: -0.1, to: -0.8, points: 18 },
    missing: "ignore",
  },
  {
    key: "promise-broken",
    label: "Broken promises",
    category: "promise",
    signal: { type: "count", filter: { kinds: ["promise-broken"] }, windowDays: 120 },
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
    key: "complaint-after-broken-promise",
    label: "Complaint after a broken promise",
    category: "promise",
    group: "complaints",
    signal: {
      type: "sequence",
      first: { kinds: ["promise-broken"] },
      next: { categories: ["complaint"] },
      withinDays: 45,
      windowDays: 120,
    },
    effect: { type: "step", thresholds: [{ from: 1, points: 12 }] },
    missing: "ignore",
  },
];
