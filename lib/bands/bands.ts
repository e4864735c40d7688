/** How close a customer is to leaving, from calm to critical; the thresholds between them are the admin's. */
export const BANDS = ["calm", "watch", "at-risk", "critical"] as const;

export type Band = (typeof BANDS)[number];

/** The lowest probability of each band above calm. */
export type BandFloors = Readonly<Record<Exclude<Band, "calm">, number>>;
