import { z } from "zod";

const environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "DATABASE_URL must be a postgresql:// address" }),
  DATA_DIR: z.string().default(".data"),
  BASE_URL: z.url().default("http://127.0.0.1:3000"),
  BETTER_AUTH_SECRET: z.string().min(32, "BETTER_AUTH_SECRET must have at least 32 characters"),
  REKINDLE_DEMO: z.stringbool().default(false),
  /** Of each API key, in each web process; 0: no limit. */
  API_REQUESTS_PER_MINUTE: z
    .string()
    .regex(/^\d{1,7}$/, "API_REQUESTS_PER_MINUTE must be a whole number up to 9999999; 0 is no limit")
    .default("60000")
    .transform(Number),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  NODE_ENV: z.string().default("development"),
});

export type Environment = z.infer<typeof environment>;

let parsed: Environment | undefined;

/**
 * The validated environment, read once and lazily so that a build needs neither a database nor a secret.
 * @throws Error naming every variable that is missing or wrong
 */
export function env(): Environment {
  if (parsed) return parsed;
  const result = environment.safeParse(process.env);
  if (!result.success) throw new Error(`The environment is not usable.\n${z.prettifyError(result.error)}`);
  parsed = result.data;
  return parsed;
}
