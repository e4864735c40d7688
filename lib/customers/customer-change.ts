export type TraitValue = string | number | boolean;

/** What is to be said of a customer. A field that is absent stays as it is; null empties it. Days are `YYYY-MM-DD`. */
export type CustomerChange = Readonly<{
  /** Number in the batch or file, by which a refusal is reported. */
  row: number;
  externalId: string;
  name?: string;
  ownerEmail?: string | null;
  mrr?: Readonly<{ amountMinor: number; currency: string }> | null;
  startedOn?: string | null;
  renewsOn?: string | null;
  /** Merged over the traits that are there; null removes one. Names are chosen by users. */
  traits?: ReadonlyMap<string, TraitValue | null>;
}>;
