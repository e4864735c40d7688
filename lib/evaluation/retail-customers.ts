import { AppError } from "@/lib/errors";
import type { CsvRow } from "@/lib/evaluation/read-csv";
import { RETAIL_KINDS } from "@/lib/evaluation/retail-signals";
import { DAY_MS } from "@/lib/scoring/day";
import type { TouchpointColumns } from "@/lib/scoring/types";

/** A customer with one touchpoint for each day with purchases and one for each day with returns. */
export interface RetailCustomer {
  readonly id: string;
  readonly country: string;
  /** Days since 1970, ascending, without repetition. */
  readonly purchaseDays: readonly number[];
  readonly touchpoints: TouchpointColumns;
}

interface CustomerDay {
  readonly day: number;
  readonly kindId: number;
  amount: number;
}

/** Gathers invoices by customer and day: times of day do not count, amounts of a day add up, free items are none. */
export function gatherCustomers(invoices: readonly CsvRow[]): readonly RetailCustomer[] {
  const byCustomer = new Map<string, { country: string; days: Map<string, CustomerDay> }>();
  for (const invoice of invoices) {
    if (invoice.number("amount") === 0) continue;
    const id = invoice.text("customer_id");
    const customer = byCustomer.get(id) ?? { country: invoice.text("country"), days: new Map<string, CustomerDay>() };
    byCustomer.set(id, customer);
    const kind = RETAIL_KINDS.find(({ key }) => key === invoice.text("kind"));
    if (!kind) throw new AppError("bad-request", `“${invoice.text("kind")}” is neither purchase nor return.`);
    const day = dayOf(invoice.text("invoice_date"));
    const name = `${day} ${kind.id}`;
    const known = customer.days.get(name) ?? { day, kindId: kind.id, amount: 0 };
    known.amount += invoice.number("amount");
    customer.days.set(name, known);
  }
  return [...byCustomer].map(([id, { country, days }]) => {
    const ordered = [...days.values()].sort((one, other) => one.day - other.day || one.kindId - other.kindId);
    const purchases = ordered.filter((one) => RETAIL_KINDS[one.kindId]?.key === "purchase");
    return { id, country, purchaseDays: purchases.map((one) => one.day), touchpoints: columnsOf(ordered) };
  });
}

function columnsOf(days: readonly CustomerDay[]): TouchpointColumns {
  return {
    length: days.length,
    occurredAtMs: Float64Array.from(days, ({ day }) => day * DAY_MS),
    kindId: Uint16Array.from(days, ({ kindId }) => kindId),
    value: Float64Array.from(days, ({ amount }) => Math.abs(amount)),
    sentiment: new Float64Array(days.length).fill(Number.NaN),
  };
}

/** The day of a date such as 2009-12-01 07:45:00, or without a time, in days since 1970. */
export function dayOf(text: string): number {
  const day = Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / DAY_MS;
  if (Number.isInteger(day)) return day;
  throw new AppError("bad-request", `“${text}” is no date in the form YYYY-MM-DD.`);
}
