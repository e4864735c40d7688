import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RateLimit } from "@/lib/auth/rate-limit";

const MINUTE_MS = 60_000;

describe("RateLimit", () => {
  it("lets a minute's worth through at once, then one whenever its time has come", () => {
    const limit = new RateLimit(6);
    for (let sent = 0; sent < 6; sent += 1) expect(limit.take("key", 5)).toBe(0);
    expect(limit.take("key", 5)).toBeCloseTo(10_000, 6);
    expect(limit.take("key", 9_000)).toBeCloseTo(1_005, 6);
    expect(limit.take("key", 10_005)).toBe(0);
    expect(limit.take("key", 10_006)).toBeGreaterThan(9_000);
  });

  it("counts each sender by itself, and a refused request not at all", () => {
    const limit = new RateLimit(1);
    expect(limit.take("one", 0)).toBe(0);
    for (let tries = 0; tries < 100; tries += 1) expect(limit.take("one", 1_000)).toBeCloseTo(59_000, 6);
    expect(limit.take("other", 1_000)).toBe(0);
    expect(limit.take("one", MINUTE_MS)).toBe(0);
  });

  it("never lets more through in any minute than twice its worth, nor fewer than asked for at an even pace", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 }),
        (perMinute, gaps) => {
          const limit = new RateLimit(perMinute);
          let nowMs = 0;
          const taken: number[] = [];
          for (const gap of gaps) {
            nowMs += gap;
            const waitMs = limit.take("key", nowMs);
            if (waitMs === 0) taken.push(nowMs);
            else expect(waitMs).toBeLessThanOrEqual(MINUTE_MS / perMinute + 1e-6);
          }
          for (const from of taken) {
            const within = taken.filter((at) => at >= from && at < from + MINUTE_MS).length;
            expect(within).toBeLessThanOrEqual(2 * perMinute);
          }
        },
      ),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), (perMinute) => {
        const limit = new RateLimit(perMinute);
        for (let sent = 0; sent < 500; sent += 1) {
          expect(limit.take("key", (sent * MINUTE_MS) / perMinute)).toBe(0);
        }
      }),
    );
  });

  it("forgets senders that have been silent, and keeps those that have not", () => {
    const limit = new RateLimit(1);
    for (let sender = 0; sender < 9_999; sender += 1) limit.take(`old ${sender}`, 0);
    expect(limit.take("busy", 70_000)).toBe(0);
    expect(limit.take("new", 70_001)).toBe(0);
    expect(limit.take("busy", 70_002)).toBeGreaterThan(0);
  });
});
