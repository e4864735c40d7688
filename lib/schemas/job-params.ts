import { z } from "zod";

export const jobParams = z.strictObject({ id: z.uuid() });
