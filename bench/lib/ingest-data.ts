const KINDS = ["login", "support-ticket", "meeting", "nps-response", "complaint", "email", "purchase", "call"];
const FIRST_MS = Date.UTC(2024, 0, 1);
const ROW_MS = 40_000;

/** A touchpoint as another program sends it. */
export type SentTouchpoint = Readonly<{
  id: string;
  customerExternalId: string;
  kind: string;
  occurredAt: string;
  value: number;
}>;

/** The customer, from 0, and the kind, from 0, of a made-up touchpoint. */
export function placeOf(row: number, customers: number): { customer: number; kind: number } {
  return {
    customer: (Math.imul(row, 2_654_435_761) >>> 0) % customers,
    kind: Math.abs(Math.imul(row, 40_503) >> 4) % KINDS.length,
  };
}

/** Made-up touchpoints in the order of time, customers mixed. @param index of the batch; those below 0 are others */
export function ingestBatch(index: number, rows: number, customers: number): SentTouchpoint[] {
  return Array.from({ length: rows }, (_, offset) => {
    const row = index * rows + offset;
    const { customer, kind } = placeOf(row, customers);
    return {
      id: `I${row < 0 ? "W" : "-"}${String(Math.abs(row)).padStart(8, "0")}`,
      customerExternalId: `C-${String(customer).padStart(6, "0")}`,
      kind: KINDS[kind] ?? "login",
      occurredAt: new Date(FIRST_MS + row * ROW_MS).toISOString(),
      value: (Math.abs(row * 7919) % 100_000) / 100,
    };
  });
}
