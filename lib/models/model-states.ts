/**
 * What becomes of a model: `training` ends as `candidate`, `refused` (it says why) or `failed`; a candidate may run in
 * `shadow`; an admin makes one `active`, and the one before it is `superseded`.
 */
export const MODEL_STATES = ["training", "candidate", "refused", "failed", "shadow", "active", "superseded"] as const;
export type ModelState = (typeof MODEL_STATES)[number];

/** Which states an admin may promote from; a superseded model is promoted again to roll back. */
export const PROMOTABLE: ReadonlySet<string> = new Set<ModelState>(["candidate", "shadow", "superseded"]);
