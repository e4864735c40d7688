import { z } from "zod";

/** What a button on a model's page sends: the version it acts on. */
export const modelFormSchema = z.strictObject({ version: z.coerce.number().int().positive().max(2_147_483_647) });

/** What stops a job. */
export const jobFormSchema = z.strictObject({ jobId: z.uuid() });
