/** The recorded score that a page ended with. Holds nothing that grants access. */
export type LedgerPosition = Readonly<{ asOfMs: number; computedMs: number }>;

export function encodeLedgerCursor({ asOfMs, computedMs }: LedgerPosition): string {
  return Buffer.from(JSON.stringify([asOfMs, computedMs])).toString("base64url");
}
