import { z } from "zod";

/** What the first page's address holds; a value that is none falls back, so that an old link still opens. */
export const homeSearch = z.object({ since: z.enum(["day", "week"]).optional().catch(undefined) });
