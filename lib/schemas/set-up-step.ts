import { z } from "zod";

/** Parts of the set-up that an admin can find right as they are. */
export const CONFIRMABLE_STEPS = ["kinds", "rules", "break-up", "members"] as const;
export type ConfirmableStep = (typeof CONFIRMABLE_STEPS)[number];

export const setUpStepForm = z.strictObject({ step: z.enum(CONFIRMABLE_STEPS) });
