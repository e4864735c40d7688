import { describe, expect, it } from "vitest";
import { moveTest } from "@/lib/models/move-test";
import type { StoredTraining } from "@/lib/schemas/stored-training";

const day = (month: number) => `2026-0${month}-28T23:59:59.999Z`;
const TRAINING: StoredTraining = {
  asOf: [day(1), day(2), day(3), day(4)],
  testAsOf: day(5),
  isTestChosen: true,
  testPassedOver: [],
  anchorAsOf: day(5),
  knownUntil: day(8),
  horizonDays: 30,
  signals: "all",
  trust: null,
};

const counted = (test: number, ...breakUps: readonly number[]) => ({
  test,
  dates: breakUps.map((count, at) => ({ asOf: day(at + 1), rows: 100, breakUps: count, notOver: 0 })),
});

describe("the day to test on", () => {
  it("stays where enough customers broke up after it", () => {
    expect(moveTest(TRAINING, counted(20, 30, 30, 30, 30))).toBeNull();
  });

  it("stays where somebody chose it, or where there is none", () => {
    expect(moveTest({ ...TRAINING, isTestChosen: false }, counted(0, 30, 30, 30, 30))).toBeNull();
    expect(moveTest({ ...TRAINING, testAsOf: null }, counted(0, 30, 30, 30, 30))).toBeNull();
  });

  it("is else the latest before it with enough, and nothing later is learned from", () => {
    expect(moveTest(TRAINING, counted(19, 30, 30, 20, 19))).toEqual({
      ...TRAINING,
      asOf: [day(1), day(2)],
      testAsOf: day(3),
      anchorAsOf: day(3),
      testPassedOver: [
        { asOf: day(4), breakUps: 19 },
        { asOf: day(5), breakUps: 19 },
      ],
    });
  });

  it("leaves two days to learn from; before that all of them are learned from, each row tested by the others", () => {
    expect(moveTest(TRAINING, counted(3, 30, 30, 5, 4))).toEqual({
      ...TRAINING,
      asOf: [day(1), day(2), day(3), day(4), day(5)],
      testAsOf: null,
      anchorAsOf: day(8),
      testPassedOver: [
        { asOf: day(3), breakUps: 5 },
        { asOf: day(4), breakUps: 4 },
        { asOf: day(5), breakUps: 3 },
      ],
    });
  });
});
