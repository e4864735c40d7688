/** Departed customers are ordered after everyone who can still be kept: their `risk_order` is the probability less this. */
export const DEPARTED_OFFSET = 2;
