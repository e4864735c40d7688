import { z } from "zod";

/** What the leaderboard asks for as one goes down: what its address holds, and where the rows before ended. */
export const moreRows = z.strictObject({ query: z.string().max(4_000), cursor: z.string().max(2_000) });
