/** A touchpoint as it was sent or read from a file: checked by itself, its customer and kind not looked up yet. */
export type TouchpointRow = Readonly<{
  /** Number in the batch or file, by which a refusal is reported. */
  row: number;
  senderId: string | null;
  customerExternalId: string;
  /** The kind's key or label, as sent. */
  kind: string;
  occurredAtMs: number;
  /** NaN where there is none. */
  value: number;
  /** -1 to 1; NaN where there is none. */
  sentiment: number;
  /** A JSON object. */
  details: string | null;
}>;
