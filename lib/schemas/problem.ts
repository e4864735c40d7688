import { z } from "zod";

/** One fault in what was sent: a path such as `customers[3].mrr`, or a row, and what is wrong there. */
export const issueSchema = z.object({
  path: z.string().optional(),
  row: z.int().optional(),
  code: z.string(),
  message: z.string(),
});

/** Problem details, RFC 9457: the body of every answer of the API that is not a success. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    id: z.string().optional().describe("Number of a failure on our side, as it stands in the log"),
    errors: z.array(issueSchema).optional(),
  })
  .meta({ id: "Problem", description: "Problem details, RFC 9457" });

export type Problem = z.infer<typeof problemSchema>;
