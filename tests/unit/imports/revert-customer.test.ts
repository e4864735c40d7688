import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TraitValue } from "@/lib/customers/customer-change";
import { applyChange, type CustomerState, isSameState } from "@/lib/customers/upsert-state";
import { addUndoResult, NOTHING_UNDONE, type UndoChunk } from "@/lib/imports/add-undo-result";
import { revertCustomer } from "@/lib/imports/revert-customer";

const day = fc.option(fc.constantFrom("2024-01-01", "2024-02-02"));
const trait = fc.oneof(fc.constantFrom("x", "y"), fc.integer({ min: 0, max: 2 }), fc.boolean());
const names = fc.constantFrom("plan", "__proto__", "seats");
const traits = fc.array(fc.tuple(names, trait)).map((pairs) => new Map<string, TraitValue>(pairs));
const money = fc.option(fc.record({ amountMinor: fc.nat(3), currency: fc.constantFrom("EUR", "USD") }));

const customer: fc.Arbitrary<CustomerState> = fc
  .record({
    name: fc.constantFrom("Ann", "Bob"),
    ownerId: fc.option(fc.nat(3)),
    money,
    startedOn: day,
    renewsOn: day,
    traits,
  })
  .map(({ money: mrr, ...rest }) => ({
    ...rest,
    id: 1,
    externalId: "A",
    mrrMinor: mrr?.amountMinor ?? null,
    currency: mrr?.currency ?? null,
  }));

const change = fc.record(
  {
    row: fc.constant(1),
    externalId: fc.constant("A"),
    name: fc.constantFrom("Ann", "Cy"),
    mrr: money,
    startedOn: day,
    renewsOn: day,
    traits: fc.array(fc.tuple(names, fc.option(trait))).map((pairs) => new Map(pairs)),
  },
  { requiredKeys: ["row", "externalId"] },
);

describe("revertCustomer", () => {
  it("takes a change back when nothing happened since", () => {
    fc.assert(
      fc.property(customer, change, fc.option(fc.nat(3), { nil: undefined }), (before, made, ownerId) => {
        const after = applyChange(before, made, ownerId);
        const reverted = revertCustomer(after, before, after);
        expect(reverted && isSameState(reverted, before)).toBe(true);
      }),
    );
  });

  it("keeps what another change did to other fields, or leaves the customer alone", () => {
    fc.assert(
      fc.property(customer, change, change, (before, first, second) => {
        const after = applyChange(before, first, undefined);
        const now = applyChange(after, second, undefined);
        const reverted = revertCustomer(now, before, after);
        if (!reverted) return;
        for (const field of ["name", "startedOn", "renewsOn", "mrrMinor"] as const) {
          const isUntouched = before[field] === after[field] && before.currency === after.currency;
          if (isUntouched) expect(reverted[field]).toBe(now[field]);
          else expect([before[field], now[field]]).toContain(reverted[field]);
        }
      }),
    );
  });

  it("leaves a customer alone whose changed field says something else by now", () => {
    const before = { id: 1, externalId: "A", name: "Ann", ownerId: null, mrrMinor: 5, currency: "EUR" };
    const rest = { startedOn: null, renewsOn: null, traits: new Map() };
    const was = { ...before, ...rest };
    const after = { ...was, mrrMinor: 9 };
    expect(revertCustomer({ ...after, mrrMinor: 7 }, was, after)).toBeUndefined();
    expect(revertCustomer({ ...after, currency: "USD" }, was, after)).toBeUndefined();
    expect(revertCustomer({ ...after, name: "Anna" }, was, after)).toMatchObject({ name: "Anna", mrrMinor: 5 });
  });
});

describe("addUndoResult", () => {
  const chunk = (more: Partial<UndoChunk>): UndoChunk => ({
    part: "rows",
    of: "customers",
    reversed: 0,
    unreversed: [],
    cursor: 0,
    touched: new Set(),
    ...more,
  });
  const stays = (name: string, isError = false) => ({ code: "changed-since", name, isError }) as const;

  it("adds up what was reversed, kept and errored, part by part", () => {
    const rows = addUndoResult(
      NOTHING_UNDONE,
      chunk({ reversed: 3, unreversed: [stays("a"), stays("b", true)], cursor: 7 }),
    );
    const both = addUndoResult(rows, chunk({ part: "kinds", of: "kinds", reversed: 1, unreversed: [stays("k")] }));
    expect(both).toMatchObject({ reversed: 3, kept: 1, errored: 1, kinds: { reversed: 1, kept: 1, errored: 0 } });
    expect(both.customers).toEqual({ reversed: 0, kept: 0, errored: 0 });
  });

  it("counts every reason and names the first twenty", () => {
    const unreversed = Array.from({ length: 30 }, (_, n) => stays(`c${n}`));
    const twice = addUndoResult(addUndoResult(NOTHING_UNDONE, chunk({ unreversed })), chunk({ unreversed }));
    expect(twice.reasons).toHaveLength(1);
    expect(twice.reasons[0]).toMatchObject({ code: "changed-since", of: "customers", count: 60 });
    expect(twice.reasons[0]?.examples).toHaveLength(20);
  });
});
