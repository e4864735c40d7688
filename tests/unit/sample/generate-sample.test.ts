import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { DEFAULT_KINDS } from "@/lib/kinds/default-kinds";
import { generateSample } from "@/lib/sample/generate-sample";
import type { SampleOutcome, SampleTouchpoint } from "@/lib/sample/sample-types";
import { groupBy } from "@/tests/unit/sample/group-by";

const DAY_MS = 86_400_000;
const AS_OF = new Date("2026-06-30T12:00:00Z");
const LONGEST_COURTSHIP_DAYS = 84;
const sample = generateSample();
const customers = new Map(sample.customers.map((customer) => [customer.externalId, customer]));
const touchpointsOf = groupBy(sample.touchpoints, (touchpoint) => touchpoint.customerExternalId);
const outcomesOf = groupBy(sample.outcomes, (outcome) => outcome.customerExternalId);

function hash(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

function ofType(type: SampleOutcome["type"]): SampleOutcome[] {
  return sample.outcomes.filter((outcome) => outcome.type === type);
}

describe("generateSample", () => {
  it("gives the same bytes for the same seed and other ones for another", () => {
    const again = generateSample({ seed: 20261101, asOf: AS_OF });
    expect(hash(again.touchpoints)).toBe(hash(sample.touchpoints));
    expect(hash([again.customers, again.outcomes, again.owners])).toBe(
      hash([sample.customers, sample.outcomes, sample.owners]),
    );
    expect(hash(generateSample({ seed: 7 }).customers)).not.toBe(hash(sample.customers));
  });

  it("has about 400 customers with 20 to 400 touchpoints each", () => {
    expect(sample.customers).toHaveLength(400);
    expect(sample.touchpoints.length).toBeGreaterThan(40_000);
    expect(sample.touchpoints.length).toBeLessThan(70_000);
    const lengths = sample.customers.map((customer) => touchpointsOf.get(customer.externalId)?.length ?? 0);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(400);
  });

  it("loses 12 to 18 in 100 customers and wins some of them back", () => {
    const departed = new Set(ofType("break-up").map((outcome) => outcome.customerExternalId));
    expect(departed.size / sample.customers.length).toBeGreaterThan(0.12);
    expect(departed.size / sample.customers.length).toBeLessThan(0.18);
    expect(ofType("return").length / sample.customers.length).toBeGreaterThan(0.01);
    expect(ofType("return").length / sample.customers.length).toBeLessThan(0.03);
    expect(ofType("downgrade").length).toBeGreaterThan(5);
    expect(ofType("renewal").length).toBeGreaterThan(300);
  });

  it("has 8 to 12 in 100 customers wavering at the end: three or more bad touchpoints in 60 days", () => {
    const bad = new Set(
      DEFAULT_KINDS.filter((kind) => kind.valence < 0 && kind.key !== "outage").map((kind) => kind.key),
    );
    const active = sample.customers.filter((customer) => customer.renewsOn !== null);
    const wavering = active.filter((customer) => {
      const recent = touchpointsOf
        .get(customer.externalId)
        ?.filter(({ kind, occurredAt }) => bad.has(kind) && AS_OF.getTime() - occurredAt.getTime() < 60 * DAY_MS);
      return (recent?.length ?? 0) >= 3;
    });
    expect(wavering.length / active.length).toBeGreaterThan(0.08);
    expect(wavering.length / active.length).toBeLessThan(0.12);
  });

  it("uses kinds of the default catalogue, and most of them", () => {
    const known = new Set(DEFAULT_KINDS.map((kind) => kind.key));
    const used = new Set(sample.touchpoints.map((touchpoint) => touchpoint.kind));
    expect([...used].filter((kind) => !known.has(kind))).toEqual([]);
    expect(used.size).toBeGreaterThan(60);
  });

  it("has no id twice", () => {
    expect(customers.size).toBe(sample.customers.length);
    expect(new Set(sample.customers.map((customer) => customer.name)).size).toBe(sample.customers.length);
    expect(new Set(sample.touchpoints.map((touchpoint) => touchpoint.id)).size).toBe(sample.touchpoints.length);
    const keys = sample.outcomes.map(
      ({ customerExternalId, type, occurredOn }) => `${customerExternalId} ${type} ${+occurredOn}`,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("is sorted by customer, then by time", () => {
    const order = (touchpoint: SampleTouchpoint) =>
      `${touchpoint.customerExternalId} ${touchpoint.occurredAt.toISOString()} ${touchpoint.id}`;
    const keys = sample.touchpoints.map(order);
    expect(keys).toEqual([...keys].sort());
  });

  it.each(["2026-06-30T12:00:00Z", "2024-02-29T08:30:00Z"])("ends at %s, renewals apart", (text) => {
    const asOf = new Date(text);
    const { customers, touchpoints, outcomes } = generateSample({ asOf });
    expect(touchpoints.filter(({ occurredAt }) => occurredAt > asOf)).toEqual([]);
    expect(outcomes.filter(({ occurredOn }) => occurredOn > asOf)).toEqual([]);
    for (const { startedOn, renewsOn } of customers) {
      expect(+(startedOn ?? asOf)).toBeLessThanOrEqual(+asOf);
      if (renewsOn !== null) expect(+renewsOn).toBeGreaterThan(+asOf);
    }
  });

  it("begins with the courtship: no work and no payment before the contract", () => {
    const early = sample.touchpoints.filter(({ customerExternalId, kind, occurredAt }) => {
      const { startedOn } = customers.get(customerExternalId)!;
      if (kind === "usage-session" || kind === "payment-received") return startedOn === null || occurredAt < startedOn;
      return startedOn !== null && +occurredAt < +startedOn - LONGEST_COURTSHIP_DAYS * DAY_MS;
    });
    expect(early).toEqual([]);
  });

  it("tells endings and returns in turn, and nobody works with the product while apart", () => {
    for (const [externalId, outcomes] of outcomesOf) {
      const turns = outcomes.filter(({ type }) => type === "break-up" || type === "return");
      const inTurn = turns.map((_, index) => (index % 2 === 0 ? "break-up" : "return"));
      expect(turns.map(({ type }) => type)).toEqual(inTurn);
      const apart = turns.at(-1)?.type === "break-up";
      expect(customers.get(externalId)?.renewsOn === null).toBe(apart);
      const last = turns.at(-1)?.occurredOn;
      if (!apart || last === undefined) continue;
      const later = touchpointsOf.get(externalId)?.filter(({ occurredAt }) => occurredAt >= last) ?? [];
      expect(later.filter(({ kind }) => kind === "usage-session" || kind === "payment-received")).toEqual([]);
      expect(outcomes.at(-1)?.type).toBe("break-up");
    }
  });

  it("explains every break-up", () => {
    for (const { reasons, avoidable } of ofType("break-up")) {
      expect(reasons.length).toBeGreaterThan(0);
      expect([true, false, null]).toContain(avoidable);
    }
    expect(new Set(ofType("break-up").flatMap(({ reasons }) => reasons)).size).toBeGreaterThan(6);
  });

  it("keeps values and sentiments on their scales and sentences filled in", () => {
    const isWhole = (value: number | null, low: number, high: number) =>
      value !== null && Number.isInteger(value) && value >= low && value <= high;
    const faulty = sample.touchpoints.filter(({ kind, value, sentiment, details }) => {
      if (kind === "nps-response" && !isWhole(value, 0, 10)) return true;
      if (kind === "csat-response" && !isWhole(value, 1, 5)) return true;
      if (kind === "usage-session" && !isWhole(value, 1, 1_440)) return true;
      if (kind === "payment-received" && !(value !== null && value > 0)) return true;
      if (sentiment !== null && !(Math.abs(sentiment) <= 1)) return true;
      return details !== null && !/^[^{}]{4,140}$/u.test(details.note ?? "");
    });
    expect(faulty).toEqual([]);
  });

  it("shares customers unevenly among known owners", () => {
    const books = groupBy(sample.customers, (customer) => customer.ownerEmail);
    expect([...books.keys()].sort()).toEqual(sample.owners.map((owner) => owner.email).sort());
    const sizes = [...books.values()].map((book) => book.length);
    expect(Math.max(...sizes)).toBeGreaterThan(2 * Math.min(...sizes));
  });

  it("names companies in many scripts and lengths", () => {
    const names = sample.customers.map((customer) => customer.name);
    expect(names.some((name) => /\p{Script=Arabic}/u.test(name))).toBe(true);
    expect(names.some((name) => name.length > 50)).toBe(true);
    expect(names.some((name) => name.length < 8)).toBe(true);
    expect(names.filter((name) => /[^\u0020-\u007e]/u.test(name)).length).toBeGreaterThan(100);
  });
});
