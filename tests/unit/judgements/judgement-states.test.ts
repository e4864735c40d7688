import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disagrees } from "@/lib/judgements/disagrees";
import { type JudgementFact, judgementStates } from "@/lib/judgements/judgement-states";
import { trackRecord } from "@/lib/judgements/track-record";
import { whoWasNearer } from "@/lib/judgements/who-was-nearer";

const FLOORS = { watch: 0.1, "at-risk": 0.25, critical: 0.5 };

const facts = fc
  .array(
    fc.record({
      type: fc.constantFrom("override", "comment", "withdrawal"),
      expiresAtMs: fc.integer({ min: 0, max: 20 }),
      back: fc.integer({ min: 1, max: 6 }),
    }),
    { maxLength: 25 },
  )
  .map((drawn) =>
    drawn.map(({ type, expiresAtMs, back }, at): JudgementFact => {
      const isEnd = type === "withdrawal";
      return { id: at + 1, type, expiresAtMs: isEnd ? null : expiresAtMs, withdrawsId: isEnd ? at + 1 - back : null };
    }),
  );

describe("how judgements stand", () => {
  it("at most one override stands, it is the newest, and it has neither expired nor been taken back", () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 20 }), (given, atMs) => {
        const states = judgementStates(given, atMs);
        const overrides = given.filter(({ type }) => type === "override");
        const standing = overrides.filter(({ id }) => states.get(id) === "standing");
        expect(standing.length).toBeLessThanOrEqual(1);
        const newest = overrides.at(-1);
        const isOver =
          !newest ||
          (newest.expiresAtMs ?? 0) <= atMs ||
          given.some(({ id, withdrawsId }) => withdrawsId === newest.id && id > newest.id);
        expect(standing).toEqual(isOver ? [] : [newest]);
        expect([...states.keys()]).toEqual(given.filter(({ type }) => type !== "withdrawal").map(({ id }) => id));
      }),
    );
  });

  it("never comes back to life as time passes", () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), (given, atMs, later) => {
        const now = judgementStates(given, atMs);
        const then = judgementStates(given, atMs + later);
        for (const [id, state] of now) if (state !== "standing") expect(then.get(id)).toBe(state);
      }),
    );
  });
});

describe("a disagreement", () => {
  it.each([
    [{ band: "critical", probability: null }, 0.3, true],
    [{ band: "at-risk", probability: null }, 0.3, false],
    [{ band: "at-risk", probability: 0.31 }, 0.3, false],
    [{ band: "calm", probability: 0.04 }, 0.01, true],
    [{ band: "watch", probability: 0.101 }, 0.099, true],
  ] as const)("between %j and the model's %d: %s", (person, probability, expected) => {
    const band = probability < 0.1 ? "calm" : "at-risk";
    expect(disagrees(person, { band, probability })).toBe(expected);
  });
});

describe("who was nearer", () => {
  const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  const saying = (given: number) => ({ band: "calm", probability: given }) as const;

  it("is whoever said more when the break-up came, and less when it did not", () => {
    fc.assert(
      fc.property(probability, probability, fc.boolean(), (person, model, brokeUp) => {
        fc.pre(Math.abs(person - model) > 1e-6);
        const { nearer } = whoWasNearer(saying(person), saying(model), brokeUp, FLOORS);
        expect(nearer).toBe(person > model === brokeUp ? "person" : "model");
      }),
    );
  });

  it("is neither where both said the same; a band counts as its middle", () => {
    const band = { band: "at-risk", probability: null } as const;
    expect(whoWasNearer(band, saying(0.375), true, FLOORS).nearer).toBe("neither");
    expect(whoWasNearer({ band: "critical", probability: null }, saying(0.75), false, FLOORS).personError).toBe(0.5625);
  });
});

describe("the track record", () => {
  const settled = (personError: number, modelError: number) => ({
    personError,
    modelError,
    nearer: personError < modelError ? ("person" as const) : ("model" as const),
  });
  const times = (n: number, one: ReturnType<typeof settled>) => Array.from({ length: n }, () => one);

  it("shows no figure below ten", () => {
    expect(trackRecord(times(9, settled(0, 1)))).toEqual({ settled: 9, needed: 10, figures: null });
    expect(trackRecord(times(10, settled(0, 1))).figures).not.toBeNull();
  });

  it("counts who was nearer and says who is better only where chance does not explain it", () => {
    expect(trackRecord([...times(18, settled(0.05, 0.3)), ...times(4, settled(0.3, 0.2))]).figures).toMatchObject({
      personNearer: 18,
      modelNearer: 4,
      verdict: "person",
    });
    expect(trackRecord([...times(4, settled(0.05, 0.3)), ...times(18, settled(0.6, 0.2))]).figures?.verdict).toBe(
      "model",
    );
    expect(trackRecord([...times(6, settled(0.1, 0.3)), ...times(5, settled(0.3, 0.1))]).figures?.verdict).toBe(
      "chance",
    );
  });

  it("turns round when person and model change places", () => {
    const error = fc.double({ min: 0, max: 1, noNaN: true });
    const pairs = fc.array(fc.tuple(error, error), { minLength: 10, maxLength: 40 });
    fc.assert(
      fc.property(pairs, (drawn) => {
        const one = trackRecord(drawn.map(([a, b]) => settled(a, b))).figures;
        const other = trackRecord(drawn.map(([a, b]) => settled(b, a))).figures;
        const turned = { person: "model", model: "person", chance: "chance" } as const;
        expect(other?.verdict).toBe(one && turned[one.verdict]);
        expect(other?.personError).toBeCloseTo(one?.modelError ?? -1, 12);
      }),
    );
  });
});
