import { z } from "zod";
import { plainText } from "./plain-text";

const name = plainText(60);
const query = z.string().max(2_000);
const id = z.coerce.number().int().min(1).max(2_147_483_647);
/** A checkbox that is not ticked is not sent. */
const shared = z
  .literal("on")
  .optional()
  .transform((ticked) => ticked === "on");

/** A new view of the leaderboard: what its address asks, under a name. */
export const newView = z.strictObject({ name, query, shared });

/** Another name for a view, and whether it is for everyone. */
export const viewChange = z.strictObject({ id, name, shared });

/** What a view asks from now on. */
export const viewQuery = z.strictObject({ id, query });

export const viewId = z.strictObject({ id });

/** The view to open with; "none" for none. */
export const defaultView = z.strictObject({ id: z.union([z.literal("none"), id]) });
