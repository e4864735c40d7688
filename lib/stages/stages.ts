/** The stages of a relationship in the order in which they usually come. */
export const STAGES = ["courtship", "honeymoon", "established", "wavering", "departed", "returned"] as const;

export type Stage = (typeof STAGES)[number];
