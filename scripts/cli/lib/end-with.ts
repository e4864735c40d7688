import { z } from "zod";
import { closePools } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";

/**
 * Runs a command to its end: its number is the exit code; a failure someone can act on is said in a sentence on standard
 * error (exit code 1, or 2 for arguments that cannot be read), anything else with its stack.
 */
export async function endWith(command: (args: string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command(process.argv.slice(2));
  } catch (error) {
    process.exitCode = isArgumentFault(error) ? 2 : 1;
    process.stderr.write(`${sentenceOf(error)}\n`);
  } finally {
    await closePools();
  }
}

function isArgumentFault(error: unknown): boolean {
  if (error instanceof z.ZodError) return true;
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

function sentenceOf(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  if (error instanceof AppError) return [error.message, ...error.issues.map((issue) => issue.message)].join("\n");
  if (isArgumentFault(error) && error instanceof Error) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
