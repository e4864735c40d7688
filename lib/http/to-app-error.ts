import { AppError } from "@/lib/errors";

/**
 * PostgreSQL's and Prisma's ways of saying that the database is away, full or busy for the moment: the sender should try
 * again. See https://www.postgresql.org/docs/current/errcodes-appendix.html, classes 08, 53 and 57.
 */
const TRANSIENT = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "ETIMEDOUT",
  "08000",
  "08001",
  "08003",
  "08006",
  "53100",
  "53200",
  "53300",
  "57P01",
  "57P02",
  "57P03",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
]);

/** The failure as one that the sender can act on, or undefined when it is a bug of ours. */
export function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (!isTransient(error)) return undefined;
  return new AppError("unavailable", "The database cannot be reached at the moment. Nothing was changed; try again.", {
    retryAfterSeconds: 5,
  });
}

function isTransient(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 3) return false;
  if ("code" in error && typeof error.code === "string" && TRANSIENT.has(error.code)) return true;
  if (/Connection terminated|timeout exceeded when trying to connect|Can't reach database/.test(error.message))
    return true;
  return isTransient(error.cause, depth + 1);
}
