/** A time in which the customer was gone: from the break-up to the return, or for good. */
export interface Absence {
  readonly fromMs: number;
  /** Infinity while the customer has not come back. */
  readonly toMs: number;
}
