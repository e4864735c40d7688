/** What the generator hands over; plain facts, as an import would bring them. */
export interface SampleCustomer {
  readonly externalId: string;
  readonly name: string;
  readonly ownerEmail: string;
  /** Monthly recurring revenue in minor units of `currency`; null for a prospect. */
  readonly mrrMinor: number | null;
  readonly currency: string;
  /** UTC midnight; null while the relationship is still in courtship. */
  readonly startedOn: Date | null;
  /** UTC midnight, always ahead of asOf; null for prospects and departed customers. */
  readonly renewsOn: Date | null;
  readonly traits: Readonly<Record<string, string | number | boolean>>;
}

export interface SampleTouchpoint {
  readonly id: string;
  readonly customerExternalId: string;
  readonly kind: string;
  readonly occurredAt: Date;
  readonly value: number | null;
  /** From -1 (hostile) to 1 (delighted), where someone said something. */
  readonly sentiment: number | null;
  readonly details: Readonly<Record<string, string>> | null;
}

export type SampleOutcomeType = "break-up" | "renewal" | "downgrade" | "return";

export interface SampleOutcome {
  readonly customerExternalId: string;
  readonly type: SampleOutcomeType;
  /** UTC midnight. */
  readonly occurredOn: Date;
  readonly reasons: readonly string[];
  /** Whether the break-up could have been avoided; null when nobody has judged it. */
  readonly avoidable: boolean | null;
}

export interface SampleOwner {
  readonly email: string;
  readonly name: string;
  readonly role: "admin" | "manager";
}

export interface Sample {
  readonly customers: readonly SampleCustomer[];
  /** Sorted by customer, then by time. */
  readonly touchpoints: readonly SampleTouchpoint[];
  readonly outcomes: readonly SampleOutcome[];
  readonly owners: readonly SampleOwner[];
}
